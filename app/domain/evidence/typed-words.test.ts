import { describe, expect, test } from 'vitest'
import { identifiersInTyped } from './typed-words'

describe('words that a person types', () => {
  test('pass where nothing in them tells who a child is', () => {
    expect(
      identifiersInTyped({
        words: ['In 9 of 12 files the plan was signed.'],
        dueOn: ['2026-12-01'],
      }),
    ).toEqual([])
  })

  test('are asked about, masked and by field, where something does', () => {
    expect(
      identifiersInTyped({ title: ['Audit'], words: ['NHS number 943 476 5919 was left out'] }),
    ).toEqual([
      { field: 'words', sentence: '“••• ••• ••19” looks like an NHS number. Take it out.' },
    ])
  })

  test('say how many more there are in one field', () => {
    const [only] = identifiersInTyped({ words: ['DOB 12/03/2014 and 943 476 5919'] })
    expect(only?.sentence).toContain('looks like a date of birth. So does 1 more.')
  })

  test('find the council’s own case numbers', () => {
    expect(
      identifiersInTyped({ words: ['See LCS123456'] }, { caseNumbers: ['LCS######'] }),
    ).toHaveLength(1)
  })

  test('pass where she says why it is no identifier', () => {
    const typed = {
      words: ['Call 943 476 5919'],
      notAnIdentifier: ['A made-up number for training'],
    }
    expect(identifiersInTyped(typed)).toEqual([])
    expect(identifiersInTyped({ ...typed, notAnIdentifier: ['  '] })).toHaveLength(1)
  })
})
