import { describe, expect, test } from 'vitest'
import {
  bulkOutcome,
  type BulkChange,
  type BulkFacts,
  canChangeInBulk,
  canConfirmBulk,
} from './bulk-change'

const today = '2026-11-20'
const joy = { id: 3, name: 'Joy Okafor', isHere: true }
const lucy = { id: 4, name: 'Lucy Hart', isHere: false }
const action: BulkFacts = {
  owner: joy,
  team: { id: 1, name: 'North' },
  theme: null,
  deliveredOn: null,
  askedFor: null,
  assured: { accepted: 0, signedOff: false },
}
const omar = { id: 5, name: 'Omar Said', isHere: true }

describe('what a change to many does to one action', () => {
  test.each<[string, BulkChange, Partial<BulkFacts>, object]>([
    [
      'hands it over',
      { kind: 'assign', owner: omar },
      {},
      { does: 'changes', from: 'Joy Okafor', to: 'Omar Said' },
    ],
    [
      'gives it a first owner',
      { kind: 'assign', owner: omar },
      { owner: null },
      { does: 'changes', from: 'Nobody' },
    ],
    [
      'leaves it to its owner',
      { kind: 'assign', owner: joy },
      {},
      { does: 'nothing', because: 'Joy Okafor owns it already.' },
    ],
    [
      'moves it to another team',
      { kind: 'team', team: { id: 2, name: 'South' } },
      {},
      { does: 'changes', from: 'North', to: 'South' },
    ],
    [
      'leaves it to its team',
      { kind: 'team', team: { id: 1, name: 'North' } },
      {},
      { does: 'nothing' },
    ],
    [
      'gives it a new theme',
      { kind: 'theme', theme: { id: null, name: 'Voice' } },
      {},
      { does: 'changes', from: 'None', to: 'Voice' },
    ],
    [
      'asks its owner',
      { kind: 'update', dueOn: '2026-11-27' },
      {},
      { does: 'changes', to: 'Joy Okafor is asked, by 27 November 2026' },
    ],
  ])('%s', (_what, change, facts, outcome) => {
    expect(bulkOutcome(change, { ...action, ...facts }, today)).toMatchObject(outcome)
  })

  const ask: BulkChange = { kind: 'update', dueOn: '2026-11-27' }
  test.each<[string, BulkChange, Partial<BulkFacts>, string]>([
    ['to somebody who left', { kind: 'assign', owner: lucy }, {}, 'Lucy Hart has left.'],
    [
      'to the person who signed off its impact',
      { kind: 'assign', owner: omar },
      { assured: { accepted: 0, signedOff: true } },
      'Omar Said signed off its impact, and nobody assures their own work.',
    ],
    [
      'to the person who accepted evidence of it',
      { kind: 'assign', owner: omar },
      { assured: { accepted: 2, signedOff: false } },
      'Omar Said accepted 2 pieces of evidence of it, and nobody assures their own work.',
    ],
    ['of nobody', ask, { owner: null }, 'Nobody owns it, so there is nobody to ask.'],
    ['of somebody who left', ask, { owner: lucy }, 'Its owner, Lucy Hart, has left.'],
    [
      'of what is delivered',
      ask,
      { deliveredOn: '2026-11-01' },
      'It was delivered on 1 November 2026.',
    ],
    [
      'twice',
      ask,
      { askedFor: { name: 'Joy Okafor', dueOn: '2026-11-25' } },
      'Joy Okafor was asked already, for 25 November 2026.',
    ],
    [
      'by a day that has passed',
      { kind: 'update', dueOn: '2026-11-19' },
      {},
      'That day has passed.',
    ],
  ])('but not %s', (_what, change, facts, because) => {
    expect(bulkOutcome(change, { ...action, ...facts }, today)).toEqual({
      does: 'refused',
      because,
    })
  })
})

describe('a change to many', () => {
  const manager = { personId: 1, roles: ['manager'] as const }
  test('is a manager’s, of some actions and not of thousands', () => {
    expect(canChangeInBulk(manager, 'assign', 12)).toEqual({ allowed: true })
    expect(canChangeInBulk({ personId: 1, roles: ['practitioner'] }, 'assign', 12)).toMatchObject({
      allowed: false,
    })
    expect(canChangeInBulk({ personId: 1, roles: ['observer'] }, 'update', 12)).toMatchObject({
      allowed: false,
    })
    expect(canChangeInBulk(manager, 'team', 0)).toMatchObject({
      because: 'Choose the actions first.',
    })
    expect(canChangeInBulk(manager, 'theme', 10_000)).toMatchObject({
      because:
        'Choose at most 1,000 actions: what happens to each is shown first, and nobody reads through 10,000.',
    })
  })

  test('does all or none', () => {
    const changes = { does: 'changes', from: 'a', to: 'b' } as const
    const refused = { does: 'refused', because: 'No.' } as const
    const nothing = { does: 'nothing', because: 'It is so.' } as const
    expect(canConfirmBulk([changes, nothing])).toEqual({ allowed: true })
    expect(canConfirmBulk([changes, refused])).toMatchObject({
      because: '1 action is refused. Leave them out, or change what you ask.',
    })
    expect(canConfirmBulk([nothing])).toMatchObject({ because: 'It would change nothing.' })
  })
})
