import { describe, expect, test } from 'vitest'
import {
  identifiersInPieces,
  nameWithoutIdentifiers,
  searchableLetters,
  searchableText,
} from './identifiers-in-file'

describe('what is found in a sheet', () => {
  test('is told with its cell, by the number that the file gives the row', () => {
    const text = 'Child\tDOB\nNorth\t12/03/2014\nSouth\t943 476 5919\tLS2 7EW'
    expect(
      identifiersInPieces([{ where: 'hidden sheet Names', text, rows: [1, 4, 9] }]).map(
        ({ where }) => where,
      ),
    ).toEqual([
      'hidden sheet Names, cell B4',
      'hidden sheet Names, cell B9',
      'hidden sheet Names, cell C9',
    ])
  })
})

test('where something was found tells no number either', () => {
  expect(
    identifiersInPieces([{ where: 'sheet 943 476 5919', text: 'LS2 7EW', rows: [2] }]).map(
      ({ where }) => where,
    ),
  ).toEqual(['sheet ••• ••• ••••, cell A2'])
})

describe('the name of a file', () => {
  test('is kept without what looks like an identifier', () => {
    expect(nameWithoutIdentifiers('audit_943_476_5919_v2.docx')).toEqual({
      name: 'audit_•••_•••_••••_v2.docx',
      takenOut: ['nhs-number'],
    })
    expect(nameWithoutIdentifiers('audit of October.docx')).toEqual({
      name: 'audit of October.docx',
      takenOut: [],
    })
  })
})

describe('the words of a file', () => {
  test('are looked for in all its pieces, one after the other', () => {
    const pieces = ['Audit of plans', 'Nine of twelve'].map((text) => ({ where: 'page 1', text }))
    expect(searchableText(pieces)).toBe('Audit of plans\nNine of twelve')
  })

  test('are not those of how it looks', () => {
    const pieces = [
      { where: 'the layout of slides', text: 'Click to edit', isLook: true as const },
      { where: 'slide 1', text: 'Audit of plans' },
    ]
    expect(searchableText(pieces)).toBe('Audit of plans')
  })

  test('are looked for in its first 100,000 characters', () => {
    const pieces = [
      { where: 'page 1', text: 'a'.repeat(searchableLetters - 2) },
      { where: 'page 2', text: 'bcd' },
      { where: 'page 3', text: 'e' },
    ]
    expect(searchableText(pieces)).toHaveLength(searchableLetters)
    expect(searchableText(pieces).endsWith('a\nb')).toBe(true)
  })
})
