// npm run -s corpus -- --fuzz N   Reads N documents spoilt at random: none may hang, grow or crash the reader.
// npm run -s corpus -- FOLDER --perturb   Besides, reads every report laid out anew: the same words, the same items.
// npm run -s corpus -- FOLDER   Reads every PDF of the folder and compares with its INDEX.csv and expected-*.csv,
// and with the facts checked by eye in app/domain/report/checked-reports.json.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { chanceFrom } from '../app/documents/mutations'
import { perturbations } from '../app/documents/perturbations'
import { readDocument } from '../app/documents/read-document.server'
import { bareWords } from '../app/domain/report/folding'
import { findQuotation } from '../app/domain/report/quotation'
import { readReport } from '../app/domain/report/read-report'
import type { Reading } from '../app/domain/report/reading'
import type { SourceDocument } from '../app/domain/report/source'
import { readSpoilt } from './spoilt-documents'

type Row = Record<string, string>

const fuzz = process.argv.indexOf('--fuzz')
if (fuzz !== -1) {
  process.exit((await readSpoilt(Number(process.argv[fuzz + 1] ?? 10_000))) ? 0 : 1)
}

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
if (!folder || !existsSync(folder)) {
  console.error('Say which folder holds the reports: npm run -s corpus -- FOLDER')
  process.exit(2)
}

const files = (await readdir(folder)).sort()
const index = byName(table('INDEX.csv'), 'name')
const meta = byName(tables(/^expected-.*-meta\.csv$/), 'source_file')
const items = grouped(tables(/^expected-.*-items\.csv$/))
const uncheckedKinds = new Set(['sif'])
const checkedPath = 'app/domain/report/checked-reports.json'
const checked = (
  existsSync(checkedPath) ? JSON.parse(readFileSync(checkedPath, 'utf8')) : {}
) as Record<string, CheckedReport>
const notes = existsSync('docs/corpus-notes.md') ? readFileSync('docs/corpus-notes.md', 'utf8') : ''

/** Structure only: no sentence of a report is kept, only hashes of its words. */
type CheckedReport = {
  facts: Record<string, unknown>
  words: Record<string, string>
  items: {
    number: string
    kind: string
    page: number
    words: string
    parts?: number
    bodies?: string
  }[]
}

const tally = new Map<
  string,
  { right: number; all: number; explained: number; unchecked: number }
>()
const times: number[] = []
let unexplained = 0
let kept = 0
const perturb = process.argv.includes('--perturb')
const laidOut = new Map<string, { same: number; all: number }>()
const reports = files.filter((file) => file.endsWith('.pdf'))
const readings: Promise<{ differences: string[]; checked: boolean; kind: string; ms: number }>[] =
  []
for (const [at, file] of reports.entries()) {
  readings.push(compare(file))
  if (at > 0) await readings[at - 1]
}
for (const [at, file] of reports.entries()) {
  const { differences, checked: wasChecked, kind, ms } = await readings[at]!
  times.push(ms)
  const count = tally.get(kind) ?? { right: 0, all: 0, explained: 0, unchecked: 0 }
  tally.set(kind, count)
  count.all += 1
  if (!wasChecked && differences.length === 0) count.unchecked += 1
  else if (differences.length === 0) count.right += 1
  if (differences.length === 0) continue
  const explained = notes.includes(`explained: ${basename(file, '.pdf')}\n`)
  if (explained) count.explained += 1
  else unexplained += 1
  console.log(
    `${basename(file, '.pdf')}: ${explained ? 'explained in docs/corpus-notes.md' : 'WRONG'}`,
  )
  for (const difference of differences.slice(0, 4)) console.log(`    ${difference}`)
}
for (const [kind, count] of [...tally].sort()) {
  const rest = [
    count.explained > 0 ? `${count.explained} explained in docs/corpus-notes.md` : '',
    count.unchecked > 0 ? `${count.unchecked} without anything to compare with` : '',
  ].filter(Boolean)
  console.log(
    `${kind}: ${count.right} of ${count.all} exactly right${rest.length ? `; ${rest.join(', ')}` : ''}`,
  )
}
times.sort((a, b) => a - b)
const median = times[Math.floor(times.length / 2)] ?? 0
console.log(`median ${Math.round(median)} ms a report, slowest ${Math.round(times.at(-1) ?? 0)} ms`)
console.log(
  unexplained > 0
    ? `${kept} findings kept`
    : `${kept} findings kept, each word for word; no numbered paragraph is missing`,
)
for (const [named, { same, all }] of laidOut) {
  console.log(`laid out anew, ${named}: the same items in ${same} of ${all}`)
}
process.exitCode = unexplained > 0 ? 1 : 0

