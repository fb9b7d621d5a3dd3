import { describe, expect, test } from 'vitest'
import { identifierDocuments } from './identifier-documents'
import { forms } from './forms'
import { measureFiles } from './measure-files'
import { measureIdentifiers } from './measure'

describe('of 200 generated pages', () => {
  const documents = identifierDocuments(200)
  const measures = measureIdentifiers(documents)
  const of = (kind: string) => measures.kinds.find((one) => one.kind === kind)!

  test('half are clean, and every kind is planted', () => {
    expect(measures.cleanPages).toBe(100)
    for (const { kind, planted } of measures.kinds) {
      // a place is told by no words
      if (kind !== 'place') expect(planted).toBeGreaterThan(5)
    }
  })

  test.each(['nhs-number', 'upn'])('every valid %s is found, however it is spaced', (kind) => {
    expect(of(kind).planted).toBeGreaterThan(30)
    expect(of(kind).found).toBe(of(kind).planted)
  })

  test('clean pages raise at most one false alarm in fifty', () => {
    expect(measures.falseAlarmsPer50).toBeLessThanOrEqual(1)
  })

  test('nine in ten of the other kinds are found, and nine in ten of all hits are right', () => {
    for (const { recall, precision } of measures.kinds) {
      expect(recall).toBeGreaterThanOrEqual(0.9)
      expect(precision).toBeGreaterThanOrEqual(0.9)
    }
  })

  test('the same seed makes the same pages, another seed others', () => {
    expect(identifierDocuments(20)).toEqual(documents.slice(0, 20))
    expect(identifierDocuments(20, 7)).not.toEqual(documents.slice(0, 20))
  })
})

test('every form of file is searched where its words stand: valid numbers are found, clean ones pass', async () => {
  const measured = await measureFiles(4 * forms.length)
  expect(measured.falseAlarmsPer50).toBeLessThanOrEqual(1)
  expect(measured.forms.map(({ documents }) => documents)).toEqual(forms.map(() => 4))
  for (const { form, missed } of measured.forms) {
    const numbers = missed.filter(({ kind }) => /^(?:nhs-number|upn|place)$/.test(kind))
    expect(numbers, form.name).toEqual([])
  }
})
