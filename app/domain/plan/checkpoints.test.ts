import { describe, expect, test } from 'vitest'
import { canAddBoardMeeting, checkpointsOf, inSentence, lastCheckpoint } from './checkpoints'

const all = checkpointsOf(
  [
    { kind: 'monitoring-visit', heldTo: '2026-09-12' },
    { kind: 'focused-visit', heldTo: null },
  ],
  [
    { name: 'Improvement board', heldOn: '2026-11-05' },
    { name: 'Improvement board', heldOn: '2026-12-03' },
  ],
)

describe('the checkpoints', () => {
  test('are the visits that were held and the meetings of the board, the latest first', () => {
    expect(all).toEqual([
      { on: '2026-12-03', title: 'the improvement board' },
      { on: '2026-11-05', title: 'the improvement board' },
      { on: '2026-09-12', title: 'the monitoring visit' },
    ])
  })

  test.each([
    ['2026-11-20', '2026-11-05'],
    ['2026-11-05', '2026-09-12'],
    ['2026-12-04', '2026-12-03'],
    ['2026-09-12', undefined],
  ] as const)('on %s, the last was on %s', (today, on) => {
    expect(lastCheckpoint(all, today)?.on).toBe(on)
  })
})

test.each([
  ['Improvement board', 'the improvement board'],
  ['CSIB', 'the CSIB'],
  ['The board', 'the board'],
])('%s goes on in a sentence as %s', (name, words) => {
  expect(inSentence(name)).toBe(words)
})

test('a meeting is added by a manager or a leader, with a name', () => {
  const manager = { personId: 1, roles: ['manager'] } as const
  expect(canAddBoardMeeting(manager, { name: 'Improvement board' })).toEqual({ allowed: true })
  expect(canAddBoardMeeting(manager, { name: ' ' })).toMatchObject({
    because: 'Give the meeting a name.',
  })
  expect(canAddBoardMeeting({ personId: 1, roles: ['admin'] }).allowed).toBe(false)
})