/** The words are the same, so kind, dates, judgements and items must be. */
function layOutAnew(source: SourceDocument, reading: Reading): void {
  const whatMatters = (read: Reading): string =>
    JSON.stringify([
      read.kind,
      read.inspectedFrom,
      read.inspectedTo,
      read.judgements.map(({ area, grade }) => [area, grade]),
      read.recommendations.map(({ kind, number, text }) => [kind, number, bareWords(text)]),
    ])
  for (const { named, change } of perturbations) {
    const count = laidOut.get(named) ?? { same: 0, all: 0 }
    laidOut.set(named, count)
    count.all += 1
    const again = readReport(change(source, chanceFrom(count.all)))
    if (whatMatters(again) === whatMatters(reading)) count.same += 1
  }
}

/** Every numbered paragraph is there, as a finding or as a recommendation; and each finding stands in the report. */
function faultsOfFindings(reading: Reading, source: SourceDocument): string[] {
  const faults: string[] = []
  if (reading.findings.length === 0) faults.push('no findings were kept')
  for (const { paragraph, page, text } of reading.findings) {
    const at = `the finding ${paragraph ?? text.slice(0, 30)} on page ${page}`
    if (!findQuotation(source, text)) faults.push(`${at} is not found verbatim in the report`)
    const furniture = /crown copyright|reports\.ofsted\.gov|^inspection of .{3,60} services$/i
    if (furniture.test(text)) faults.push(`${at} holds what is no part of it`)
    for (const item of reading.recommendations) {
      if (text.includes(item.text)) faults.push(`${at} holds recommendation ${item.number}`)
    }
  }
  if (reading.kind !== 'ilacs' && reading.kind !== 'sif') return faults
  const items = reading.recommendations.filter(() => reading.kind === 'sif')
  const numbers = [
    ...reading.findings.map(({ paragraph, page }) => ({ number: Number(paragraph), page })),
    ...items
      .filter(({ because }) => because === undefined)
      .map(({ number, page }) => ({ number: Number(number), page })),
  ].sort((a, b) => a.page - b.page || a.number - b.number)
  const printedAlone = new Set(source.lines.map((line) => line.text))
  let last = 0
  for (const { number, page } of numbers) {
    // The Board's part may count anew.
    if (number === 1) last = 0
    while (number > last + 1 && printedAlone.has(`${last + 1}.`)) last += 1
    if (number !== last + 1) faults.push(`paragraph ${number} on page ${page} follows ${last}`)
    last = number
  }
  return faults
}

async function compare(file: string) {
  const name = basename(file, '.pdf')
  const expectedKind = kindOf(name)
  const start = performance.now()
  const document = await readDocument(join(folder!, file))
  if (!document.ok) {
    const ms = performance.now() - start
    return { differences: [document.sentence], checked: true, kind: expectedKind, ms }
  }
  const reading = readReport(document.source)
  const ms = performance.now() - start
  const differences: string[] = []
  const differ = (what: string, expected: unknown, read: unknown): void => {
    const [a, b] = [JSON.stringify(expected ?? null), JSON.stringify(read ?? null)]
    if (a !== b) differences.push(`${what}: expected ${a}, read ${b}`)
  }
  if (expectedKind !== 'unknown') differ('kind', expectedKind, reading.kind)
  for (const item of reading.recommendations) {
    if (!findQuotation(document.source, item.text)) {
      differences.push(`item ${item.number} is not found verbatim in the report`)
    }
  }
  differences.push(...faultsOfFindings(reading, document.source))
  kept += reading.findings.length
  if (perturb) layOutAnew(document.source, reading)
  const facts = checked[name]
  if (facts) compareChecked(facts, reading, differ)
  const row = meta.get(name)
  if (row) compareMeta(row, index.get(name), reading, differ)
  const isExpected = row !== undefined || (!uncheckedKinds.has(expectedKind) && items.has(name))
  if (isExpected) compareItems(items.get(name) ?? [], reading, differ)
  return { differences, checked: isExpected || facts !== undefined, kind: expectedKind, ms }
}

