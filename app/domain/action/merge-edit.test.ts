import { describe, expect, test } from 'vitest'
import { changedFields, mergeEdit, type PlannedAction } from './merge-edit'

const base: PlannedAction = {
  title: 'Test the hand-over protocol',
  outcome: '',
  successMeasure: '',
  ownerId: 1,
  startOn: null,
  dueOn: null,
  teamId: null,
  theme: '',
  contributorIds: [2, 3],
  recommendationIds: [10],
}

describe('two edits of one action', () => {
  test('are both kept where they changed different things', () => {
    const theirs = { ...base, ownerId: 5, contributorIds: [2, 3, 4] }
    const mine = { ...base, outcome: 'Children keep one worker', contributorIds: [3] }
    expect(mergeEdit(base, theirs, mine)).toEqual({
      merged: {
        ...base,
        ownerId: 5,
        outcome: 'Children keep one worker',
        contributorIds: [3, 4],
      },
      collisions: [],
    })
  })

  test('collide where they changed the same thing differently, and hers stands to be decided', () => {
    const theirs = { ...base, title: 'Audit hand-overs', ownerId: 5 }
    const mine = { ...base, title: 'Test hand-overs monthly', ownerId: null }
    const { merged, collisions } = mergeEdit(base, theirs, mine)
    expect(collisions).toEqual(['title', 'ownerId'])
    expect(merged).toMatchObject({ title: 'Test hand-overs monthly', ownerId: null })
  })

  test('are both kept where one moves it to a team and the other gives it a theme', () => {
    const theirs = { ...base, teamId: 7 }
    const mine = { ...base, theme: 'Supervision' }
    expect(mergeEdit(base, theirs, mine)).toEqual({
      merged: { ...base, teamId: 7, theme: 'Supervision' },
      collisions: [],
    })
    expect(mergeEdit(base, theirs, { ...base, teamId: 8 }).collisions).toEqual(['teamId'])
    expect(mergeEdit(base, mine, { ...base, theme: 'Voice' }).collisions).toEqual(['theme'])
  })

  test('do not collide where both say the same', () => {
    const same = { ...base, title: 'Audit hand-overs' }
    expect(mergeEdit(base, same, same)).toEqual({ merged: same, collisions: [] })
  })

  test('keep what others wrote where she changed nothing', () => {
    const theirs = { ...base, title: 'Audit hand-overs', recommendationIds: [10, 11] }
    expect(mergeEdit(base, theirs, base)).toEqual({ merged: theirs, collisions: [] })
  })
})

test('what differs between two states is named, whatever the order of people', () => {
  expect(changedFields(base, { ...base, contributorIds: [3, 2] })).toEqual([])
  expect(changedFields(base, { ...base, ownerId: null, contributorIds: [3] })).toEqual([
    'ownerId',
    'contributorIds',
  ])
})
