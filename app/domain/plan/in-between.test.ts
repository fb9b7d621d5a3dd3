import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../time/calendar-date'
import { actionStanding, type ActionFacts } from '../action/standing'
import { inBetween } from './in-between'

const again = '2019-03-04'
const bare: ActionFacts = {
  successMeasure: '',
  ownerId: null,
  startOn: null,
  originalDueOn: null,
  dueOn: null,
  deliveredOn: null,
  milestones: [],
  dueDateChanges: [],
  latestUpdate: null,
  evidence: [],
  signOff: null,
}
const action = (differs: Partial<ActionFacts> = {}) => {
  const facts = { ...bare, ...differs }
  return { deliveredOn: facts.deliveredOn, standing: actionStanding(facts, '2026-11-20') }
}
const delivered = (deliveredOn: CalendarDate, differs: Partial<ActionFacts> = {}) =>
  action({ deliveredOn, ...differs })
const accepted: ActionFacts['evidence'][number] = {
  id: 1,
  title: 'Audit',
  kind: 'case-audit',
  periodFrom: '2016-01-01',
  periodTo: '2016-03-31',
  addedById: 4,
  verdict: 'accepted',
}
const signed = (verdict: 'made-a-difference' | 'made-no-difference' | 'worse') => ({
  id: 1,
  verdict,
  words: 'Told to the board.',
  signerName: 'H. Marsh',
  signedOn: '2017-02-01' as const,
})

describe('what was done between being told and told again', () => {
  test.each([
    ['nothing', [], ['No action was planned for it.']],
    [
      'one action, delivered before and never checked',
      [delivered('2016-09-30')],
      [
        'The one action for it was delivered on 30 September 2016, and it was told again.',
        'Nobody has accepted evidence for it.',
        'Nobody has signed what difference it made.',
      ],
    ],
    [
      'one action that was delivered only after',
      [delivered('2019-03-04', { evidence: [accepted], signOff: signed('made-a-difference') })],
      [
        'The one action for it was not delivered before it was told again.',
        'Evidence was accepted for it.',
        'A leader has signed: made a difference.',
      ],
    ],
    [
      'three actions, two delivered',
      [
        delivered('2016-09-30', { evidence: [accepted], signOff: signed('made-a-difference') }),
        delivered('2017-01-31', { signOff: signed('made-no-difference') }),
        action(),
      ],
      [
        '2 of 3 actions for it were delivered before it was told again, the last on 31 January 2017.',
        'Evidence was accepted for 1 of 3.',
        'A leader has signed: made no difference (1 of 3), made a difference (1 of 3).',
      ],
    ],
    [
      'two actions, both delivered',
      [delivered('2016-09-30'), delivered('2016-05-02')],
      [
        'All 2 actions for it were delivered before it was told again, the last on 30 September 2016.',
        'Nobody has accepted evidence for any of them.',
        'Nobody has signed what difference they made.',
      ],
    ],
    [
      'two actions, one delivered',
      [delivered('2016-09-30'), action()],
      [
        '1 of 2 actions for it was delivered before it was told again, on 30 September 2016.',
        'Nobody has accepted evidence for any of them.',
        'Nobody has signed what difference they made.',
      ],
    ],
    [
      'two actions, none delivered',
      [action(), action()],
      [
        'None of 2 actions for it was delivered before it was told again.',
        'Nobody has accepted evidence for any of them.',
        'Nobody has signed what difference they made.',
      ],
    ],
  ])('%s', (_what, actions, sentences) => {
    expect(inBetween(actions, again)).toEqual(sentences)
  })
})
