import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { bringStandingsUpTo } from '~/db/action-standings.server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction, makePerson, makeRecommendation } from '~/testing/make'
import { addEvidence } from './add-evidence.command.server'
import {
  addEvidenceForm,
  type EvidenceAdded,
  evidenceFormOn,
  sharedEvidenceForm,
} from './add-evidence.form'
import { addEvidenceView } from './add-evidence.query.server'
import { evidenceDetailView } from './evidence-detail.query.server'
import { requestEvidence } from './request-evidence.command.server'
import { reviewEvidence } from './review-evidence.command.server'

const typed = {
  shows: 'In 9 of 12 files the hand-over was signed by both workers.',
  kind: 'case-audit',
  periodFrom: '2026-10-01',
  periodTo: '2026-10-31',
}
const form = (more: Record<string, string | string[]> = {}): EvidenceAdded =>
  addEvidenceForm.parse({ ...typed, ...more })

const file = {
  sha256: 'a'.repeat(64),
  bytes: 2_411_724,
  mediaType: 'application/pdf',
  originalName: 'Hand-over_audit October.pdf',
}

const to = (actionId: number, more: EvidenceAdded = form()): EvidenceAdded => ({
  ...more,
  'actionIds[]': [actionId],
})

type File = typeof file & { text?: string }
async function added(context: Context, actionId: number, given: EvidenceAdded, ...files: File[]) {
  const result = await addEvidence(context, to(actionId, given), files)
  if (!result?.allowed) throw new Error(result?.because ?? 'no such action')
  return (await evidenceDetailView(context, result.evidenceId))!
}

const eventsOf = (context: Context, evidenceId: number) =>
  context.db
    .selectFrom('events')
    .where('subjectKind', '=', 'evidence')
    .where('subjectId', '=', evidenceId)
    .select(['what', 'actorId', 'after'])
    .execute()

describe('a new version', () => {
  const accepts = {
    verdict: 'accepted',
    reason: '',
    strength: 'output',
    sampleSize: 12,
    latestReviewId: null,
    notAnIdentifier: '',
  } as const

  test('counts in the place of the old one once it is accepted; the old one stays', async ({
    db,
  }) => {
    const context = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const actionId = await makeAction(db)
    const old = (await added(context, actionId, form(), file)).id
    await reviewEvidence(manager, old, accepts)
    const next = await addEvidence(context, form({ supersedesId: String(old) }), [
      { ...file, sha256: 'b'.repeat(64) },
    ])
    const id = next?.allowed ? next.evidenceId : 0
    const counting = async () =>
      (await judgedActions(db, { actionIds: [actionId] }))[0]!.evidence
        .filter(({ verdict }) => verdict === 'accepted')
        .map((one) => one.id)
    // it is for what the old one is for, and waits: the old one counts meanwhile
    expect((await evidenceDetailView(context, id))?.actions).toMatchObject([{ id: actionId }])
    expect(await counting()).toEqual([old])

    await reviewEvidence(manager, id, accepts)
    expect(await counting()).toEqual([id])
    const kept = await evidenceDetailView(context, old)
    expect(kept?.files).toMatchObject([{ name: file.originalName }])
  })

  test('is refused where the old one still waits, or is followed already', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const old = (await added(context, await makeAction(db), form())).id
    const follow = () => addEvidence(context, form({ supersedesId: String(old) }))
    expect(await follow()).toMatchObject({
      because: 'It is not judged for good yet: edit it instead of adding a new version.',
    })
    await reviewEvidence(manager, old, accepts)
    expect(await follow()).toMatchObject({ allowed: true })
    expect(await follow()).toMatchObject({ because: 'A newer version of it is there already.' })
  })
})

