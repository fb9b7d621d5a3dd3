import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, type CalendarDate } from '../time/calendar-date'
import type { Figure } from './figure'
import { periodInShort } from './period'
import { readSheet, rowsOf, type SheetMeasure } from './sheet'

const today = '2026-11-20'
const plain = (value: number): Figure => ({ value, parts: null })
const measure = (differs: Partial<SheetMeasure> = {}): SheetMeasure => ({
  id: 1,
  title: 'Unallocated children',
  unit: 'count',
  length: 'month',
  present: new Map(),
  ...differs,
})
const visits = measure({ id: 2, title: 'Visits in time', unit: 'percent' })
const read = (text: string, measures: readonly SheetMeasure[] = [measure()]) =>
  readSheet(rowsOf(text), measures, today)
const found = (text: string, measures?: readonly SheetMeasure[]) => {
  const { figures, troubles } = read(text, measures)
  expect(troubles).toEqual([])
  return figures.map(({ measureId, from, figure }) => [measureId, from, figure.value])
}
const troubles = (text: string, measures?: readonly SheetMeasure[]) =>
  read(text, measures).troubles.map(({ place, sentence }) => `${place}: ${sentence}`)

const twoMonths = [
  [1, '2026-09-01', 29],
  [1, '2026-10-01', 22],
]

describe('the figures of one measure', () => {
  test.each([
    ['out of a spreadsheet, without headings', 'Sep-26\t29\nOct-26\t22\n'],
    ['with headings', 'Month\tValue\nSep-26\t29\nOct-26\t22'],
    ['with empty rows and columns around', '\n\nMonth\tValue\t\n\nSep-26\t29\t\t\nOct-26\t22\n\n'],
    ['out of a CSV file', 'Month,Value\r\nSep-26,29\r\nOct-26,22\r\n'],
    ['quoted', '"Month","Value"\n"September 2026","29"\n"October 2026","22"'],
    ['with semicolons', 'Month;Value\nSep-26;29\nOct-26;22'],
    ['with the mark of an encoding before', '\ufeffMonth,Value\nSep-26,29\nOct-26,22'],
    ['across the top', '\tSep-26\tOct-26\nUnallocated children\t29\t22'],
    ['across the top without a name', 'Sep-26\tOct-26\n29\t22'],
    [
      'with the measure named',
      'Measure\tMonth\tValue\nM1\tSep-26\t29\nunallocated  children\tOct-26\t22',
    ],
    ['typed with spaces', 'Sep 2026  29\nOct 2026  22'],
    ['under a title', 'Scorecard of children’s services\nMonth\tValue\nSep-26\t29\nOct-26\t22'],
  ])('are read %s', (_how, text) => {
    expect(found(text)).toEqual(twoMonths)
  })

  test('come with numerator and denominator', () => {
    const { figures } = read('Month,Numerator,Denominator\nOct 26,12,16\nSep 26,9,12', [visits])
    expect(figures.map(({ figure }) => figure)).toEqual([
      { value: 75, parts: { numerator: 12, denominator: 16 } },
      { value: 75, parts: { numerator: 9, denominator: 12 } },
    ])
  })

  test('keep thousand separators and signs for per cent', () => {
    expect(found('Month\tValue\nOct 26\t1,234')).toEqual([[1, '2026-10-01', 1234]])
    expect(found('Month,Value\nOct 26,"1,234"')).toEqual([[1, '2026-10-01', 1234]])
    expect(found('Month\tValue\nOct 26\t85.7%', [visits])).toEqual([[2, '2026-10-01', 85.7]])
  })

  test('leave out cells that are empty or held back, and count them', () => {
    const sheet = read('Month\tValue\nAug-26\t\nSep-26\tn/a\nOct-26\t22')
    expect([sheet.figures.length, sheet.empty, sheet.troubles]).toEqual([1, 2, []])
  })

  test('are held against what stands there', () => {
    const present = new Map<CalendarDate, Figure | null>([
      ['2026-08-01', plain(31)],
      ['2026-09-01', plain(30)],
      ['2026-07-01', null],
    ])
    const sheet = read('Jul-26\t27\nAug-26\t31\nSep-26\t29\nOct-26\t22', [measure({ present })])
    expect(sheet.figures.map(({ change, present: was }) => [change, was?.value])).toEqual([
      ['correction', undefined],
      ['same', 31],
      ['correction', 30],
      ['new', undefined],
    ])
  })
})

