import { describe, expect, test } from 'vitest'
import { identifierDocuments } from './identifier-documents'
import { measureIdentifiers } from './measure'

describe('of 200 generated pages', () => {
  const documents = identifierDocuments(200)
  const measures = measureIdentifiers(documents)
  const of = (kind: string) => measures.kinds.find((one) => one.kind === kind)!

  test('half are clean, and every kind is planted', () => {
    expect(measures.cleanPages).toBe(100)
    for (const { planted } of measures.kinds) expect(planted).toBeGreaterThan(5)
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