describe('adding evidence', () => {
  test('with a file, which gives it its name', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const actionId = await makeAction(db, { title: 'Test the hand-over protocol' })
    const view = await added(context, actionId, form(), file)
    expect(view).toMatchObject({
      title: 'Hand-over audit October',
      kind: 'case-audit',
      shows: typed.shows,
      addedBy: context.actor.name,
      addedOn: '2026-11-20',
      isMine: true,
      standing: 'awaiting-review',
      freshUntil: '2027-04-30',
      files: [{ name: file.originalName, mediaType: 'application/pdf', bytes: 2_411_724 }],
      actions: [{ id: actionId, title: 'Test the hand-over protocol', ownerName: null }],
      reviews: [],
      review: undefined,
    })
    expect(await eventsOf(context, view.id)).toEqual([
      {
        what: 'evidence.added',
        actorId: context.actor.personId,
        after: expect.objectContaining({
          actionIds: [actionId],
          files: [{ sha256: file.sha256, bytes: file.bytes, name: file.originalName }],
        }),
      },
    ])
  })

  test('with a link whose scheme is in capitals, as telephones write it', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const evidence = await added(
      context,
      await makeAction(db),
      form({ link: 'HTTPS://example.gov.uk/Audit' }),
    )
    expect(evidence).toMatchObject({ linkUrl: 'https://example.gov.uk/Audit' })
  })

  test('with a link, or with words alone, whose first line is its name', async ({ db }) => {
    const context = await contextFor(db, 'manager')
    const actionId = await makeAction(db)
    const linked = await added(
      context,
      actionId,
      form({ link: 'https://example.gov.uk/audit', title: 'Audit' }),
    )
    expect(linked).toMatchObject({
      title: 'Audit',
      linkUrl: 'https://example.gov.uk/audit',
      files: [],
    })
    const long = `${'Children said that they know their worker by name. '.repeat(3)}\nMore.`
    const noted = await added(context, actionId, form({ shows: long }))
    expect(noted.title).toBe(
      'Children said that they know their worker by name. Children said that they know…',
    )
  })

  test('the same file may come with two pieces', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const actionId = await makeAction(db)
    await added(context, actionId, form(), file)
    expect((await added(context, actionId, form({ title: 'Again' }), file)).files).toHaveLength(1)
  })

  test('it answers what was asked for', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const actionId = await makeAction(db)
    const asked = await requestEvidence(manager, actionId, {
      what: 'Supervision notes of October',
      askedOfId: context.actor.personId,
      dueOn: '2026-11-27',
      notAnIdentifier: '',
    })
    const requestId = asked?.allowed ? asked.requestId : 0
    expect(await addEvidenceView(context, { actionId })).toMatchObject({
      chosenRequestId: requestId,
      requests: [{ id: requestId, what: 'Supervision notes of October', isMine: true }],
    })
    const view = await added(context, actionId, form({ requestId: String(requestId) }))
    expect(view.answers).toEqual({
      id: requestId,
      what: 'Supervision notes of October',
      askedBy: manager.actor.name,
      judgedBy: manager.actor.name,
    })
    expect((await addEvidenceView(context, { actionId }))?.requests).toEqual([])

    expect(await addEvidence(context, form({ requestId: String(requestId) }))).toEqual({
      allowed: false,
      because: 'Somebody has already answered this request.',
    })
    expect(await addEvidence(context, form({ requestId: '2000000000' }))).toMatchObject({
      allowed: false,
      because: 'Choose a request from the list.',
    })
  })

  test('with what it answers it is for the action that it was asked for', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const actionId = await makeAction(db)
    const asked = await requestEvidence(manager, actionId, {
      what: 'Supervision notes of October',
      askedOfId: context.actor.personId,
      dueOn: '2026-11-27',
      notAnIdentifier: '',
    })
    const requestId = asked?.allowed ? String(asked.requestId) : ''
    expect(await addEvidenceView(context, {})).toMatchObject({
      requests: [{ what: 'Supervision notes of October' }],
      chosenRequestId: undefined,
    })
    const result = await addEvidence(context, form({ requestId }))
    const view = await evidenceDetailView(context, result?.allowed ? result.evidenceId : 0)
    expect(view?.actions).toMatchObject([{ id: actionId }])
  })

  test('with several files, for several actions and a recommendation', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const ids = [await makeAction(db), await makeAction(db)]
    const recommendationId = await makeRecommendation(db)
    const result = await addEvidence(
      context,
      form({ 'actionIds[]': ids.map(String), 'recommendationIds[]': [String(recommendationId)] }),
      [file, { ...file, sha256: 'b'.repeat(64), originalName: 'Photo.jpg' }],
    )
    const view = await evidenceDetailView(context, result?.allowed ? result.evidenceId : 0)
    expect(view).toMatchObject({
      title: 'Hand-over audit October',
      files: [{ name: file.originalName }, { name: 'Photo.jpg' }],
      actions: ids.map((id) => ({ id })),
      recommendations: [{ id: recommendationId }],
      missing: [],
    })
  })

  test('in a moment: what it shows is enough, and what is missing is told', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const result = await addEvidence(context, addEvidenceForm.parse({ shows: typed.shows }))
    const view = await evidenceDetailView(context, result?.allowed ? result.evidenceId : 0)
    expect(view).toMatchObject({
      kind: null,
      periodTo: null,
      freshUntil: null,
      standing: 'awaiting-review',
      missing: ['kind', 'period', 'purpose'],
    })
  })

  test('as a telephone shares it, with no words at all', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const result = await addEvidence(context, sharedEvidenceForm.parse({}), [file])
    const view = await evidenceDetailView(context, result?.allowed ? result.evidenceId : 0)
    expect(view).toMatchObject({ shows: '', missing: ['shows', 'kind', 'period', 'purpose'] })
  })

  test('to a form that begins with the actions that are mine, where nothing says for what', async ({
    db,
  }) => {
    const context = await contextFor(db, 'practitioner')
    const mine = await makeAction(db, { title: 'Mine', ownerId: context.actor.personId })
    await makeAction(db, { title: 'Somebody else’s' })
    expect((await addEvidenceView(context, {}))?.mine).toEqual([{ id: mine, title: 'Mine' }])
    expect((await addEvidenceView(context, { actionId: mine }))?.mine).toEqual([])
    const recommendationId = await makeRecommendation(db)
    expect((await addEvidenceView(context, { recommendationId }))?.recommendations).toMatchObject([
      { id: recommendationId },
    ])
    expect(await addEvidenceView(context, { recommendationId: 2_000_000_000 })).toBeUndefined()
  })

  test('why something is no identifier is kept, and managers read it', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const manager = await contextFor(db, 'manager')
    const actionId = await makeAction(db)
    const notAnIdentifier = 'It is the telephone number of our duty desk.'
    const view = await added(context, actionId, form({ notAnIdentifier }))
    expect(view.notAnIdentifier).toBeUndefined()
    expect((await evidenceDetailView(manager, view.id))?.notAnIdentifier).toBe(notAnIdentifier)
  })

  test('the audit trail holds no words of what is restricted', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const actionId = await makeAction(db)
    const view = await added(
      context,
      actionId,
      form({ restricted: 'yes', title: 'Complaint' }),
      file,
    )
    const [event] = await eventsOf(context, view.id)
    expect(JSON.stringify(event)).not.toMatch(/Complaint|hand-over|Hand-over/)
  })

  test('not to an action that is not there', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    expect(await addEvidence(context, to(2_000_000_000))).toBeUndefined()
    expect(await addEvidenceView(context, { actionId: 2_000_000_000 })).toBeUndefined()
  })

  test('not by a leader or an observer', async ({ db }) => {
    const actionId = await makeAction(db)
    for (const role of ['leader', 'observer', 'admin'] as const) {
      expect(await addEvidence(await contextFor(db, role), to(actionId))).toEqual({
        allowed: false,
        because: 'Only a social worker or a manager can do this.',
      })
    }
  })

  test('not for days to come, and not backwards', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const actionId = await makeAction(db)
    expect(
      await addEvidence(context, to(actionId, form({ periodTo: '2026-11-21' }))),
    ).toMatchObject({
      allowed: false,
      because: 'The period has not ended yet: give the last day that this evidence covers.',
    })
    expect(
      await addEvidence(context, to(actionId, form({ periodFrom: '2026-11-01' }))),
    ).toMatchObject({
      allowed: false,
      because: 'The period cannot end before it starts.',
    })
    expect(await addEvidence(context, to(actionId, form({ periodFrom: '' })))).toMatchObject({
      allowed: false,
      because: 'Give both the first and the last day that it covers, or neither for now.',
    })
  })
})

