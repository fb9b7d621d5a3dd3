import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/permissions'
import {
  canSetIdentifiers,
  type CouncilIdentifiers,
  councilIdentifiersInWords,
  fingerprintOf,
  noCouncilIdentifiers,
  postcodeAsWritten,
  searchForPostcode,
} from './identifier-settings'

const admin: Actor = { personId: 1, roles: ['admin'] }
const tried = (one: CouncilIdentifiers & { why: string }) => ({
  ...one,
  triedAs: fingerprintOf(one),
})
const set = { caseNumbers: ['LCS######'], officePostcodes: ['LS1 4AP'], why: 'Our system.' }

describe('what the council’s identifiers are', () => {
  test.each(['admin', 'leader'] as const)('is set by a person who is %s', (role) => {
    expect(
      canSetIdentifiers({ personId: 1, roles: [role] }, noCouncilIdentifiers, tried(set)),
    ).toEqual({
      allowed: true,
    })
  })

  test.each([
    ['a manager', { personId: 1, roles: ['manager'] as const }, set, /^Only a leader or an/],
    ['as it is already', admin, { ...noCouncilIdentifiers, why: 'So.' }, /^This is what is looked/],
    ['without a reason', admin, { ...set, why: ' ' }, /^Say why/],
    ['with a pattern that will not do', admin, { ...set, caseNumbers: ['##'] }, /at least 5/],
    [
      'with six patterns',
      admin,
      { ...set, caseNumbers: Array<string>(6).fill('P#####') },
      /most 5/,
    ],
    [
      'with 51 offices',
      admin,
      { ...set, officePostcodes: Array<string>(51).fill('LS1 4AP') },
      /at most 50 postcodes/,
    ],
  ])('but not by or %s', (_what, actor, asked, because) => {
    expect(canSetIdentifiers(actor, noCouncilIdentifiers, tried(asked))).toMatchObject({
      allowed: false,
      because: expect.stringMatching(because) as string,
    })
  })

  test('nor while it was not tried on the evidence as it is', () => {
    const another = { ...set, triedAs: fingerprintOf({ ...set, caseNumbers: ['P#####'] }) }
    expect(canSetIdentifiers(admin, noCouncilIdentifiers, another)).toMatchObject({
      allowed: false,
      because: 'Try it on the evidence first: what it would find is not known.',
    })
  })

  test('is told in sentences', () => {
    expect(councilIdentifiersInWords(set)).toEqual([
      'Case numbers written LCS###### are looked for, such as LCS123456.',
      'Nobody’s home: LS1 4AP.',
    ])
    expect(councilIdentifiersInWords(noCouncilIdentifiers)).toEqual([
      'No case numbers of the council are looked for.',
      'Every postcode counts as somebody’s home.',
    ])
  })
})

test.each([
  ['ls14ap', 'LS1 4AP'],
  [' SW1A  2AA', 'SW1A 2AA'],
  ['M1 2WD', 'M1 2WD'],
  ['LS1', undefined],
  ['12 High Street', undefined],
])('the postcode “%s” is written %s', (typed, written) => {
  expect(postcodeAsWritten(typed)).toBe(written)
})

test('a postcode is searched for however it is spaced', () => {
  const found = 'LS1 4AP, ls14ap, LS1_4AP; LS1 4APX'.match(
    new RegExp(searchForPostcode('LS1 4AP'), 'gi'),
  )
  expect(found).toEqual(['LS1 4AP', 'ls14ap', 'LS1_4AP'])
})