describe('the figures of many measures', () => {
  const both = [measure(), visits]
  const four = [
    [1, '2026-09-01', 29],
    [1, '2026-10-01', 22],
    [2, '2026-09-01', 86],
    [2, '2026-10-01', 88],
  ]

  test('are read with the periods across the top', () => {
    const text =
      'Measure\tTeam\tSep-26\tOct-26\nUnallocated children\tall\t29\t22\nM2\tall\t86%\t88%'
    expect(found(text, both)).toEqual(four)
  })

  test('are read with the periods down the side', () => {
    const text = 'Month,Unallocated children,Visits in time\nSep-26,29,86\nOct-26,22,88'
    expect(found(text, both).sort()).toEqual([...four].sort())
  })

  test('are read in a long table', () => {
    const text = 'Indicator,Month,Value,Numerator,Denominator\nM1,Sep-26,29,,\nM2,Sep-26,,43,50'
    expect(found(text, both)).toEqual([four[0], four[2]])
  })

  const inParts = [
    [2, '2026-09-01', { value: 75, parts: { numerator: 9, denominator: 12 } }],
    [2, '2026-10-01', { value: 75, parts: { numerator: 12, denominator: 16 } }],
  ]
  const percent = [2, '2026-08-01', plain(80)]
  test.each<[string, string, unknown[]]>([
    [
      'in rows that say so beside the name',
      'Measure,,Sep-26,Oct-26\nVisits in time,Numerator,9,12\nVisits in time,Denominator,12,16',
      inParts,
    ],
    [
      'in rows of merged cells',
      '\t\tSep-26\tOct-26\nVisits in time\tNum\t9\t12\n\tDen\t12\t16',
      inParts,
    ],
    [
      'in rows that say so in the name’s end, in any order',
      'Measure,Sep-26,Oct-26\nM2 denominator,12,16\nVisits in time (numerator),9,12',
      inParts,
    ],
    [
      'beside a row of the values, which are taken where there are no parts',
      'Measure,What,Aug-26,Sep-26,Oct-26\nVisits in time,%,80,75,75\nVisits in time,num,,9,12\nVisits in time,den,,12,16',
      [percent, ...inParts],
    ],
    [
      'in columns that say so in the name’s end',
      'Month,Visits in time - num,Visits in time - den\nSep-26,9,12\nOct-26,12,16',
      inParts,
    ],
    [
      'in columns that say so under the name',
      'Month\tVisits in time\t\tVisits in time\n\tNumerator\tDenominator\t%\nAug-26\t\t\t80\nSep-26\t9\t12\t75\nOct-26\t12\t16\t75',
      [percent, ...inParts],
    ],
  ])('come with numerator and denominator %s', (_how, text, figures) => {
    const sheet = read(text, both)
    expect(sheet.troubles).toEqual([])
    expect(sheet.figures.map(({ measureId, from, figure }) => [measureId, from, figure])).toEqual(
      figures,
    )
  })

  test('name no measure where there is only one', () => {
    const { figures } = read('\tSep-26\tOct-26\nNumerator\t9\t12\nDenominator\t12\t16', [visits])
    expect(figures.map(({ figure }) => figure)).toEqual(inParts.map(([, , figure]) => figure))
  })

  test('are a measure’s own where its name ends like a part', () => {
    const named = measure({ id: 3, title: 'Children per den' })
    expect(found('\tSep-26\tOct-26\nChildren per den\t29\t22', [named, visits])).toEqual([
      [3, '2026-09-01', 29],
      [3, '2026-10-01', 22],
    ])
  })

  test.each([
    [
      'numerators alone',
      '\tSep-26\tOct-26\nVisits in time numerator\t9\t12',
      'row 2, column A: “Visits in time” has a row of numerators and none of denominators.',
    ],
    [
      'denominators alone, down the side',
      'Month,Visits in time denominator\nSep-26,12',
      'row 1, column B: “Visits in time” has a column of denominators and none of numerators.',
    ],
    [
      'numerators twice',
      'Measure,,Sep-26,Oct-26\nM2,Num,9,12\nM2,Den,12,16\nVisits in time,Numerator,9,12',
      'row 4, column A: “Visits in time” has two rows of numerators. Keep one.',
    ],
    [
      'a part of no measure',
      'Measure,,Sep-26,Oct-26\n,Num,9,12',
      'row 2, column A: The row does not say which measure.',
    ],
    [
      'a denominator that is missing',
      'Measure,,Sep-26,Oct-26\nM2,Num,9,12\nM2,Den,12,',
      'row 3, column D: The denominator is missing.',
    ],
  ])('say what is wrong with %s', (_what, text, sentence) => {
    expect(troubles(text, both)).toEqual([sentence])
  })

  test('name measures that are there', () => {
    expect(troubles('Month,Children in trees\nSep-26,29', both)).toEqual([
      'row 1, column B: There is no measure “Children in trees”.',
    ])
    expect(troubles('\tSep-26\tOct-26\nChildren in trees\t29\t22', both)).toEqual([
      'row 2, column A: There is no measure “Children in trees”.',
    ])
    expect(troubles('Measure,Month,Value\n,Sep-26,29', both)).toEqual([
      'row 2, column A: The row does not say which measure.',
    ])
    expect(troubles('Sep-26\t29\nOct-26\t22', both)).toEqual([
      ': Which measure are these for? Open it first, or give the columns headings.',
    ])
    expect(troubles('Month\tValue\nSep-26\t29', both)).toEqual([
      ': Which measure are these for? Add a column with the heading “Measure”.',
    ])
  })
})