describe('the words inside a file', () => {
  const genogram = { ...file, text: 'Every plan begins with a genogram.' }
  /** The searches of the register that find it: with all evidence, with what is not restricted. */
  const found = async ({ db, today }: Context) => {
    await bringStandingsUpTo(today, db)
    const rows = await db
      .selectFrom('actionWords')
      .where(sql<boolean>`words @@ websearch_to_tsquery('plan_words', 'genograms')`)
      .orderBy('reach')
      .select('reach')
      .execute()
    return rows.map(({ reach }) => reach)
  }

  test('find the action that it is evidence for', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    await added(context, await makeAction(db), form(), genogram)
    expect(await found(context)).toEqual(['all', 'shown'])
  })

  test('find nothing for those who may not see restricted evidence', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    await added(context, await makeAction(db), form({ restricted: 'yes' }), genogram)
    expect(await found(context)).toEqual(['all'])
  })
})

describe('the form says what to put right', () => {
  test.each([
    ['shows', '  ', 'Say what the evidence shows.'],
    ['kind', 'hearsay', 'Choose the kind of evidence from the list.'],
    ['periodTo', '31/02/2026', 'Give a day that exists, such as 28/11/2026.'],
    ['link', 'sharepoint', 'A link must begin with https:// or http://.'],
    ['link', 'javascript:alert(1)', 'A link must begin with https:// or http://.'],
    ['link', 'https://', 'A link must begin with https:// or http://.'],
    ['requestId', 'x', 'Choose a request from the list.'],
  ])('%s: “%s”', (field, value, sentence) => {
    const read = addEvidenceForm.safeParse({ ...typed, [field]: value })
    expect(read.error?.issues).toEqual([
      expect.objectContaining({ path: [field], message: sentence }),
    ])
  })
})

