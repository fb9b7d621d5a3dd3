import { expect, test } from 'vitest'
import { canEndDecision, canRecordDecision } from './board-decisions'

const leader = { personId: 1, roles: ['leader'] as const }
const amara = { personId: 2, roles: ['practitioner'] as const }
const today = '2026-11-20'
const meeting = { heldOn: '2026-11-05' } as const
const open = { ownerId: 2, ended: null }

test('what a meeting decided is written down after it, by a manager or a leader', () => {
  const decided = { words: 'Pay agencies on time.', dueOn: '2026-11-05' } as const
  expect(canRecordDecision(leader, meeting, today, decided)).toEqual({ allowed: true })
  expect(canRecordDecision(leader, { heldOn: today }, today)).toEqual({ allowed: true })
})

test.each([
  [
    'before the meeting',
    canRecordDecision(leader, { heldOn: '2026-11-21' }, today),
    'This meeting is on 21 November 2026. Write down what it decides after it.',
  ],
  [
    'without words',
    canRecordDecision(leader, meeting, today, { words: ' ', dueOn: null }),
    'Say what was decided.',
  ],
  [
    'due before it was made',
    canRecordDecision(leader, meeting, today, { words: 'Pay.', dueOn: '2026-11-04' }),
    'A decision cannot be due before the meeting that made it.',
  ],
  [
    'by a social worker',
    canRecordDecision(amara, meeting, today),
    'Only a manager or a leader can do this.',
  ],
])('but not %s', (_how, decision, because) => {
  expect(decision).toMatchObject({ allowed: false, because })
})

test('whoever sees to it says that it is done; only managers and leaders withdraw it', () => {
  expect(canEndDecision(amara, open, { ending: 'done', words: '' })).toEqual({ allowed: true })
  expect(canEndDecision(leader, open, { ending: 'withdrawn', words: 'Not ours.' })).toEqual({
    allowed: true,
  })
})

test.each([
  [
    'by somebody else',
    canEndDecision({ ...amara, personId: 3 }, open),
    'Whoever sees to it says how it ended, or a manager or leader.',
  ],
  [
    'twice',
    canEndDecision(leader, { ownerId: 2, ended: { ending: 'done', on: '2026-11-12' } }),
    'This decision is done since 12 November 2026.',
  ],
  [
    'as withdrawn without a reason',
    canEndDecision(leader, open, { ending: 'withdrawn', words: '' }),
    'Say why the decision is withdrawn.',
  ],
  [
    'as withdrawn by the social worker who sees to it',
    canEndDecision(amara, open, { ending: 'withdrawn', words: 'Not mine.' }),
    'Only a manager or a leader can do this.',
  ],
])('it is not ended %s', (_how, decision, because) => {
  expect(decision).toMatchObject({ allowed: false, because })
})
