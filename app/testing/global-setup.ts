import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres, stopPostgres } from '../../scripts/embedded-postgres.mjs'
import { createDatabase, migrate } from '../../scripts/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** the address of the test server, without a database name */
    postgres: string
    /** the migrated database that each worker copies */
    template: string
  }
}

/** Starts Postgres (or takes TEST_DATABASE_URL, without a database name) and migrates one template. */
export default async function setUp(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const cluster = { name: 'test', forTests: true }
  const url = given ?? (await startPostgres(cluster)).url
  const template = `template_${process.pid}`
  await createDatabase(`${url}/${template}`)
  await migrate(`${url}/${template}`)
  project.provide('postgres', url)
  project.provide('template', template)
  return async () => {
    const client = new pg.Client(`${url}/postgres`)
    await client.connect()
    const left = await client.query<{ datname: string }>(
      'select datname from pg_database where datname like $1',
      [`${template}%`],
    )
    for (const { datname } of left.rows) {
      await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`)
    }
    await client.end()
    // Another run may be using the same server; the last one out stops it.
    if (!given && !(await isUsed(url))) stopPostgres(cluster)
  }
}

async function isUsed(url: string): Promise<boolean> {
  const client = new pg.Client(`${url}/postgres`)
  await client.connect()
  const others = await client.query("select from pg_database where datname like 'template\\_%'")
  await client.end()
  return (others.rowCount ?? 0) > 0
}
