import { describe, expect, test } from 'vitest'
import { isUnowned, loadOf, type OwnerFacts, phantomBecause } from './ownership'

const today = '2026-11-20'
const owner = (rest: Partial<OwnerFacts> = {}): OwnerFacts => ({
  name: 'Lucy Hart',
  open: 3,
  leftOn: null,
  invitedOn: null,
  signedInOn: '2026-11-10',
  updatedOn: '2026-11-02',
  ...rest,
})

test.each([
  ['nobody owns it', { ownerId: null }, true],
  ['its owner has left', { ownerId: 3, ownerLeft: true }, true],
  ['somebody who is here owns it', { ownerId: 3, ownerLeft: false }, false],
  ['nobody asked whether the owner is here', { ownerId: 3 }, false],
])('where %s, unowned is %s', (_when, action, unowned) => {
  expect(isUnowned(action)).toBe(unowned)
})

describe('an owner', () => {
  test.each([
    ['who signed in lately', owner(), undefined],
    ['who signed in 30 days ago', owner({ signedInOn: '2026-10-21', updatedOn: null }), undefined],
    [
      'who gave an update lately',
      owner({ signedInOn: '2026-01-05', updatedOn: '2026-11-19' }),
      undefined,
    ],
    [
      'who has been silent for 31 days',
      owner({ signedInOn: '2026-10-20', updatedOn: '2026-10-01' }),
      'No sign-in and no update for 31 days.',
    ],
    ['who never came', owner({ signedInOn: null, updatedOn: null }), 'Has never signed in.'],
    [
      'who was invited 30 days ago and has not come yet',
      owner({ invitedOn: '2026-10-21', signedInOn: null, updatedOn: null }),
      undefined,
    ],
    [
      'who was invited 31 days ago and never came',
      owner({ invitedOn: '2026-10-20', signedInOn: null, updatedOn: null }),
      'Invited on 20 October 2026, and has never signed in.',
    ],
    [
      'who comes back after long and was invited again',
      owner({ invitedOn: '2026-11-19', signedInOn: '2025-03-01', updatedOn: null }),
      undefined,
    ],
    [
      'who came long after the invitation, and was silent since',
      owner({ invitedOn: '2026-01-05', signedInOn: '2026-10-20', updatedOn: null }),
      'No sign-in and no update for 31 days.',
    ],
    ['who left', owner({ leftOn: '2026-09-02' }), 'Left on 2 September 2026.'],
    ['who left and owns nothing open', owner({ leftOn: '2026-09-02', open: 0 }), undefined],
  ])('%s: %s', (_who, facts, because) => {
    expect(phantomBecause(facts, today)).toBe(because)
  })
})

describe('who carries much of the plan', () => {
  const having = (...open: number[]) =>
    open.map((count, at) => owner({ name: `P${at}`, open: count }))

  test('are the fewest who own 40 % of what is open, the most loaded first', () => {
    const load = loadOf(having(1, 4, 2, 1, 2))
    expect(load.few.map(({ name }) => name)).toEqual(['P1'])
    expect(load.sentence).toBe(
      '1 of 5 owners carries 40 % of the open actions that somebody here owns.',
    )
    expect(loadOf(having(1, 1, 1, 1, 1)).sentence).toBe(
      '2 of 5 owners carry 40 % of the open actions that somebody here owns.',
    )
    expect(loadOf(having(3, 3, 3, 1)).sentence).toBe(
      '2 of 4 owners carry 60 % of the open actions that somebody here owns.',
    )
  })

  test('are not those who have left, for they carry nothing', () => {
    const load = loadOf([owner({ name: 'Gone', open: 9, leftOn: '2026-09-02' }), ...having(1, 1)])
    expect(load.few.map(({ name }) => name)).toEqual(['P0'])
    expect(load.owned).toBe(2)
  })

  test('are nobody where nothing is owned', () => {
    expect(loadOf([owner({ open: 0 })])).toEqual({
      few: [],
      theirs: 0,
      owned: 0,
      sentence: undefined,
    })
  })
})
