import { describe, expect, test } from 'vitest'
import { findQuotation } from '~/domain/report/quotation'
import { readReport } from '~/domain/report/read-report'
import type { Reading } from '~/domain/report/reading'
import { halwickItems } from '../../seeds/sample-reports/area-send'
import { eastmereItems } from '../../seeds/sample-reports/eastmere-ilacs-2018'
import {
  eastmereJtaiItems,
  sedgeleyItems,
  westmarshVisitConcerns,
} from '../../seeds/sample-reports/letters'
import { norhamItems } from '../../seeds/sample-reports/other-ilacs'
import { goodReports } from '../../seeds/sample-reports/sample-reports'
import { thornbyItems } from '../../seeds/sample-reports/sif-2014'
import { westmarshItems, westmarshParts } from '../../seeds/sample-reports/westmarsh-ilacs-2019'
import { sourceFromPdf } from './pdf-source.server'
import { readingLimits } from './reading-limits'
import { sourceFromText } from './source-from-text'

async function sourceOf(name: keyof typeof goodReports) {
  const source = await sourceFromPdf(new Uint8Array(await goodReports[name]()), readingLimits)
  if (typeof source === 'string') throw new Error(source)
  return source
}

const readingOf = async (name: keyof typeof goodReports): Promise<Reading> =>
  readReport(await sourceOf(name))

const texts = (reading: Reading, kind?: string): string[] =>
  reading.recommendations.filter((item) => !kind || item.kind === kind).map((item) => item.text)

describe('An ILACS report of 2019', () => {
  test('gives its council, dates, inspector, judgements and twelve items in order', async () => {
    const reading = await readingOf('westmarsh-ilacs-2019.pdf')
    expect(reading).toMatchObject({
      kind: 'ilacs',
      framework: 'ilacs-2018',
      council: 'Westmarsh',
      inspectedFrom: '2019-03-04',
      inspectedTo: '2019-03-15',
      leadInspector: 'Ruth Calloway',
      warnings: [],
    })
    expect(reading.judgements).toEqual([
      { area: 'leaders', grade: 'inadequate' },
      { area: 'help-and-protection', grade: 'inadequate' },
      { area: 'children-in-care-and-care-leavers', grade: 'requires-improvement' },
      { area: 'overall', grade: 'inadequate' },
    ])
    const expected = westmarshItems.map((item) =>
      item.endsWith(':') ? `${item} ${westmarshParts.join('; ')}` : item,
    )
    expect(texts(reading)).toEqual(expected)
    expect(reading.recommendations[9]?.subItems).toEqual([...westmarshParts])
    expect(new Set(reading.recommendations.map((item) => item.heading))).toEqual(
      new Set(['What needs to improve']),
    )
  })

  test('keeps every numbered paragraph with its area', async () => {
    const { findings } = await readingOf('westmarsh-ilacs-2019.pdf')
    expect(findings.map((finding) => finding.paragraph)).toEqual(
      Array.from({ length: 14 }, (_, index) => String(index + 1)),
    )
    expect(findings.map((finding) => finding.area)).toEqual([
      ...Array<string>(6).fill('help-and-protection'),
      ...Array<string>(4).fill('children-in-care-and-care-leavers'),
      ...Array<string>(4).fill('leaders'),
    ])
    expect(findings[0]?.heading).toBe(
      'The experiences and progress of children who need help and protection: inadequate',
    )
  })
})

test('An outstanding council has two items to improve', async () => {
  const reading = await readingOf('eastmere-ilacs-2018.pdf')
  expect(reading).toMatchObject({ council: 'Eastmere', leadInspector: 'Harriet Osei' })
  expect(reading.judgements).toContainEqual({ area: 'overall', grade: 'outstanding' })
  expect(reading.judgements).toContainEqual({ area: 'help-and-protection', grade: 'good' })
  expect(texts(reading)).toEqual([...eastmereItems])
})

test('A report of 2026 has no overall grade, and its items refer to the National Framework', async () => {
  const reading = await readingOf('norham-ilacs-2026.pdf')
  expect(reading.framework).toBe('ilacs-2026')
  expect(reading.judgements.map(({ area }) => area)).toEqual([
    'leaders',
    'help-and-protection',
    'children-in-care',
    'care-leavers',
  ])
  expect(texts(reading)).toEqual([...norhamItems])
  expect(reading.recommendations.map((item) => item.nationalFramework)).toEqual([
    ['outcome-1'],
    ['outcome-2'],
    ['outcome-3', 'enabler-2'],
    ['outcome-4', 'enabler-1'],
  ])
  expect(reading.recommendations[0]?.heading).toBe('What needs to improve?')
})

test('A report that names nothing to improve gives nothing, and says so', async () => {
  const reading = await readingOf('calderwick-ilacs-2024.pdf')
  expect(reading.framework).toBe('ilacs-2023')
  expect(reading.recommendations).toEqual([])
  expect(reading.warnings).toEqual(['The report has no section “What needs to improve”.'])
})

