/** What imports cannot show about the house. The floors themselves are in .dependency-cruiser.cjs. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { permissions } from './domain/access/permissions'
import { takesADay } from './paths'

const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => path.join(folder, file))
    .sort()

const read = (file: string): string => readFileSync(file, 'utf8')
const migrations = filesBelow('migrations', /\.sql$/)
  .map(read)
  .join('\n')
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.includes('/testing/')

describe('a route', () => {
  test.each(filesBelow('app/routes', /\.tsx?$/))(
    '%s asks, calls, answers, in at most 60 lines',
    (file) => {
      expect(read(file).split('\n').length - 1).toBeLessThanOrEqual(60)
    },
  )
})

test('the routes that can be seen as at a past day are those whose addresses take one', () => {
  const seen = filesBelow('app/routes', /\.tsx?$/)
    .filter((file) => /read(Pieces)?AsAsked\(/.test(read(file)))
    .map((file) => addressOf(path.basename(file)))
  const all = filesBelow('app/routes', /\.tsx?$/).map((file) => addressOf(path.basename(file)))
  expect(all.filter(takesADay).sort()).toEqual(seen.sort())
})

/** visits.$visitId_.held.tsx is /visits/1/held */
function addressOf(file: string): string {
  const parts = file.replace(/\.tsx?$/, '').split('.')
  const named = parts.filter((part) => part !== '_index').map((part) => part.replace(/_$/, ''))
  return `/${named.map((part) => (part === '$area' ? 'an-area' : part.replace(/^\$.*/, '1'))).join('/')}`
}

describe('a command', () => {
  test.each(filesBelow('app/features', /\.command\.server\.ts$/))('%s has its test', (file) => {
    const name = /export (?:async )?(?:function|const) (\w+)/.exec(read(file))?.[1]
    const tests = filesBelow(path.dirname(file), /\.test\.tsx?$/).map(read)
    expect(tests.some((text) => name !== undefined && text.includes(`${name}(`))).toBe(true)
  })
})

test('what happens to an action or its evidence is told in words of its own', () => {
  const written = filesBelow('app/features', /\.server\.ts$/)
    .map(read)
    .join('\n')
  const recorded = [...written.matchAll(/what: '((?:action|evidence)\.[a-z-]+)'/g)].map(
    (match) => match[1]!,
  )
  const told = read('app/domain/action/history.ts')
  expect(recorded.length).toBeGreaterThan(10)
  expect([...new Set(recorded)].filter((what) => !told.includes(`case '${what}'`))).toEqual([])
})

describe('a table', () => {
  const writes = /\.(insertInto|updateTable|deleteFrom|mergeInto)\('(\w+)/g
  const written = new Map<string, Set<string>>()
  for (const file of filesBelow('app', /\.tsx?$/)) {
    if (isTest(file)) continue
    for (const [, , table] of read(file).matchAll(writes)) {
      written.set(table!, (written.get(table!) ?? new Set()).add(file))
    }
  }

  test.each([...written])('%s is written from one file', (_table, files) => {
    expect([...files]).toHaveLength(1)
  })
})

test('every permission is asked for somewhere', () => {
  const asked = filesBelow('app', /\.tsx?$/)
    .filter((file) => !isTest(file) && !file.endsWith('access/permissions.ts'))
    .map(read)
    .join('\n')
  expect(permissions.filter((permission) => !asked.includes(`'${permission}'`))).toEqual([])
})

describe('a constraint', () => {
  const named = [
    ...migrations.matchAll(/\bconstraint (\w+)\s+(?:check|unique|exclude|foreign key)/g),
    ...migrations.matchAll(/create unique index (\w+)/g),
    ...migrations.matchAll(/(?:constraint = '|refuse_change\(')(\w+)'/g),
  ].map((match) => match[1]!)
  const sentences = read('app/db/constraints.server.ts')

  test.each([...new Set(named)])('%s has its sentence', (name) => {
    expect(sentences).toContain(`  ${name}:`)
  })

  test('is named within what Postgres keeps of a name', () => {
    expect(named.filter((name) => name.length > 63)).toEqual([])
  })

  test('that a rule names is there', () => {
    const rules = filesBelow('app/domain', /\.ts$/).filter((file) => !isTest(file))
    const missing = rules.flatMap((file) => {
      const said = /In SQL: ([\s\S]*?)(?:\.\s|\*\/)/.exec(read(file))?.[1] ?? ''
      const names = said.match(/\b[a-z]+(?:_[a-z]+)+\b/g) ?? []
      return names.filter((name) => !migrations.includes(name)).map((name) => `${file}: ${name}`)
    })
    expect(missing).toEqual([])
  })
})

test('a rule opens with its sentence', () => {
  const silent = filesBelow('app/domain', /\.ts$/).filter(
    (file) => !isTest(file) && !/\/\*\*/.test(read(file).slice(0, 1000)),
  )
  expect(silent).toEqual([])
})