type Differ = (what: string, expected: unknown, read: unknown) => void

function compareMeta(row: Row, indexed: Row | undefined, reading: Reading, differ: Differ): void {
  differ('first day', row.inspected_from || null, reading.inspectedFrom)
  differ('last day', row.inspected_to || null, reading.inspectedTo)
  differ('lead inspector', row.lead_inspector || null, reading.leadInspector)
  if (!indexed) return
  const grade = (printed: string | undefined): string | undefined =>
    printed?.replace('requires improvement', 'requires-improvement')
  const together = !/outstanding|good|requires|inadequate/.test(indexed.care_leavers ?? '')
  const expected: Record<string, string | undefined> = {
    leaders: grade(indexed.leaders),
    'help-and-protection': grade(indexed.help_protection),
    ...(together
      ? { 'children-in-care-and-care-leavers': grade(indexed.in_care) }
      : {
          'children-in-care': grade(indexed.in_care),
          'care-leavers': grade(indexed.care_leavers),
        }),
    ...(row.has_overall === 'no' ? {} : { overall: grade(indexed.overall) }),
  }
  const read = new Map(reading.judgements.map(({ area, grade: given }) => [area, given]))
  for (const area of new Set([...Object.keys(expected), ...read.keys()])) {
    differ(`judgement of ${area}`, expected[area], read.get(area))
  }
}

function compareItems(expected: readonly Row[], reading: Reading, differ: Differ): void {
  differ('number of items', expected.length, reading.recommendations.length)
  for (const [at, row] of expected.entries()) {
    const item = reading.recommendations[at]
    if (item && bareWords(item.text) !== bareWords(row.text ?? '')) {
      differ(`item ${at + 1}`, row.text, item.text)
    }
  }
}

function compareChecked(facts: CheckedReport, reading: Reading, differ: Differ): void {
  for (const [fact, expected] of Object.entries(facts.facts)) {
    differ(fact, expected, reading[fact as keyof Reading])
  }
  for (const [fact, expected] of Object.entries(facts.words)) {
    const read = [reading[fact as keyof Reading]].flat().join('|')
    differ(`${fact} (${read})`, expected, hashOf(read))
  }
  differ('number of items', facts.items.length, reading.recommendations.length)
  for (const [at, expected] of facts.items.entries()) {
    const item = reading.recommendations[at]
    if (!item) continue
    differ(`number of item ${at + 1}`, expected.number, item.number)
    differ(`kind of item ${at + 1}`, expected.kind, item.kind)
    differ(`page of item ${at + 1}`, expected.page, item.page)
    differ(`parts of item ${at + 1}`, expected.parts ?? 0, item.subItems?.length ?? 0)
    const bodies = item.responsibleBodies ? hashOf(item.responsibleBodies.join('|')) : undefined
    differ(`responsible bodies of item ${at + 1}`, expected.bodies, bodies)
    differ(
      `words of item ${at + 1} (${item.text.slice(0, 60)}…)`,
      expected.words,
      hashOf(item.text),
    )
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(bareWords(text)).digest('hex').slice(0, 16)
}

function kindOf(name: string): string {
  const type = index.get(name)?.type ?? /_([a-z]+)$/.exec(name)?.[1] ?? ''
  if (type.startsWith('ilacs')) return 'ilacs'
  if (type.startsWith('sif')) return 'sif'
  if (type.startsWith('jtai')) return 'jtai'
  return /send/.test(type) ? 'area-send' : 'unknown'
}

function byName(rows: readonly Row[], column: string): Map<string, Row> {
  return new Map(rows.map((row) => [(row[column] ?? '').replace(/\.(?:pdf|txt)$/, ''), row]))
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const name = (row.source_file ?? '').replace(/\.(?:pdf|txt)$/, '')
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return groups
}

function tables(named: RegExp): Row[] {
  return files.filter((file) => named.test(file)).flatMap(table)
}

function table(file: string): Row[] {
  const path = join(folder!, file)
  if (!existsSync(path)) return []
  const [head, ...rows] = csvRows(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  return rows.map((row) => Object.fromEntries(head!.map((column, at) => [column, row[at] ?? ''])))
}

function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g)) {
    const cell = match[1]!
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (match[2] !== ',') rows.push([])
    if (match[2] === '') break
  }
  return rows.filter((row) => row.length > 1)
}
