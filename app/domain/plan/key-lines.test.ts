import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canWriteKeyLines,
  isSameKeyLine,
  type KeyLine,
  keyLineParts,
  mergeKeyLine,
} from './key-lines'

const base: KeyLine = {
  question: 'Why do children wait?',
  known: '',
  howKnown: '',
  nextStep: '',
  evidenceIds: [1],
  actionIds: [],
}

test('key lines are written by managers and leaders until the visit is held', () => {
  for (const role of ['manager', 'leader'] as const) {
    expect(canWriteKeyLines({ personId: 1, roles: [role] }, { heldTo: null }).allowed).toBe(true)
  }
  expect(canWriteKeyLines({ personId: 1, roles: ['practitioner'] }, { heldTo: null })).toEqual({
    allowed: false,
    because: 'Only a manager or a leader can do this.',
  })
  expect(canWriteKeyLines({ personId: 1, roles: ['leader'] }, { heldTo: '2026-11-10' })).toEqual({
    allowed: false,
    because: 'This visit was held until 10 November 2026, so its key lines stay as they are.',
  })
})

test('two who write different parts both keep them', () => {
  const theirs = { ...base, known: 'Nine wait.', evidenceIds: [1, 2] }
  const mine = { ...base, nextStep: 'Name a worker for each.', evidenceIds: [3] }
  expect(mergeKeyLine(base, theirs, mine)).toEqual({
    merged: {
      ...base,
      known: 'Nine wait.',
      nextStep: 'Name a worker for each.',
      evidenceIds: [2, 3],
    },
    collisions: [],
  })
})

test('two who write the same part see both', () => {
  const theirs = { ...base, known: 'Nine wait.' }
  const mine = { ...base, known: 'Eight wait.' }
  expect(mergeKeyLine(base, theirs, mine)).toMatchObject({
    merged: { known: 'Eight wait.' },
    collisions: ['known'],
  })
  expect(mergeKeyLine(base, theirs, theirs).collisions).toEqual([])
})

const words = fc.constantFrom('', 'Nine wait.', 'Eight wait.')
const ids = fc.subarray([1, 2, 3, 4])
const keyLine: fc.Arbitrary<KeyLine> = fc.record({
  ...{ question: words, known: words, howKnown: words, nextStep: words },
  ...{ evidenceIds: ids, actionIds: ids },
})

test('whatever two write, nothing of either is lost unseen', () => {
  fc.assert(
    fc.property(keyLine, keyLine, keyLine, (from, theirs, mine) => {
      const { merged, collisions } = mergeKeyLine(from, theirs, mine)
      for (const part of keyLineParts) {
        if (mine[part] !== from[part]) expect(merged[part]).toBe(mine[part])
        else expect(merged[part]).toBe(theirs[part])
        const isLost = theirs[part] !== from[part] && merged[part] !== theirs[part]
        expect(collisions.includes(part)).toBe(isLost)
      }
      expect(isSameKeyLine(mergeKeyLine(from, from, mine).merged, mine)).toBe(true)
      expect(isSameKeyLine(mergeKeyLine(from, theirs, from).merged, theirs)).toBe(true)
    }),
  )
})
