import { readFileSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { hostileDocuments, wordOf, wordXml } from '../app/documents/hostile-documents'
import { chanceFrom, spoiltBytes, spoiltSource, type Chance } from '../app/documents/mutations'
import { readDocument } from '../app/documents/read-document.server'
import { findQuotation } from '../app/domain/report/quotation'
import { readReport } from '../app/domain/report/read-report'
import type { SourceDocument } from '../app/domain/report/source'
import { goodReports } from '../seeds/sample-reports/sample-reports'

/** Reads PDF, Word, web pages and plain text spoilt at random and a few that were made to do harm: half as bytes by the
 *  process apart, half as lines by the rules. True where each was answered and nothing was invented. */
export async function readSpoilt(count: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-spoilt-'))
  const seed = Date.now() % 4294967296
  const chance = chanceFrom(seed)
  const sources: SourceDocument[] = []
  const files: ((chance: Chance) => Buffer)[] = []
  for (const [at, make] of Object.values(goodReports).entries()) {
    const bytes = await make()
    await writeFile(join(folder, `good-${at}`), bytes)
    const document = await readDocument(join(folder, `good-${at}`))
    if (!document.ok) throw new Error(document.because)
    sources.push(document.source)
    const texts = document.source.lines.map((line) => line.text)
    files.push(
      (by) => spoiltBytes(bytes, by),
      (by) => spoiltBytes(Buffer.from(texts.join('\n')), by),
      (by) => spoiltBytes(Buffer.from(webPage(texts)), by),
      // Spoilt inside, so that the zip around it can be opened.
      (by) => wordOf(spoiltBytes(Buffer.from(wordDocument(texts)), by)),
      (by) => spoiltBytes(wordOf(Buffer.from(wordDocument(texts))), by),
    )
  }
  const answers = new Map<string, number>()
  let right = true
  let slowestRules = 0
  let slowestReading = 0
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, ...readersPeaks())), 100)

  const rulesFor = (source: SourceDocument, what: string): void => {
    const start = performance.now()
    const reading = readReport(source)
    slowestRules = Math.max(slowestRules, performance.now() - start)
    for (const { text, because } of reading.recommendations) {
      if (because || findQuotation(source, text)) continue
      right = false
      console.log(`${what}: not in the source: ${text.slice(0, 120)}`)
    }
  }
  const read = async (bytes: Buffer, what: string, slot: number): Promise<void> => {
    const path = join(folder, `spoilt-${slot}`)
    await writeFile(path, bytes)
    const start = performance.now()
    const document = await readDocument(path)
    slowestReading = Math.max(slowestReading, performance.now() - start)
    const answer = document.ok ? 'read' : document.because
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
    if (document.ok) rulesFor(document.source, what)
  }
  const one = async (round: number): Promise<void> => {
    if (round % 2 === 0) {
      rulesFor(spoiltSource(sources[(round / 2) % sources.length]!, chance), `round ${round}`)
    } else {
      const make = files[Math.floor(round / 2) % files.length]!
      await read(make(chance), `round ${round}`, round % 4)
    }
  }
  for (let round = 0; round < count; round += 4) {
    await Promise.all([one(round), one(round + 1), one(round + 2), one(round + 3)])
  }
  for (const { named, make } of hostileDocuments) await read(make(), named, 0)
  clearInterval(watch)
  await rm(folder, { recursive: true })

  const said = [...answers].map(([answer, times]) => `${answer} ${times}`).join(', ')
  console.log(`${count} spoilt documents and ${hostileDocuments.length} made to do harm: ${said}`)
  console.log(
    `slowest reading ${Math.round(slowestReading)} ms, slowest rules ${Math.round(slowestRules)} ms, ` +
      `${peak > 0 ? `most memory of a reading process ${peak} MB` : 'memory not measured here'} (seed ${seed})`,
  )
  return right && peak <= 512
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const webPage = (texts: readonly string[]): string =>
  `<!doctype html><html><body>${texts.map((text) => (text.length < 60 ? `<h2>${escaped(text)}</h2>` : `<ul><li>${escaped(text)}</li></ul>`)).join('')}</body></html>`

const wordDocument = (texts: readonly string[]): string =>
  wordXml(texts.map((text) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`).join(''))

/** The most memory that each process started from here has held, where the system tells (Linux). */
function readersPeaks(): number[] {
  try {
    const children = readdirSync('/proc/self/task').flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
    )
    return children.map((child) => {
      const status = readFileSync(`/proc/${child}/status`, 'utf8')
      return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    })
  } catch {
    return []
  }
}
