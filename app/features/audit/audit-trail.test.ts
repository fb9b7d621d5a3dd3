import { describe, expect } from 'vitest'
import type { Tx } from '~/db/db.server'
import { recordEvent, type NewEvent } from '~/db/tables/events.server'
import { test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makeEvidence, makePerson } from '~/testing/make'
import { auditTrailView } from './audit-trail.query.server'
import { eventDetails, eventTitle } from './event-in-words'

const minute = (at: number) => new Date(aFriday.getTime() + at * 60_000)

const record = (db: Tx, event: Partial<NewEvent> & Pick<NewEvent, 'subject'>) =>
  recordEvent(db, {
    what: 'action.due-date-changed',
    actorId: undefined,
    happenedAt: aFriday,
    ...event,
  })

describe('the audit trail', () => {
  test('tells who did what, when, to what, and how it was before', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const actorId = await makePerson(db, { name: 'Grace Holloway' })
    const actionId = await makeAction(db, { title: 'Test the hand-over protocol' })
    await record(db, {
      subject: { kind: 'action', id: actionId },
      actorId,
      before: { dueOn: '2026-06-30', reason: 'same' },
      after: { dueOn: '2026-08-15', reason: 'same' },
    })
    const { events, older } = await auditTrailView(admin, {})
    expect(older).toBeUndefined()
    expect(events).toEqual([
      {
        id: expect.any(Number),
        at: '20 Nov 2026, 09:00',
        who: { name: 'Grace Holloway', to: `/admin/audit?person=${actorId}` },
        title: 'Due date changed',
        kind: 'Actions',
        subject: {
          name: `A${actionId} Test the hand-over protocol`,
          to: `/actions/${actionId}`,
        },
        details: [{ name: 'Due', before: '30 Jun 2026', after: '15 Aug 2026' }],
      },
    ])
  })

  test('does not tell an administrator what evidence says', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const evidenceId = await makeEvidence(db, { title: 'Supervision audit' })
    await record(db, {
      what: 'evidence.added',
      subject: { kind: 'evidence', id: evidenceId },
      after: { shows: 'secret words' },
    })
    await record(db, {
      what: 'action.evidence-asked-for',
      subject: { kind: 'action', id: await makeAction(db) },
      after: { what: 'secret words' },
    })
    const view = await auditTrailView(admin, {})
    expect(view.events.map(({ details }) => details)).toEqual([undefined, undefined])
    expect(JSON.stringify(view)).not.toMatch(/secret words|Supervision audit/)

    const both = await auditTrailView(await contextFor(db, ['admin', 'manager']), {})
    expect(JSON.stringify(both)).toMatch(/secret words/)
    expect(JSON.stringify(both)).toMatch(/Supervision audit/)
  })

  test('hides restricted evidence from those who may not see it, whatever else they read', async ({
    db,
  }) => {
    const evidenceId = await makeEvidence(db, { title: 'Supervision audit', restricted: true })
    await record(db, {
      what: 'evidence.added',
      subject: { kind: 'evidence', id: evidenceId },
      after: { shows: 'secret words' },
    })
    const view = await auditTrailView(await contextFor(db, ['admin', 'observer']), {})
    expect(JSON.stringify(view)).not.toMatch(/secret words|Supervision audit/)
  })

  test('is narrowed to what a person did or was the subject of, and to one kind', async ({
    db,
  }) => {
    const admin = await contextFor(db, 'admin')
    const amara = await makePerson(db)
    const other = await makePerson(db)
    const subject = { kind: 'action' as const, id: await makeAction(db) }
    await record(db, { subject, actorId: amara, what: 'action.one' })
    await record(db, { subject, actorId: other, what: 'action.two' })
    await record(db, { subject: { kind: 'person', id: amara }, what: 'person.three' })
    const titles = async (filter: Parameters<typeof auditTrailView>[1]) =>
      (await auditTrailView(admin, filter)).events.map(({ title }) => title)
    expect(await titles({ person: String(amara) })).toEqual(['Three', 'One'])
    expect(await titles({ kind: 'action' })).toEqual(['Two', 'One'])
    expect(await titles({ person: String(amara), kind: 'person' })).toEqual(['Three'])
  })

  test('takes what it cannot read as if nothing were asked', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    await record(db, { subject: { kind: 'team', id: 1 } })
    for (const asked of [{ person: 'x' }, { kind: 'nothing' }, { before: 'x' }, { before: '1-' }]) {
      expect((await auditTrailView(admin, asked)).events).toHaveLength(1)
    }
  })

  test('is read page by page, each event once, events of one moment too', async ({ db }) => {
    const admin = await contextFor(db, 'admin')
    const subject = { kind: 'team' as const, id: 1 }
    for (let at = 0; at < 120; at += 1) {
      await record(db, {
        subject,
        what: `team.number-${'a'.repeat(at + 1)}`,
        happenedAt: minute(Math.floor(at / 40)),
      })
    }
    const read: number[] = []
    let before: string | undefined
    for (let page = 1; page <= 3; page += 1) {
      const view = await auditTrailView(admin, { before })
      read.push(...view.events.map(({ id }) => id))
      before = view.older ? new URL(view.older, 'http://x').searchParams.get('before')! : undefined
    }
    expect(before).toBeUndefined()
    expect(read).toHaveLength(120)
    expect(new Set(read).size).toBe(120)
    expect(read).toEqual([...read].sort((a, b) => b - a))
  })
})

describe('an event in words', () => {
  const names = { people: new Map([[7, 'Joy Okafor']]), teams: new Map([[3, 'Assessment']]) }

  test.each([
    ['person.signed-in', 'Signed in'],
    ['action.owner-changed', 'Owner changed'],
    ['something.never-seen-before', 'Never seen before'],
  ])('%s is "%s"', (what, title) => {
    expect(eventTitle(what)).toBe(title)
  })

  test.each([
    ['a person', { ownerId: 7 }, 'Owner', 'Joy Okafor'],
    ['a team', { teamId: 3 }, 'Team', 'Assessment'],
    ['a value of a list', { verdict: 'made-a-difference' }, 'Verdict', 'made a difference'],
    ['people', { contributorIds: [7] }, 'Contributor', 'Joy Okafor'],
    ['roles', { roles: ['practitioner', 'admin'] }, 'Roles', 'Social worker, Administrator'],
    ['a date', { expectedFrom: '2026-12-08' }, 'Expected from', '8 Dec 2026'],
    ['yes', { restricted: true }, 'Restricted', 'yes'],
    ['nothing', { teamId: null }, 'Team', 'none'],
    ['an empty list', { recommendations: [] }, 'Recommendations', 'none'],
    ['a thing with a name', { owner: { id: 7, name: 'Joy' } }, 'Owner', 'Joy'],
    ['a thing without', { held: { from: '2026-12-08' } }, 'Held', 'from 8 Dec 2026'],
    ['mere words', 'left the council', 'Content', 'left the council'],
  ])('%s', (_what, after, name, words) => {
    expect(eventDetails(undefined, after, names)).toEqual([
      { name, before: undefined, after: words },
    ])
  })

  test('the number of a row is left out', () => {
    expect(eventDetails(undefined, { updateId: 195, ownerId: 8 }, names)).toEqual([])
  })

  test('what stayed the same is left out', () => {
    expect(eventDetails({ a: [1], b: 2 }, { a: [1], b: 3 }, names)).toEqual([
      { name: 'B', before: '2', after: '3' },
    ])
  })
})
