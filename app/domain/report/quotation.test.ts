import { describe, expect, test } from 'vitest'
import { drawnPage } from './drawn-page'
import { findQuotation } from './quotation'

const source = drawnPage(`
 ◼ The quality of pre-
   proceedings work, and of children’s “own” plans;
     − whole-
       hearted help
     − timely visits.
 ◼ Caseloads.
---
 The council should write – at
 once – to parents.`)

describe('A quotation is found', () => {
  test.each([
    ['as printed', 'The quality of pre-proceedings work'],
    ['with a space at the line end', 'The quality of pre- proceedings work'],
    ['without the line-end hyphen', 'The quality of preproceedings work'],
    ['over other line breaks', 'The quality\nof pre-\nproceedings   work'],
    ['with straight quotes', `children's "own" plans`],
    ['with another kind of dash', 'write - at once — to parents.'],
    ['with its list mark', '• Caseloads.'],
    ['over parts joined by semicolons', 'plans; whole-hearted help; timely visits.'],
  ])('%s', (_how, quote) => {
    expect(findQuotation(source, quote)).toBeDefined()
  })

  test('with its place from the first letter to the closing mark', () => {
    expect(findQuotation(source, 'whole-hearted help; timely visits.')).toMatchObject({
      from: { page: 1, line: 2, column: 2 },
      to: { page: 1, line: 4, column: 16 },
    })
  })

  test('with the pieces to mark, line by line', () => {
    expect(findQuotation(source, 'work, and')?.pieces).toEqual([
      { page: 1, line: 1, from: 12, to: 21 },
    ])
  })
})

describe('A quotation is refused', () => {
  test.each([
    ['with another word', 'The quality of pre-proceedings care'],
    ['with a word left out', 'The of pre-proceedings work'],
    ['in other letters', 'the Quality of pre-proceedings work'],
    ['without a comma', 'work and of children’s'],
    ['with a comma of its own', 'The quality, of'],
    ['with another hyphen inside a line', 'case-loads.'],
    ['when it ends inside a word', 'Caseload'],
    ['when it begins inside a word', 'loads.'],
    ['in another order', 'work pre-proceedings'],
    ['with a semicolon where no list stands', 'at once; to parents'],
    ['when it is empty', '  '],
    ['when it is marks alone', '– ; .'],
  ])('%s', (_how, quote) => {
    expect(findQuotation(source, quote)).toBeUndefined()
  })
})

test('A quotation goes on behind the page number, the running foot and a footnote', () => {
  const foot = (page: number) => ({
    page,
    line: 9,
    text: 'Inspection of Eastmere',
    x: 60,
    y: 800,
    size: 8,
    right: 200,
  })
  const pages = drawnPage(`
 ◼ Help that comes
---
   in time.
---
 More.`)
  pages.lines = pages.lines.flatMap((line) => [line, foot(line.page)])
  const found = findQuotation(pages, 'Help that comes in time.')
  expect(found?.pieces.map(({ page, line }) => [page, line])).toEqual([[1, 0], [2, 0]]) // prettier-ignore
})

test('A quotation is found in one column of two', () => {
  const table = drawnPage(`
 Council and          Leaders should act
 the board            with urgency.`)
  expect(findQuotation(table, 'Leaders should act with urgency.')).toBeDefined()
  expect(findQuotation(table, 'Council and the board')).toBeDefined()
})

test('The words found may be found again and again', () => {
  expect(findQuotation(source, 'Caseloads.')).toEqual(findQuotation(source, 'Caseloads.'))
})
