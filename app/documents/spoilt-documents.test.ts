import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findQuotation } from '~/domain/report/quotation'
import { readReport } from '~/domain/report/read-report'
import type { SourceDocument } from '~/domain/report/source'
import { goodReports } from '../../seeds/sample-reports/sample-reports'
import { chanceFrom, spoiltBytes, spoiltSource } from './mutations'
import { sourceFromPdf } from './pdf-source.server'
import { readDocument } from './read-document.server'
import { readingLimits } from './reading-limits'
import { sourceFromHtml } from './source-from-html'
import { sourceFromText } from './source-from-text'

/** Milliseconds of work, which do not grow when the machine has much else to do. */
const processorTime = (): number => process.cpuUsage().user / 1000

// `npm run corpus -- --fuzz 10000` does the same at length.

test('However the lines are spoilt, a reading ends soon and invents nothing', async () => {
  const chance = chanceFrom(20190304)
  const sources: SourceDocument[] = []
  for (const make of Object.values(goodReports)) {
    const source = await sourceFromPdf(new Uint8Array(await make()), readingLimits)
    if (typeof source !== 'string') sources.push(source)
  }
  for (let round = 0; round < 600; round++) {
    const source = spoiltSource(sources[round % sources.length]!, chance)
    const spent = processorTime()
    const reading = readReport(source)
    expect(processorTime() - spent).toBeLessThan(2_000)
    for (const { text, because } of reading.recommendations) {
      if (!because) expect(findQuotation(source, text), text).toBeDefined()
    }
  }
}, 60_000)

test('However the bytes are spoilt, an answer comes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-spoilt-'))
  const chance = chanceFrom(7)
  const good = await Promise.all(Object.values(goodReports).map((make) => make()))
  for (let round = 0; round < 40; round++) {
    const path = join(folder, `${round}`)
    await writeFile(path, spoiltBytes(good[round % good.length]!, chance))
    const document = await readDocument(path)
    if (document.ok) readReport(document.source)
    else expect(document.sentence).toMatch(/Nothing you have entered is lost/)
  }
  await rm(folder, { recursive: true })
}, 120_000)

test.each([
  ['a line of a million letters', () => sourceFromText('Inspection of '.repeat(80_000))],
  ['two hundred thousand lines', () => sourceFromText('- What needs to improve\n'.repeat(200_000))],
  ['brackets without end', () => sourceFromText('('.repeat(300_000))],
  ['a web page nested a hundred thousand deep', () => sourceFromHtml(`${'<ul><li>'.repeat(100_000)}end`, 'html')],
  ['tags that never close', () => sourceFromHtml('<p '.repeat(200_000), 'html')],
])('%s is read in good time', (_what, make) => {
  const spent = processorTime()
  const source = make()
  const reading = readReport(source)
  findQuotation(source, reading.recommendations[0]?.text ?? 'nothing')
  expect(processorTime() - spent).toBeLessThan(8_000)
}, 60_000) // prettier-ignore
