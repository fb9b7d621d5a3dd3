import { describe, expect, test } from 'vitest'
import {
  canEndOverride,
  canOverrideBrag,
  countingBrag,
  isRunning,
  lastDayFor,
  type OverrideAsked,
  type OverrideFacts,
} from './brag-override'

const today = '2026-11-20'
const manager = { personId: 1, roles: ['manager'] } as const
const action: OverrideFacts = { ownerId: 2, derived: 'off-track', running: undefined }
const asked: OverrideAsked = {
  brag: 'at-risk',
  reason: 'The court set the date, and it is agreed.',
  untilOn: '2026-12-18',
}

describe('another colour is stated', () => {
  test('by a manager or a leader, for an action that others own, until its last possible day', () => {
    expect(canOverrideBrag(manager, action, today, asked)).toEqual({ allowed: true })
    const leader = { personId: 1, roles: ['leader'] } as const
    const long = { ...asked, untilOn: lastDayFor(today) }
    expect(lastDayFor(today)).toBe('2027-02-20')
    expect(canOverrideBrag(leader, { ...action, ownerId: null }, today, long).allowed).toBe(true)
  })

  test.each([
    [
      'by a social worker',
      { personId: 1, roles: ['practitioner'] },
      {},
      {},
      'Only a manager or a leader can do this.',
    ],
    [
      'by an administrator',
      { personId: 1, roles: ['admin'] },
      {},
      {},
      'Only a manager or a leader can do this.',
    ],
    [
      'by its owner',
      manager,
      { ownerId: 1 },
      {},
      'Somebody other than the owner must state another colour.',
    ],
    [
      'while one is stated',
      manager,
      { running: { untilOn: '2026-12-01' } },
      {},
      'Another colour is stated until 1 December 2026. End that one first.',
    ],
    [
      'where the table says so already',
      manager,
      {},
      { brag: 'off-track' },
      'The table says “off track” already.',
    ],
    [
      'without a reason',
      manager,
      {},
      { reason: ' ' },
      'Say why the table is wrong about this action.',
    ],
    ['until today', manager, {}, { untilOn: today }, 'Choose an end that lies ahead.'],
    [
      'for longer than three months',
      manager,
      {},
      { untilOn: '2027-02-21' },
      'A stated colour ends within 3 months: by 20 February 2027.',
    ],
  ] as const)('but not %s', (_how, actor, facts, change, because) => {
    expect(
      canOverrideBrag(actor, { ...action, ...facts }, today, { ...asked, ...change }),
    ).toMatchObject({ allowed: false, because })
  })
})

describe('a stated colour', () => {
  test.each([
    ['on its last day', '2026-11-20', null, true],
    ['the day after', '2026-11-19', null, false],
    ['once somebody ended it', '2026-12-18', '2026-11-20', false],
  ] as const)('%s: %s', (_when, untilOn, endedOn, running) => {
    expect(isRunning({ untilOn, endedOn }, today)).toBe(running)
  })

  test.each([
    ['counts where it is worse', 'on-track', 'at-risk', 'at-risk'],
    ['does not count where it is better', 'off-track', 'on-track', 'off-track'],
    ['is not asked about where there is none', 'off-track', undefined, 'off-track'],
  ] as const)('%s', (_what, derived, stated, counts) => {
    expect(countingBrag(derived, stated)).toBe(counts)
  })

  test('can be ended early by those who may state one, while it runs', () => {
    expect(canEndOverride(manager, {})).toEqual({ allowed: true })
    expect(canEndOverride(manager, undefined)).toMatchObject({
      allowed: false,
      because: 'No other colour is stated any more.',
    })
    expect(canEndOverride({ personId: 1, roles: ['observer'] }, {}).allowed).toBe(false)
  })
})
