import { expect, test } from 'vitest'
import { readReport } from '~/domain/report/read-report'
import { sourceFromDocx } from './docx-source.server'
import { wordOf, wordXml } from './hostile-documents'
import { readingLimits } from './reading-limits'

/** Word documents written as Word writes them: what is seen as a number, a mark or a change is no text in the file. */

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const line = (text: string, about = ''): string => `<w:p><w:pPr>${about}</w:pPr>${run(text)}</w:p>`
const heading = (text: string): string =>
  `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
const cell = (...lines: string[]): string => `<w:tc>${lines.join('')}</w:tc>`
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`

async function readingOf(body: string) {
  const source = await sourceFromDocx(wordOf(Buffer.from(wordXml(body))), readingLimits)
  if (typeof source === 'string') throw new Error(source)
  return readReport(source)
}

const start = [
  heading('Inspection of Norham local authority children’s services'),
  line('Inspection dates: 11 to 22 May 2026'),
  line('Lead inspector: Amina Farrow, His Majesty’s Inspector'),
].join('')

test('what was struck out is not read, and what was put in is', async () => {
  const changed =
    `<w:p>${run('The quality of ')}<w:del w:id="1">` +
    `<w:r><w:delText>old </w:delText></w:r></w:del><w:ins w:id="2">${run('new ')}</w:ins>${run('plans.')}</w:p>`
  const reading = await readingOf(start + heading('What needs to improve?') + changed)
  expect(reading.recommendations.map(({ text }) => text)).toEqual(['The quality of new plans.'])
})

test('a table of area SEND actions gives each row its bodies', async () => {
  const reading = await readingOf(
    [
      heading('Area SEND inspection of Halwick Local Area Partnership'),
      line('Inspection dates: 3 to 7 June 2024'),
      heading('Inspection outcome'),
      line('There are widespread and/or systemic failings.'),
      heading('Areas for priority action'),
      '<w:tbl>',
      row(cell(heading('Responsible body')), cell(heading('Areas for priority action'))),
      row(
        cell(line('Halwick County Council')),
        cell(line('Leaders should agree who is accountable.')),
      ),
      row(
        cell(line('NHS Halwick Integrated Care Board')),
        cell(line('Health leaders should shorten waits.')),
      ),
      '</w:tbl>',
      heading('Areas for improvement'),
      line('Leaders should improve the quality of plans.'),
    ].join(''),
  )
  expect(reading.outcome).toBe('widespread-failings')
  expect(
    reading.recommendations.map(({ kind, text, responsibleBodies }) => [
      kind,
      text,
      responsibleBodies,
    ]),
  ).toEqual([
    [
      'area-for-priority-action',
      'Leaders should agree who is accountable.',
      ['Halwick County Council'],
    ],
    [
      'area-for-priority-action',
      'Health leaders should shorten waits.',
      ['NHS Halwick Integrated Care Board'],
    ],
    ['area-for-improvement', 'Leaders should improve the quality of plans.', undefined],
  ])
})