describe('what is wrong is told with its place', () => {
  test.each([
    ['text in a cell', 'Month\tValue\nOct-26\tmany', 'row 2, column B: “many” is not a number.'],
    [
      'a comma for a point',
      'Month\tValue\nOct-26\t1,5',
      'row 2, column B: “1,5” has a comma where a point belongs. Write 1.5.',
    ],
    [
      'half a child',
      'Month\tValue\nOct-26\t1.5',
      'row 2, column B: 1.5 is not a whole number, and a count is.',
    ],
    [
      'a month that is none',
      'Month\tValue\nSmarch\t4',
      'row 2, column A: “Smarch” is not a period. Write September 2026, Sep-26 or 09/2026.',
    ],
    [
      'the future',
      'Month\tValue\nDec-26\t4',
      'row 2, column B: December 2026 has not begun. Its figure can be recorded from 1 January 2027.',
    ],
    [
      'a month twice',
      'Month\tValue\nOct-26\t4\n10/2026\t4',
      'row 3, column B: October 2026 stands twice for “Unallocated children”: also in row 2, column B. Keep one.',
    ],
    ['nothing at all', ' \n\t\n', ': There is nothing in it. Copy the cells with their headings.'],
    [
      'no periods',
      'Name\tColour\nMay\tred',
      ': Waymark cannot tell which cells are periods. Copy the headings too: “Month” and “Value”, or the months across the top.',
    ],
    ['only periods', 'Month\nOct-26', ': Beside the periods there is no column with figures.'],
  ])('%s', (_what, text, sentence) => {
    expect(troubles(text)).toEqual([sentence])
  })

  test.each([
    [
      'a percentage of 140',
      'Month\tValue\nOct-26\t140',
      'row 2, column B: 140% is more than 100%. A percentage lies between 0 and 100.',
    ],
    [
      'a denominator of 0',
      'Month,Num,Denom\nOct-26,0,0',
      'row 2, column C: The denominator is 0. Leave the period out, or correct it.',
    ],
    [
      'a part of nothing',
      'Month,Num,Denom\nOct-26,3,',
      'row 2, column C: The denominator is missing.',
    ],
    [
      'nothing of a part',
      'Month,Num,Denom\nOct-26,,3',
      'row 2, column B: The numerator is missing.',
    ],
    [
      'more than all',
      'Month,Num,Denom\nOct-26,4,3',
      'row 2, column B: The numerator 4 is more than the denominator 3, so it is no part of it.',
    ],
  ])('%s', (_what, text, sentence) => {
    expect(troubles(text, [visits])).toEqual([sentence])
  })

  test('200 columns and too many rows', () => {
    const months = Array.from({ length: 200 }, (_, at) =>
      periodInShort(addMonths('2005-01-01', at), 'month'),
    )
    expect(troubles(`\t${months.join('\t')}\nUnallocated children${'\t1'.repeat(200)}`)).toEqual([
      ': That is 201 columns. Bring at most 130 at a time: a name and the periods that are new.',
    ])
    expect(troubles('Oct-26\t1\n'.repeat(5001))).toEqual([
      ': That is 5001 rows. Bring at most 5000 at a time.',
    ])
  })

  test('a heading that is wrong is told once, however many rows stand under it', () => {
    expect(
      troubles('\tSep-26\tSoon\tOct-26\nM1\t1\t2\t3\nM2\t1\t2\t3', [measure(), visits]),
    ).toEqual(['row 1, column C: “Soon” is not a period. Write September 2026, Sep-26 or 09/2026.'])
  })

  test('what stands beside it is still read', () => {
    const sheet = read('Month\tValue\nSep-26\t29\nOct-26\tmany')
    expect([sheet.figures.length, sheet.troubles.length]).toEqual([1, 1])
  })
})

