import { describe, expect, test } from 'vitest'
import {
  identifiersInPieces,
  searchableLetters,
  searchableText,
  whatFileTells,
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

describe('she who adds a file', () => {
  const hit = { kind: 'nhs-number', masked: '••• ••• ••19', where: 'page 2' } as const

  test('reads nothing where nothing was found or no words can be read', () => {
    expect(whatFileTells({ outcome: 'searched', found: [], text: '' })).toBeUndefined()
    expect(whatFileTells({ outcome: 'no-words' })).toBeUndefined()
  })

  test('reads what was found masked, with where it is', () => {
    expect(whatFileTells({ outcome: 'searched', found: [hit], text: '' })).toEqual({
      file: 'In page 2, “••• ••• ••19” looks like an NHS number. Choose a file without it.',
      why: 'Or say why it is not an identifier.',
    })
  })

  test('reads the first five of many, and how many more there are', () => {
    const { file } = whatFileTells({ outcome: 'searched', found: Array(8).fill(hit), text: '' })!
    expect(file.match(/In page 2/g)).toHaveLength(5)
    expect(file).toContain('There are 3 more. Choose a file without them.')
  })

  test('is asked how she knows where the file could not be searched', () => {
    expect(whatFileTells({ outcome: 'not-searched', because: 'encrypted' })).toEqual({
      file: 'The file is protected with a password, so it could not be searched for what tells who a child is. Choose a file that can be searched.',
      why: 'Or say how you know that nothing in the file tells who a child is.',
    })
  })
})

describe('the words of a file', () => {
  test('are looked for in all its pieces, one after the other', () => {
    const pieces = ['Audit of plans', 'Nine of twelve'].map((text) => ({ where: 'page 1', text }))
    expect(searchableText(pieces)).toBe('Audit of plans\nNine of twelve')
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
