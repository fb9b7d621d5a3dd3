import { describe, expect, test } from 'vitest'
import {
  type AnswerFacts,
  answeredTitles,
  canAnswerOffer,
  canComeToOwn,
  canOffer,
  type HandOverKind,
  handOverKinds,
  type HeldFacts,
  type NewOwner,
  type OfferFacts,
} from './hand-over'

const manager = { personId: 1, roles: ['manager'] as const }
const admin = { personId: 2, roles: ['admin'] as const }
const leader = { personId: 3, roles: ['leader'] as const }
const owen: NewOwner = { personId: 8, name: 'Owen', roles: ['practitioner'], isSuspended: false }
const asOwen = { personId: 8, roles: owen.roles }
const lucy = 9
const clean = { accepted: 0, signedOff: false }

const held = (kind: HandOverKind, differs: Partial<HeldFacts> = {}): HeldFacts => ({
  ...{ kind, holderId: lucy, holderName: 'Lucy', isOver: false, addedById: null, ownerId: null },
  ...differs,
})

const offer: OfferFacts = {
  ...{ fromId: lucy, to: owen, held: held('action'), offeredTo: null, assured: clean },
}

describe('an action', () => {
  test('is offered by a manager or an administrator, to a leader too', () => {
    expect(canOffer(manager, offer)).toEqual({ allowed: true })
    expect(canOffer(admin, offer)).toEqual({ allowed: true })
    expect(canOffer(manager, { ...offer, to: { ...owen, roles: ['leader'] } })).toEqual({
      allowed: true,
    })
  })

  test.each([
    ['by a leader', leader, {}, 'Only a manager or an administrator can do this.'],
    ['by the one who would have it', asOwen, {}, 'Only a manager or an administrator can do this.'],
    [
      'that has another owner by now',
      manager,
      { held: held('action', { holderId: 7, holderName: 'Joy' }) },
      'Joy owns it now.',
    ],
    [
      'that has no owner by now',
      manager,
      { held: held('action', { holderId: null, holderName: null }) },
      'Nobody owns it now.',
    ],
    [
      'that waits for another answer',
      manager,
      { offeredTo: 'Joy' },
      'Joy is asked to accept it and has not answered.',
    ],
    [
      'to its owner',
      manager,
      { to: { ...owen, personId: lucy, name: 'Lucy' } },
      'Lucy has it already.',
    ],
    ['to somebody who has left', manager, { to: { ...owen, isSuspended: true } }, 'Owen has left.'],
    [
      'to an observer',
      manager,
      { to: { ...owen, roles: ['observer'] } },
      'Owen could not do what is asked there.',
    ],
    [
      'to an administrator who is nothing else',
      manager,
      { to: { ...owen, roles: ['admin'] } },
      'Owen could not do what is asked there.',
    ],
    [
      'to somebody who accepted evidence of it',
      manager,
      { assured: { accepted: 2, signedOff: false } },
      'Owen accepted 2 pieces of evidence of it, and nobody assures their own work.',
    ],
    [
      'to the leader who signed off its impact',
      manager,
      { assured: { accepted: 0, signedOff: true } },
      'Owen signed off its impact, and nobody assures their own work.',
    ],
  ] as const)('is not offered %s', (_what, actor, rest, because) => {
    expect(canOffer(actor, { ...offer, ...rest } as OfferFacts)).toEqual({
      allowed: false,
      because,
    })
  })

  test('comes to nobody who assured it, whoever makes them the owner', () => {
    expect(canComeToOwn('Owen', clean)).toEqual({ allowed: true })
    expect(canComeToOwn('Owen', { accepted: 1, signedOff: true })).toEqual({
      allowed: false,
      because: 'Owen accepted 1 piece of evidence of it, and nobody assures their own work.',
    })
  })
})

