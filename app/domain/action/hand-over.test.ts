import { describe, expect, test } from 'vitest'
import {
  type AnswerFacts,
  canAnswerOffer,
  canComeToOwn,
  canOffer,
  canPassOnDuty,
  canPassOnMeasure,
  canPassOnPart,
  canPassOnRequest,
  canPassOnReview,
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

const offer: OfferFacts = {
  fromId: lucy,
  to: owen,
  ownerId: lucy,
  ownerName: 'Lucy',
  offeredTo: null,
  assured: clean,
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
      { ownerId: 7, ownerName: 'Joy' },
      'Joy owns it now.',
    ],
    [
      'that has no owner by now',
      manager,
      { ownerId: null, ownerName: null },
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

describe('a part in an action, and evidence that is asked for,', () => {
  const part = { fromId: lucy, to: owen, isStillTheirs: true }
  const request = { fromId: lucy, to: owen, askedOfId: lucy, isAnswered: false }

  test('pass on without an answer', () => {
    expect(canPassOnPart(manager, part)).toEqual({ allowed: true })
    expect(canPassOnRequest(admin, request)).toEqual({ allowed: true })
  })

  test.each([
    ['by a leader', leader, part, 'Only a manager or an administrator can do this.'],
    [
      'that has ended',
      manager,
      { ...part, isStillTheirs: false },
      'Their part in it has ended meanwhile.',
    ],
    [
      'to somebody who has left',
      manager,
      { ...part, to: { ...owen, isSuspended: true } },
      'Owen has left.',
    ],
  ])('as a part not %s', (_what, actor, facts, because) => {
    expect(canPassOnPart(actor, facts)).toEqual({ allowed: false, because })
  })

  test.each([
    ['by a leader', leader, request, 'Only a manager or an administrator can do this.'],
    ['that came', manager, { ...request, isAnswered: true }, 'It has been answered meanwhile.'],
    [
      'that is asked of another by now',
      manager,
      { ...request, askedOfId: 5 },
      'Somebody else is asked for it now.',
    ],
    [
      'of a leader, who adds no evidence',
      manager,
      { ...request, to: { ...owen, roles: ['leader'] as const } },
      'Owen could not do what is asked there.',
    ],
  ])('as a request not %s', (_what, actor, facts, because) => {
    expect(canPassOnRequest(actor, facts)).toEqual({ allowed: false, because })
  })
})

describe('an offer', () => {
  const open: AnswerFacts = { toId: 8, toName: 'Owen', answer: null, assured: clean }

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
      'accepted once somebody else owns it',
      asOwen,
      { ...open, answer: 'overtaken' },
      'accepted',
      '',
      'Somebody else was made the owner meanwhile.',
    ],
  ] as const)('is not %s', (_what, actor, facts, answer, reason, because) => {
    expect(canAnswerOffer(actor, facts, answer, reason)).toEqual({ allowed: false, because })
  })
})

describe('the judging of evidence', () => {
  const joy: NewOwner = { personId: 5, name: 'Joy', roles: ['manager'], isSuspended: false }
  const review = {
    ...{ fromId: lucy, to: joy, reviewerId: lucy, isJudged: false, addedById: 8, ownerId: 7 },
  }

  test('passes to another manager at once, also before there is any evidence', () => {
    expect(canPassOnReview(manager, review)).toEqual({ allowed: true })
    expect(canPassOnReview(admin, { ...review, addedById: null })).toEqual({ allowed: true })
  })

  test.each([
    ['once it is judged', { isJudged: true }, 'It has been judged meanwhile.'],
    ['that is somebody else’s now', { reviewerId: 4 }, 'Somebody else is to judge it now.'],
    ['to somebody who judges nothing', { to: owen }, 'Owen could not do what is asked there.'],
    [
      'to the one who added it',
      { addedById: joy.personId },
      'Joy added it, and nobody assures their own work.',
    ],
    [
      'to the owner of the action',
      { ownerId: joy.personId },
      'Joy owns the action, and nobody assures their own work.',
    ],
  ])('but not %s', (_what, differs, because) => {
    expect(canPassOnReview(manager, { ...review, ...differs })).toEqual({ allowed: false, because })
  })
})

describe('a measure', () => {
  const measure = { fromId: lucy, to: owen, ownerId: lucy }

  test('passes to another who answers for it', () => {
    expect(canPassOnMeasure(manager, measure)).toEqual({ allowed: true })
  })

  test.each([
    ['by a leader', leader, {}, 'Only a manager or an administrator can do this.'],
    ['that has another owner by now', manager, { ownerId: 7 }, 'Somebody else answers for it now.'],
    ['to somebody who has left', manager, { to: { ...owen, isSuspended: true } }, 'Owen has left.'],
  ])('but not %s', (_what, actor, differs, because) => {
    expect(canPassOnMeasure(actor, { ...measure, ...differs })).toEqual({ allowed: false, because })
  })
})

describe('what somebody sees to for a visit or the board', () => {
  const duty = { fromId: lucy, to: owen, ownerId: lucy, isOver: false }

  test('passes on at once', () => {
    expect(canPassOnDuty(manager, duty)).toEqual({ allowed: true })
    expect(canPassOnDuty(admin, duty)).toEqual({ allowed: true })
  })

  test.each([
    ['by a leader', leader, {}, 'Only a manager or an administrator can do this.'],
    ['that somebody else sees to by now', manager, { ownerId: 7 }, 'Somebody else sees to it now.'],
    ['once it is over', manager, { isOver: true }, 'It is over meanwhile.'],
    ['to somebody who has left', manager, { to: { ...owen, isSuspended: true } }, 'Owen has left.'],
    [
      'to somebody who only reads',
      manager,
      { to: { ...owen, roles: ['observer'] as const } },
      'Owen could not do what is asked there.',
    ],
  ])('but not %s', (_what, actor, differs, because) => {
    expect(canPassOnDuty(actor, { ...duty, ...differs })).toEqual({ allowed: false, because })
  })
})
