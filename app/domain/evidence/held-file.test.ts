import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/permissions'
import {
  canClearHeldFile,
  canDestroyHeldFile,
  canStateNoIdentifier,
  foundAtMost,
  type HeldFile,
  heldSentence,
  hitSentence,
  holdAfter,
  unsearchedSentence,
  whyDestroyed,
} from './held-file'

const hit = { kind: 'nhs-number', masked: '••• ••• ••19', where: 'page 2' } as const

describe('a file that was searched', () => {
  test('is not held where nothing was found, or where it holds no words', () => {
    expect(holdAfter({ outcome: 'searched', found: [], text: 'plans' })).toBeUndefined()
    expect(holdAfter({ outcome: 'no-words' })).toBeUndefined()
  })

  test('is held for what was found, or because it could not be searched', () => {
    expect(holdAfter({ outcome: 'searched', found: [hit], text: '' })).toEqual({
      reason: 'identifiers-found',
      found: [hit],
      unsearched: [],
    })
    expect(holdAfter({ outcome: 'not-searched', because: 'encrypted' })).toEqual({
      reason: 'cannot-be-searched',
      found: [],
      unsearched: [{ because: 'encrypted' }],
    })
  })

  test('is held for a part of it that could not be searched, and says both where it comes together', () => {
    const unsearched = [{ because: 'encrypted', where: 'the attachment a.pdf' } as const]
    const search = { outcome: 'searched', found: [], text: '', unsearched } as const
    expect(holdAfter(search)).toEqual({ reason: 'cannot-be-searched', found: [], unsearched })
    expect(holdAfter({ ...search, found: [hit] })).toEqual({
      reason: 'identifiers-found',
      found: [hit],
      unsearched,
    })
  })

  test('is not held again for what was said of it before, but for what is new', () => {
    const other = { ...hit, where: 'page 3' }
    const stated = { found: [hit], unsearched: [{ because: 'encrypted' } as const] }
    expect(holdAfter({ outcome: 'searched', found: [hit], text: '' }, stated)).toBeUndefined()
    expect(holdAfter({ outcome: 'not-searched', because: 'encrypted' }, stated)).toBeUndefined()
    expect(holdAfter({ outcome: 'searched', found: [hit, other], text: '' }, stated)).toEqual({
      reason: 'identifiers-found',
      found: [other],
      unsearched: [],
    })
  })

  test('is not held again for a date of birth that is written otherwise in its place', () => {
    const cell = 'sheet Cases, cell B2'
    const born = { kind: 'date-of-birth', masked: '••-•••', where: cell } as const
    const stated = { found: [born], unsearched: [] }
    const shown = { ...born, masked: '•• ••• ••••' }
    const next = { ...shown, where: 'sheet Cases, cell B3' }
    expect(
      holdAfter({ outcome: 'searched', found: [shown, next], text: '' }, stated),
    ).toMatchObject({ found: [next] })
  })

  test('is not held again for what older rules told by another name of its place', () => {
    const before = { ...hit, where: 'another part of the document' }
    const born = { ...before, kind: 'date-of-birth', masked: '••/••/••••' } as const
    const stated = { found: [before, born], unsearched: [] }
    const now = { ...hit, where: 'a chart' }
    const other = { ...now, masked: '••• ••• ••27' }
    const onPage = { ...hit, where: 'page 2' }
    const bornNow = { ...born, where: 'a chart' }
    const search = { outcome: 'searched', found: [now, other, onPage, bornNow], text: '' } as const
    expect(holdAfter(search, stated)).toMatchObject({ found: [other, onPage, bornNow] })
    const named = { found: [{ ...hit, where: 'who commented on a cell' }], unsearched: [] }
    const commented = { ...hit, where: 'the name of who commented on a cell' }
    expect(holdAfter({ ...search, found: [commented] }, named)).toBeUndefined()
  })

  test('writes down as much of what was found as anybody reads', () => {
    const hold = holdAfter({ outcome: 'searched', found: Array(1000).fill(hit), text: '' })
    expect(hold).toMatchObject({ found: { length: foundAtMost } })
  })
})

const author: Actor = { personId: 1, roles: ['practitioner'] }
const held: HeldFile = {
  addedById: 1,
  isLeftBehind: false,
  reason: 'identifiers-found',
  outcome: undefined,
}