test('Percentages that are all 1 or less look like fractions whose format was lost.', () => {
  const fractions = 'Aug-26\t0.857\nSep-26\t0.861\nOct-26\t0.9'
  expect(read(fractions, [visits]).looksLikeFractions).toBe(true)
  expect(read('Aug-26\t0.857\nSep-26\t86.1\nOct-26\t90', [visits]).looksLikeFractions).toBe(false)
  expect(read('Aug-26\t0\nSep-26\t0\nOct-26\t0', [visits]).looksLikeFractions).toBe(false)
  expect(read('Aug-26\t1\nSep-26\t0\nOct-26\t1').looksLikeFractions).toBe(false)
})

test('Where somebody says so, fractions are percentages; one with its sign stays what it is.', () => {
  const table = rowsOf('Month\tValue\nSep-26\t0.57\nOct-26\t88%')
  const { figures } = readSheet(table, [visits], today, { areFractions: true })
  expect(figures.map(({ figure }) => figure.value)).toEqual([57, 88])
})

describe('cells', () => {
  test.each([
    ['a,"b ""c"", d",e', [['a', 'b "c", d', 'e']]],
    ['"two\nlines",b', [['two\nlines', 'b']]],
    ['a\tb\r\nc\td\r', [['a', 'b'], ['c', 'd'], ['']]],
    ['5" nail\tb', [['5" nail', 'b']]],
  ])('%j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })
})

test('Whatever the figures, a table is read the same long, across and down.', () => {
  const figures = fc.uniqueArray(
    fc.record({ month: fc.integer({ min: 0, max: 80 }), value: fc.integer({ min: 0, max: 900 }) }),
    { selector: ({ month }) => month, minLength: 2, maxLength: 40 },
  )
  fc.assert(
    fc.property(figures, (all) => {
      const named = all.map(({ month, value }) => {
        const from = addMonths('2020-01-01', month)
        return { from, name: periodInShort(from, 'month'), value }
      })
      const expected = named.map(({ from, value }) => [1, from, value])
      const rows = named.map(({ name, value }) => `${name}\t${value}`).join('\n')
      expect(found(rows)).toEqual(expected)
      expect(found(`Month\tUnallocated children\n${rows}`)).toEqual(expected)
      expect(
        found(
          `Measure\t${named.map(({ name }) => name).join('\t')}\nM1\t${named.map(({ value }) => value).join('\t')}`,
        ),
      ).toEqual(expected)
    }),
  )
})
