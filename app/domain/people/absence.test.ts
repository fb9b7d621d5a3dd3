import { describe, expect, test } from 'vitest'
import {
  type AbsenceFacts,
  backOn,
  canEndAbsence,
  canNameDeputy,
  canNameThisDeputy,
  type EndFacts,
  standsInFor,
} from './absence'

const today = '2026-11-20'
const person = (
  personId: number,
  name: string,
  rest: Partial<AbsenceFacts> = {},
): AbsenceFacts => ({
  personId,
  name,
  roles: ['practitioner'],
  isSuspended: false,
  away: [],
  ...rest,
})
const amara = person(1, 'Amara')
const joy = person(2, 'Joy', { roles: ['manager'] })
const helen = person(3, 'Helen', { roles: ['leader'] })
const daniel = person(4, 'Daniel', { roles: ['observer'] })
const admin = person(5, 'Priya', { roles: ['admin'] })
const days = { awayFrom: '2026-12-01', awayTo: '2026-12-12' } as const

describe('a deputy', () => {
  test.each([
    ['by the person herself', amara, amara, joy],
    ['by a manager', joy, amara, joy],
    ['by an administrator', admin, joy, amara],
    ['by a leader for herself', helen, helen, person(6, 'Marcus', { roles: ['leader'] })],
  ])('is named %s', (_who, actor, away, deputy) => {
    expect(canNameThisDeputy(actor, away, deputy, days, today)).toEqual({ allowed: true })
  })

  test('is named for days that have begun, and beside other days of theirs', () => {
    const begun = { awayFrom: '2026-11-10', awayTo: today } as const
    const before = person(1, 'Amara', { away: [{ ...begun, awayTo: '2026-11-30' }] })
    expect(canNameThisDeputy(amara, amara, joy, begun, today).allowed).toBe(true)
    expect(canNameThisDeputy(amara, before, joy, days, today).allowed).toBe(true)
  })

  test.each([
    [
      'by a colleague',
      person(7, 'Callum'),
      amara,
      joy,
      days,
      'Only a manager or an administrator can do this.',
    ],
    [
      'by an observer, even for himself',
      daniel,
      daniel,
      joy,
      days,
      'Only a manager or an administrator can do this.',
    ],
    [
      'for somebody who has left',
      joy,
      person(1, 'Amara', { isSuspended: true }),
      joy,
      days,
      'Amara has left: hand over what is theirs instead.',
    ],
    [
      'for somebody of whom nothing is asked',
      joy,
      daniel,
      amara,
      days,
      'Nothing in the plan is asked of Daniel, so nobody needs to stand in.',
    ],
    ['of oneself', amara, amara, amara, days, 'Somebody else must stand in.'],
    ['that is nobody', amara, amara, undefined, days, 'Choose somebody who is still here.'],
    [
      'who has left',
      amara,
      amara,
      person(2, 'Joy', { isSuspended: true }),
      days,
      'Choose somebody who is still here.',
    ],
    [
      'who only reads',
      amara,
      amara,
      daniel,
      days,
      'Daniel could not do what is asked of Amara. Choose somebody else.',
    ],
    [
      'who does not lead, for a leader',
      helen,
      helen,
      joy,
      days,
      'Joy could not do what is asked of Helen. Choose somebody else.',
    ],
    [
      'for days that run backwards',
      amara,
      amara,
      joy,
      { awayFrom: '2026-12-12', awayTo: '2026-12-01' },
      'The last day away cannot come before the first.',
    ],
    [
      'for days that have passed',
      amara,
      amara,
      joy,
      { awayFrom: '2026-11-02', awayTo: '2026-11-19' },
      'These days have passed.',
    ],
    [
      'twice for one day',
      amara,
      person(1, 'Amara', { away: [{ awayFrom: '2026-12-12', awayTo: '2026-12-20' }] }),
      joy,
      days,
      'Amara is away from 12 December 2026 to 20 December 2026 already. End that first.',
    ],
    [
      'who is away as well',
      amara,
      amara,
      person(2, 'Joy', { away: [{ awayFrom: '2026-11-25', awayTo: '2026-12-01' }] }),
      days,
      'Joy is away too, from 25 November 2026 to 1 December 2026. Choose somebody else.',
    ],
  ] as const)('is not named %s', (_what, actor, away, deputy, when, because) => {
    expect(canNameThisDeputy(actor, away, deputy, when, today)).toMatchObject({
      allowed: false,
      because,
    })
  })

  test('is offered where one may be named at all', () => {
    expect(canNameDeputy(amara, amara).allowed).toBe(true)
    expect(canNameDeputy(amara, joy).allowed).toBe(false)
  })
})

describe('whoever stands in', () => {
  const away = (personId: number, deputyId: number) => ({ personId, deputyId })

  test.each([
    ['nobody', 1, [away(2, 3)], []],
    ['everybody whose deputy she is', 1, [away(2, 1), away(3, 1), away(4, 9)], [2, 3]],
    ['whom her absent colleague stands in for', 1, [away(2, 1), away(3, 2)], [2, 3]],
    [
      'nobody twice, even in a circle',
      1,
      [away(2, 1), away(1, 2), away(3, 2), away(2, 3)],
      [2, 3, 2],
    ],
  ])('has the work of %s', (_who, personId, all, whose) => {
    expect(standsInFor(personId, all).map((one) => one.personId)).toEqual(whose)
  })
})

describe('days away', () => {
  const absence: EndFacts = { ...days, personId: 1, backOn: null }

  test('end today, or before they begin', () => {
    expect(canEndAbsence(amara, absence, today)).toEqual({ allowed: true })
    expect(canEndAbsence(joy, absence, '2026-12-12')).toEqual({ allowed: true })
    expect(backOn(absence, today)).toBe('2026-12-01')
    expect(backOn(absence, '2026-12-05')).toBe('2026-12-05')
  })

  test.each([
    [
      'by a colleague',
      person(7, 'Callum'),
      absence,
      today,
      'Only a manager or an administrator can do this.',
    ],
    [
      'twice',
      amara,
      { ...absence, backOn: '2026-12-03' },
      today,
      'That was said already: back on 3 December 2026.',
    ],
    ['once over', amara, absence, '2026-12-13', 'These days were over on 12 December 2026.'],
  ] as const)('are not ended %s', (_what, actor, facts, day, because) => {
    expect(canEndAbsence(actor, facts, day)).toMatchObject({ allowed: false, because })
  })
})