describe('a held file', () => {
  test('may be removed or replaced by the person who added it', () => {
    expect(canDestroyHeldFile(author, held)).toEqual({ allowed: true })
    expect(canDestroyHeldFile(author, { ...held, reason: 'infected' })).toEqual({ allowed: true })
  })

  test.each([
    [
      'a manager who did not add it',
      { personId: 2, roles: ['manager'] } as Actor,
      held,
      'Only the person who added the file can do this.',
    ],
    [
      'who no longer adds evidence',
      { personId: 1, roles: ['observer'] } as Actor,
      held,
      'Only a social worker or a manager can do this.',
    ],
    [
      'her who has answered for it',
      author,
      { ...held, outcome: 'released' } as HeldFile,
      'You have said already why it is not an identifier.',
    ],
    [
      'her who has destroyed it',
      author,
      { ...held, outcome: 'destroyed' } as HeldFile,
      'This file has been destroyed already.',
    ],
  ])('but not by %s', (_who, actor, file, because) => {
    expect(canDestroyHeldFile(actor, file)).toMatchObject({ allowed: false, because })
    expect(canStateNoIdentifier(actor, file, 'So it is.')).toMatchObject({
      allowed: false,
      because,
    })
  })

  test('is removed unseen by an administrator once its adder has left, and not before', () => {
    const administrator: Actor = { personId: 9, roles: ['admin'] }
    const left = { ...held, isLeftBehind: true }
    expect(canClearHeldFile(administrator, left)).toEqual({ allowed: true })
    expect(canClearHeldFile(administrator, held)).toMatchObject({ allowed: false })
    expect(canClearHeldFile(administrator, { ...left, outcome: 'destroyed' })).toMatchObject({
      allowed: false,
    })
    expect(canClearHeldFile({ personId: 2, roles: ['manager'] }, left)).toMatchObject({
      allowed: false,
    })
  })

  test('is shown to others once she states why it tells nobody who a child is', () => {
    expect(canStateNoIdentifier(author, held)).toEqual({ allowed: true })
    expect(canStateNoIdentifier(author, held, 'An order number.')).toEqual({ allowed: true })
  })

  test.each([
    ['without a word', held, '  ', 'Say why it tells nobody who a child is.'],
    [
      'with the number itself',
      held,
      '943 476 5919 is an order.',
      'Say it without the number, date or postcode itself: others read this.',
    ],
    [
      'where it has a virus',
      { ...held, reason: 'infected' } as HeldFile,
      'It is clean.',
      'A file with a virus is not shown to anybody. Remove it, or add a clean one in its place.',
    ],
    [
      'before it was checked',
      { ...held, reason: 'not-yet-checked' } as HeldFile,
      'It is clean.',
      'The file has not been checked yet. Nothing needs to be said of it before.',
    ],
  ])('but not %s', (_how, file, statement, because) => {
    expect(canStateNoIdentifier(author, file, statement)).toMatchObject({ allowed: false, because })
  })
})

describe('in words', () => {
  test('a hit is told masked', () => {
    expect(hitSentence(hit)).toBe('“••• ••• ••19” looks like an NHS number')
  })

  test.each([
    [{ reason: 'identifiers-found', found: [hit], unsearched: [] }, 'Something in it looks'],
    [{ reason: 'identifiers-found', found: [hit, hit], unsearched: [] }, '2 things in it look'],
    [
      { reason: 'cannot-be-searched', found: [], unsearched: [{ because: 'encrypted' }] },
      'It could not be searched',
    ],
    [
      {
        reason: 'cannot-be-searched',
        found: [],
        unsearched: [{ because: 'scan', where: 'page 2' }],
      },
      'A part of it could not',
    ],
    [{ reason: 'infected' }, 'virus'],
    [{ reason: 'not-yet-checked' }, 'not been checked'],
  ] as const)('a hold of %j says so', (hold, words) => {
    expect(heldSentence(hold)).toContain(words)
  })

  test('what could not be searched says why', () => {
    expect(unsearchedSentence({ because: 'encrypted' })).toBe('It is protected with a password.')
  })

  test('a tombstone says why, and whether another file came in its place', () => {
    expect(whyDestroyed('identifiers-found', 'replaced')).toBe(
      'Something in it looked as if it could tell who a child is. Another file was put in its place.',
    )
    expect(whyDestroyed('infected', 'removed')).toBe('A virus was found in it.')
  })
})