test('the form says all that is to be put right at once, its period with its fields', () => {
  const wrong = { shows: ' ', periodFrom: '2026-10-01', periodTo: '', link: 'sharepoint' }
  const read = evidenceFormOn('2026-11-20', { isShared: false }).safeParse(wrong)
  expect(read.error?.issues.map(({ path }) => path[0]).sort()).toEqual([
    'link',
    'periodTo',
    'shows',
  ])
})

describe('restricted evidence', () => {
  test('is there for the person who added it, managers and leaders, and for nobody else', async ({
    db,
  }) => {
    const context = await contextFor(db, 'practitioner')
    const view = await added(context, await makeAction(db), form({ restricted: 'yes' }))
    for (const [role, sees] of [
      ['manager', true],
      ['leader', true],
      ['practitioner', false],
      ['observer', false],
      ['admin', false],
    ] as const) {
      const seen = await evidenceDetailView(await contextFor(db, role), view.id)
      expect(seen !== undefined, role).toBe(sees)
    }
  })

  test('open evidence is there for all but an administrator', async ({ db }) => {
    const context = await contextFor(db, 'practitioner')
    const view = await added(
      context,
      await makeAction(db, { ownerId: await makePerson(db) }),
      form(),
    )
    expect(await evidenceDetailView(await contextFor(db, 'observer'), view.id)).toBeDefined()
    expect(await evidenceDetailView(await contextFor(db, 'admin'), view.id)).toBeUndefined()
  })
})