describe('whatever somebody has', () => {
  const joy: NewOwner = { personId: 5, name: 'Joy', roles: ['manager'], isSuspended: false }

  test.each(handOverKinds)('is offered and asks for an answer: %s', (kind) => {
    const asked = { ...offer, to: joy, held: held(kind) }
    expect(canOffer(manager, asked)).toEqual({ allowed: true })
    expect(canOffer(admin, asked)).toEqual({ allowed: true })
    expect(canOffer(leader, asked)).toEqual({
      allowed: false,
      because: 'Only a manager or an administrator can do this.',
    })
    expect(canOffer(manager, { ...asked, offeredTo: 'Owen' })).toEqual({
      allowed: false,
      because: 'Owen is asked to accept it and has not answered.',
    })
    expect(canOffer(manager, { ...asked, to: { ...joy, isSuspended: true } })).toEqual({
      allowed: false,
      because: 'Joy has left.',
    })
  })

  test.each([
    ['part', { holderId: null }, 'Their part in it has ended meanwhile.'],
    ['part', { isOver: true }, 'It was delivered meanwhile.'],
    ['request', { holderId: 7 }, 'Somebody else is asked for it now.'],
    ['request', { isOver: true }, 'It has been answered or taken back meanwhile.'],
    ['review', { holderId: 7 }, 'Somebody else is to judge it now.'],
    ['review', { isOver: true }, 'It has been judged or taken back meanwhile.'],
    ['measure', { holderId: 7 }, 'Somebody else answers for it now.'],
    ['ready', { holderId: 7 }, 'Somebody else sees to it now.'],
    ['ready', { isOver: true }, 'It is over meanwhile.'],
    ['decided', { holderId: null }, 'Somebody else sees to it now.'],
    ['decided', { isOver: true }, 'It is over meanwhile.'],
  ] as const)(
    'is neither offered nor accepted once it went another way: %s %o',
    (kind, differs, because) => {
      const gone = held(kind, differs)
      expect(canOffer(manager, { ...offer, to: joy, held: gone })).toEqual({
        allowed: false,
        because,
      })
      const asked = {
        fromId: lucy,
        toId: 5,
        toName: 'Joy',
        answer: null,
        held: gone,
        assured: clean,
      }
      expect(canAnswerOffer({ personId: 5, roles: joy.roles }, asked, 'accepted')).toEqual({
        allowed: false,
        because,
      })
    },
  )

  test.each([
    ['evidence that is asked for', 'request', { roles: ['leader'] }],
    ['judging', 'review', { roles: ['practitioner'] }],
    ['judging, though they lead', 'review', { roles: ['leader'] }],
    ['what is to be ready for a visit', 'ready', { roles: ['observer'] }],
    ['what the board decided', 'decided', { roles: ['admin'] }],
    ['a measure', 'measure', { roles: ['observer'] }],
    ['a part', 'part', { roles: ['admin'] }],
  ] as const)('is not offered to somebody who could not do it: %s', (_what, kind, who) => {
    expect(canOffer(manager, { ...offer, to: { ...joy, ...who }, held: held(kind) })).toEqual({
      allowed: false,
      because: 'Joy could not do what is asked there.',
    })
  })

  test.each([
    ['who added it', { addedById: 5 }, 'Joy added it, and nobody assures their own work.'],
    [
      'who owns the action',
      { ownerId: 5 },
      'Joy owns the action, and nobody assures their own work.',
    ],
  ])('is judged by nobody %s, asked or accepting', (_who, differs, because) => {
    const review = held('review', differs)
    expect(canOffer(manager, { ...offer, to: joy, held: review })).toEqual({
      allowed: false,
      because,
    })
    const asked = {
      ...{ fromId: lucy, toId: 5, toName: 'Joy', answer: null, held: review, assured: clean },
    }
    const asJoy = { personId: 5, roles: joy.roles }
    expect(canAnswerOffer(asJoy, asked, 'accepted')).toEqual({ allowed: false, because })
    expect(canAnswerOffer(asJoy, asked, 'declined', 'It is mine.')).toEqual({ allowed: true })
  })

  test('is not accepted by somebody whose roles have changed meanwhile', () => {
    const asked = {
      ...{ fromId: lucy, toId: 8, toName: 'Owen', answer: null, assured: clean },
      held: held('review'),
    }
    expect(canAnswerOffer(asOwen, asked, 'accepted')).toEqual({
      allowed: false,
      because: 'Only a manager can do this.',
    })
  })
})

describe('an offer', () => {
  const open: AnswerFacts = {
    ...{ fromId: lucy, toId: 8, toName: 'Owen', answer: null },
    ...{ held: held('action'), assured: clean },
  }

  test('is called by its answer once it is answered', () => {
    const titles = Object.values(answeredTitles).map((title) => title('Owen'))
    expect(titles).toEqual([
      'Handed over to Owen',
      'Declined by Owen',
      'Not offered to Owen any more',
      'Gone to somebody other than Owen',
    ])
  })

  test('is accepted or declined by the one asked, and taken back by a manager', () => {
    expect(canAnswerOffer(asOwen, open, 'accepted')).toEqual({ allowed: true })
    expect(canAnswerOffer(asOwen, open, 'declined', 'I leave in March.')).toEqual({ allowed: true })
    expect(canAnswerOffer(manager, open, 'withdrawn', '')).toEqual({ allowed: true })
    // Somebody who assured it meanwhile can still say no.
    const assured = { ...open, assured: { accepted: 1, signedOff: false } }
    expect(canAnswerOffer(asOwen, assured, 'declined', 'I judged it.')).toEqual({ allowed: true })
  })

  test.each([
    [
      'accepted for somebody else',
      manager,
      open,
      'accepted',
      '',
      'Owen is asked to accept it, and nobody else can.',
    ],
    [
      'declined for somebody else',
      manager,
      open,
      'declined',
      'No.',
      'Owen is asked to accept it, and nobody else can.',
    ],
    [
      'taken back by the one asked',
      asOwen,
      open,
      'withdrawn',
      '',
      'Only a manager or an administrator can do this.',
    ],
    ['declined without a reason', asOwen, open, 'declined', ' ', 'Say why you decline.'],
    [
      'accepted by somebody who accepted evidence of it meanwhile',
      asOwen,
      { ...open, assured: { accepted: 1, signedOff: false } },
      'accepted',
      '',
      'Owen accepted 1 piece of evidence of it, and nobody assures their own work.',
    ],
    [
      'accepted twice',
      asOwen,
      { ...open, answer: 'accepted' },
      'accepted',
      '',
      'This was accepted already.',
    ],
    [
      'accepted once declined',
      asOwen,
      { ...open, answer: 'declined' },
      'accepted',
      '',
      'This was declined already.',
    ],
    [
      'accepted once taken back',
      asOwen,
      { ...open, answer: 'withdrawn' },
      'accepted',
      '',
      'This was taken back: it is no longer offered.',
    ],
    [
      'accepted once somebody else has it',
      asOwen,
      { ...open, answer: 'overtaken' },
      'accepted',
      '',
      'It went to somebody else meanwhile.',
    ],
  ] as const)('is not %s', (_what, actor, facts, answer, reason, because) => {
    expect(canAnswerOffer(actor, facts, answer, reason)).toEqual({ allowed: false, because })
  })
})