test('A SIF report keeps its numbers, and tells the Board’s list from the council’s', async () => {
  const reading = await readingOf('thornby-sif-2014.pdf')
  expect(reading).toMatchObject({
    kind: 'sif',
    framework: 'sif-2013',
    council: 'Thornby',
    inspectedFrom: '2014-06-03',
    inspectedTo: '2014-06-25',
    leadInspector: 'Gareth Winslow',
  })
  expect(Object.fromEntries(reading.judgements.map(({ area, grade }) => [area, grade]))).toEqual({
    'help-and-protection': 'requires-improvement',
    'children-looked-after': 'requires-improvement',
    adoption: 'good',
    'care-leavers': 'inadequate',
    leadership: 'requires-improvement',
    overall: 'requires-improvement',
    lscb: 'good',
  })
  expect(texts(reading, 'area-for-priority-action')).toEqual([...thornbyItems.priority])
  expect(texts(reading, 'area-for-improvement')).toEqual([...thornbyItems.improvement])
  expect(texts(reading, 'lscb')).toEqual([...thornbyItems.board])
  expect(reading.recommendations.map((item) => item.number)).toEqual(
    ['3', '4', '5', '6', '7', '9', '10'], // prettier-ignore
  )
})

test('A JTAI letter has parts, a principal authority and the day that its statement is due', async () => {
  const reading = await readingOf('eastmere-jtai-2023.pdf')
  expect(reading).toMatchObject({
    kind: 'jtai',
    council: 'Eastmere',
    inspectedFrom: '2023-05-15',
    inspectedTo: '2023-05-19',
    principalAuthority: 'Eastmere Council',
    statementDue: '2023-10-10',
  })
  expect(reading.recommendations[0]?.subItems).toEqual([...eastmereJtaiItems.priorityParts])
  expect(texts(reading, 'area-for-priority-action')[1]).toBe(eastmereJtaiItems.priority[1])
  expect(texts(reading, 'area-for-improvement')).toEqual([...eastmereJtaiItems.improvement])
})

test('An area SEND report gives each action its responsible bodies, though the columns interleave', async () => {
  const reading = await readingOf('halwick-area-send-2024.pdf')
  expect(reading).toMatchObject({
    kind: 'area-send',
    council: 'Halwick',
    outcome: 'widespread-failings',
    leadInspector: 'Bethan Coles',
    responsibleBodies: ['Halwick County Council', 'NHS Halwick and Sedgeley Integrated Care Board'],
  })
  expect(texts(reading, 'area-for-priority-action')).toEqual(
    halwickItems.priority.map(([, action]) => action),
  )
  expect(reading.recommendations.map((item) => item.responsibleBodies)).toEqual([
    ['Halwick County Council', 'NHS Halwick and Sedgeley Integrated Care Board'],
    ['NHS Halwick and Sedgeley Integrated Care Board'],
    undefined,
    undefined,
  ])
  expect(texts(reading, 'area-for-improvement')).toEqual([...halwickItems.improvement])
})

test('A monitoring-visit letter says what it looked at and what it found of each', async () => {
  const reading = await readingOf('westmarsh-monitoring-visit-2021.pdf')
  expect(reading).toMatchObject({
    kind: 'monitoring-visit',
    council: 'Westmarsh',
    inspectedFrom: '2021-09-14',
    inspectedTo: '2021-09-15',
    leadInspector: 'Ruth Calloway',
    areasCovered: [...westmarshVisitConcerns],
    visit: { ordinal: 5 },
    recommendations: [],
  })
  expect(new Set(reading.verdicts?.map(({ verdict }) => verdict))).toEqual(
    new Set(['progress', 'too-slow', 'declined', 'unchanged', 'not-embedded', 'too-early-to-see']),
  )
})

test('A focused-visit letter has areas for priority action and areas to improve', async () => {
  const reading = await readingOf('sedgeley-focused-visit-2022.pdf')
  expect(reading).toMatchObject({
    kind: 'focused-visit',
    council: 'Sedgeley',
    inspectedFrom: '2022-02-01',
    inspectedTo: '2022-02-02',
    leadInspector: 'Amina Farrow',
    areasCovered: ['the front door'],
  })
  expect(texts(reading, 'area-for-priority-action')).toEqual(sedgeleyItems.priority)
  expect(texts(reading, 'area-for-improvement')).toEqual(sedgeleyItems.improvement)
})

test.each(Object.keys(goodReports) as (keyof typeof goodReports)[])(
  'Everything read from %s stands in it word for word',
  async (name) => {
    const source = await sourceOf(name)
    const reading = readReport(source)
    const quotes = [
      ...reading.recommendations.map((item) => item.text),
      ...reading.findings.map((finding) => finding.text),
      ...(reading.verdicts ?? []).map((verdict) => verdict.quote),
    ]
    for (const quote of quotes) expect(findQuotation(source, quote), quote).toBeDefined()
  },
)

test('The words of a report copied out and pasted give the same reading, page numbers and all', () => {
  const reading = readReport(
    sourceFromText(`Westmarsh County Council
Inspection of children’s social care services
Inspection dates: 4 March 2019 to 15 March 2019
Lead inspector: Ruth Calloway
                Her Majesty’s Inspector

 Judgement                                          Grade

 The impact of leaders on social work practice      Inadequate
 with children and families

 The experiences and progress of children in
                                                    Good
 care and care leavers

 Overall effectiveness                              Inadequate

Children wait too long.

What needs to improve

  ◼ The quality of plans, so that they
    are timely.
  ◼ The pace of help.

                                                     1
The experiences and progress of children in care and care leavers: good

1.   Children are settled.`),
  )
  expect(reading).toMatchObject({ council: 'Westmarsh', leadInspector: 'Ruth Calloway' })
  expect(reading.judgements).toEqual([
    { area: 'leaders', grade: 'inadequate' },
    { area: 'children-in-care-and-care-leavers', grade: 'good' },
    { area: 'overall', grade: 'inadequate' },
  ])
  expect(texts(reading)).toEqual([
    'The quality of plans, so that they are timely.',
    'The pace of help.',
  ])
})
