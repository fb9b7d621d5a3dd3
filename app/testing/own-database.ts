import pg from 'pg'
import { inject } from 'vitest'

/**
 * A database for one test file, for what cannot be told in a transaction that is rolled back. It goes
 * when the run ends. Answers its address.
 */
export async function ownDatabase(name: string): Promise<string> {
  const template = inject('template')
  const own = `${template}_${name}_${process.pid}`
  const client = new pg.Client(`${inject('postgres')}/postgres`)
  await client.connect()
  try {
    await client.query(`create database ${client.escapeIdentifier(own)} template ${template}`)
  } finally {
    await client.end()
  }
  return `${inject('postgres')}/${own}`
}
