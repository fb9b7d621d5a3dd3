import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import checkedReports from '~/domain/report/checked-reports.json'
import { bareWords } from '~/domain/report/folding'
import { findQuotation } from '~/domain/report/quotation'
import { readReport } from '~/domain/report/read-report'
import { sourceFromPdf } from './pdf-source.server'
import { readingLimits } from './reading-limits'

/** Ofsted's reports are not in this repository. Where they lie beside it, their facts are checked here;
 *  `npm run corpus` compares all of them with the expected lists. */
const folder = '../shared/reports'
const present = existsSync(folder)
const suite = present
  ? 'Facts checked by eye in published SIF, JTAI and area SEND reports'
  : `Facts of published reports (skipped: ${folder} is not there)`

type Checked = {
  facts: object
  items: {
    number: string
    kind: string
    page: number
    words: string
    parts?: number
    bodies?: string
  }[]
}

const hashOf = (text: string): string =>
  createHash('sha256').update(bareWords(text)).digest('hex').slice(0, 16)

describe.skipIf(!present)(suite, () => {
  const files = present ? new Set(readdirSync(folder)) : new Set<string>()
  const reports = Object.entries(checkedReports as Record<string, Checked>).filter(([name]) =>
    files.has(`${name}.pdf`),
  )

  test.each(reports)('%s', async (name, { facts, items }) => {
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}.pdf`))
    const source = await sourceFromPdf(bytes, readingLimits)
    if (typeof source === 'string') throw new Error(source)
    const reading = readReport(source)
    expect(reading).toMatchObject(facts)
    expect(
      reading.recommendations.map(({ number, kind, page, text, subItems, responsibleBodies }) => ({
        number,
        kind,
        page,
        words: hashOf(text),
        parts: subItems?.length ?? 0,
        bodies: responsibleBodies && hashOf(responsibleBodies.join('|')),
      })),
    ).toEqual(
      items.map(({ number, kind, page, words, parts, bodies }) => ({
        number,
        kind,
        page,
        words,
        parts: parts ?? 0,
        bodies,
      })),
    )
    for (const { text } of reading.recommendations) {
      expect(findQuotation(source, text)).toBeDefined()
    }
  })
})
