import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import { evidenceStandings } from '~/domain/evidence/standing'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { test } from '~/testing/db-test'
import {
  contextFor,
  makeAction,
  makeEvidence,
  makeInspection,
  makeRecommendation,
} from '~/testing/make'
import { paths } from '~/paths'
import { addEvidence } from './add-evidence.command.server'
import { addEvidenceForm } from './add-evidence.form'
import { EvidenceLibraryPage } from './evidence-library.page'
import { evidenceLibraryView, type LibraryAsked } from './evidence-library.query.server'
import { requestEvidence } from './request-evidence.command.server'
import { reviewEvidence } from './review-evidence.command.server'

const accepts = {
  verdict: 'accepted',
  reason: '',
  strength: 'output',
  sampleSize: 12,
  latestReviewId: null,
  notAnIdentifier: '',
} as const

describe('the evidence library', () => {
  test('shows newest first, page by page, each piece once', async ({ db }) => {
    const observer = await contextFor(db, 'observer')
    const made: number[] = []
    for (let n = 0; n < 60; n += 1) {
      // several added in the same moment
      const addedAt = new Date(Date.UTC(2026, 9, 1 + Math.floor(n / 4)))
      made.push(await makeEvidence(db, { addedAt }))
    }
    const first = await evidenceLibraryView(observer, {})
    const second = await evidenceLibraryView(observer, { after: String(first.after) })
    const ids = [...first.evidence, ...second.evidence].map(({ id }) => id)
    expect(first.evidence).toHaveLength(50)
    expect(ids).toEqual(made.toReversed())
    expect(second.after).toBeUndefined()
  })

  test('lists what was asked for and has not come, the earliest due first', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const amara = await contextFor(db, 'practitioner')
    const actionId = await makeAction(db, { title: 'Test the hand-over protocol' })
    const ask = async (what: string, dueOn: CalendarDate) => {
      const asked = await requestEvidence(manager, actionId, {
        ...{ what, dueOn, askedOfId: amara.actor.personId, notAnIdentifier: '' },
      })
      if (!asked?.allowed) throw new Error('not asked')
      return asked.requestId
    }
    const notes = await ask('Notes of two teams', '2026-11-27')
    const letters = await ask('Letters to parents', '2026-11-24')
    const view = await evidenceLibraryView(amara, {})
    expect(view.requests.map(({ id }) => id)).toEqual([letters, notes])
    const html = renderToStaticMarkup(createElement(EvidenceLibraryPage, { view }))
    expect(html).toContain('2 pieces of evidence asked for and not here yet')
    expect(html).toContain(`${amara.actor.name}, by 24 November 2026`)

    const brought = addEvidenceForm.parse({ shows: 'Two letters.', requestId: String(letters) })
    expect(await addEvidence(amara, brought)).toMatchObject({ allowed: true })
    const after = await evidenceLibraryView(amara, {})
    expect(after.requests.map(({ id }) => id)).toEqual([notes])
    expect((await evidenceLibraryView(amara, { q: 'letters' })).requests).toEqual([])
  })

  test('is filtered by kind and by how evidence stands', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const waiting = await makeEvidence(db)
    const accepted = await makeEvidence(db)
    // performance data stays fresh for three months: the last day was yesterday, and is today
    const data = { kind: 'performance-data', periodFrom: '2026-08-01' } as const
    const stale = await makeEvidence(db, { ...data, periodTo: '2026-08-19' })
    const fresh = await makeEvidence(db, { ...data, periodTo: '2026-08-20' })
    const returned = await makeEvidence(db)
    for (const id of [accepted, stale, fresh]) await reviewEvidence(manager, id, accepts)
    await reviewEvidence(manager, returned, { ...accepts, verdict: 'returned', reason: 'Why?' })

    const idsOf = async (asked: { kind?: string; state?: string }) =>
      (await evidenceLibraryView(manager, asked)).evidence.map(({ id }) => id).sort((a, b) => a - b)
    expect(await idsOf({ kind: 'performance-data' })).toEqual([stale, fresh])
    expect(await idsOf({ state: 'awaiting-review' })).toEqual([waiting])
    expect(await idsOf({ state: 'accepted' })).toEqual([accepted, fresh])
    expect(await idsOf({ state: 'stale' })).toEqual([stale])
    expect(await idsOf({ state: 'returned' })).toEqual([returned])
    expect(await idsOf({ kind: 'nonsense', state: 'nonsense' })).toHaveLength(5)
    for (const state of evidenceStandings) {
      const { evidence } = await evidenceLibraryView(manager, { state })
      expect(evidence.every(({ standing }) => standing === state)).toBe(true)
    }
  })

  test('leaves out what one may not see', async ({ db }) => {
    const adder = await contextFor(db, 'practitioner')
    await makeEvidence(db, { restricted: true, addedById: adder.actor.personId })
    for (const [context, count] of [
      [adder, 1],
      [await contextFor(db, 'practitioner'), 0],
      [await contextFor(db, 'observer'), 0],
      [await contextFor(db, 'leader'), 1],
      [await contextFor(db, 'manager'), 1],
    ] as const) {
      expect((await evidenceLibraryView(context, {})).evidence).toHaveLength(count)
    }
  })

  test('puts first what waits for this manager, longest waiting first', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const own = { ownerId: manager.actor.personId }
    await makeEvidence(db, { addedById: manager.actor.personId })
    await makeEvidence(db, { actionIds: [await makeAction(db, own)] })
    const accepted = await makeEvidence(db)
    await reviewEvidence(manager, accepted, accepts)
    const newer = await makeEvidence(db, { addedAt: new Date('2026-11-02') })
    const older = await makeEvidence(db, { addedAt: new Date('2026-11-01'), restricted: true })

    const view = await evidenceLibraryView(manager, {})
    expect(view.waiting.map(({ id }) => id)).toEqual([older, newer])
    expect(view.waitingInAll).toBe(2)
    expect((await evidenceLibraryView(manager, { state: 'returned' })).waiting).toEqual([])
    const worker = await contextFor(db, 'practitioner')
    expect((await evidenceLibraryView(worker, {})).waiting).toEqual([])
  })
})

test.for(['1.5', '3000000000', 'soon'])('a page after %s is the first', async (after, { db }) => {
  const id = await makeEvidence(db)
  const view = await evidenceLibraryView(await contextFor(db, 'observer'), { after })
  expect(view).toMatchObject({ isFirstPage: true, evidence: [{ id }] })
})

test('an action without an owner or a date is told as a gap', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const full = await makeAction(db, { ownerId: manager.actor.personId, dueOn: '2026-12-18' })
  const bare = await makeAction(db)
  await makeEvidence(db, { actionIds: [full, bare] })
  const { evidence } = await evidenceLibraryView(manager, {})
  expect(evidence[0]?.actions).toMatchObject([
    { id: full, hasOwner: true, hasDate: true },
    { id: bare, hasOwner: false, hasDate: false },
  ])
})

describe('the library is searched', () => {
  const idsFor = async (context: Context, asked: LibraryAsked) =>
    (await evidenceLibraryView(context, asked)).evidence.map(({ id }) => id)

  test('in names, in what evidence shows and inside files, with what was found', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const named = await makeEvidence(db, { title: 'Genogram audit' })
    const said = await makeEvidence(db, { shows: 'Every plan begins with genograms.' })
    const added = await addEvidence(
      await contextFor(db, 'practitioner'),
      addEvidenceForm.parse({ shows: 'A file', restricted: 'yes' }),
      [
        {
          ...{ sha256: 'e'.repeat(64), bytes: 12, mediaType: 'text/plain' },
          ...{ originalName: 'duty_board.txt', text: 'Families drew a genogram with us.' },
        },
      ],
    )
    const inside = added?.allowed ? added.evidenceId : 0
    await makeEvidence(db, { title: 'Something else' })

    const view = await evidenceLibraryView(manager, { q: 'genogram' })
    expect(view.evidence.map(({ id }) => id).sort((a, b) => a - b)).toEqual([named, said, inside])
    expect(view.count).toBe(3)
    const passage = view.evidence.find(({ id }) => id === inside)?.passage
    expect(passage).toContainEqual({ text: 'genogram', isFound: true })
    expect(await idsFor(manager, { q: 'duty board' })).toEqual([inside])
    // what is restricted is not even guessed at
    const observer = await contextFor(db, 'observer')
    expect((await evidenceLibraryView(observer, { q: 'genogram' })).count).toBe(2)
    expect(await idsFor(observer, { q: 'duty board' })).toEqual([])
  })

  test('by who added it, what it is for, its inspection and its period', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const adder = await contextFor(db, 'practitioner')
    const inspectionId = await makeInspection(db)
    const recommendationId = await makeRecommendation(db, { inspectionId })
    const actionId = await makeAction(db, { recommendationIds: [recommendationId] })
    const id = await makeEvidence(db, {
      ...{ addedById: adder.actor.personId, actionIds: [actionId] },
      ...{ periodFrom: '2026-07-01', periodTo: '2026-07-31' },
    })
    await makeEvidence(db)
    for (const asked of [
      { by: String(adder.actor.personId) },
      { for: `a${actionId}` },
      { for: `R${recommendationId}` },
      { inspection: String(inspectionId) },
      { from: '2026-07-31', to: '2026-08-30' },
    ]) {
      expect(await idsFor(manager, asked), JSON.stringify(asked)).toEqual([id])
    }
    expect(await idsFor(manager, { from: '2026-08-01', to: '2026-09-30' })).toEqual([])
  })
})

test('the library tells what is missing, and leads to it', async ({ db }) => {
  const manager = await contextFor(db, 'manager')
  const recommendationId = await makeRecommendation(db)
  const actionIds = [await makeAction(db, { recommendationIds: [recommendationId] })]
  const nothing = await makeEvidence(db)
  const soon = await makeEvidence(db, {
    ...{ actionIds, kind: 'performance-data' },
    ...{ periodFrom: '2026-08-01', periodTo: '2026-08-31' },
  })
  const bare = await makeEvidence(db, { actionIds, kind: null })
  for (const id of [nothing, soon]) await reviewEvidence(manager, id, accepts)
  const view = await evidenceLibraryView(manager, {})
  expect(view.gaps).toEqual([
    { gap: 'for-nothing', count: 1 },
    { gap: 'stale-soon', count: 1 },
    { gap: 'unfinished', count: 1 },
    { gap: 'past-its-time', count: 0 },
  ])
  expect(view.withoutVoice).toMatchObject([{ id: recommendationId }])
  for (const [gap, id] of [
    ['for-nothing', nothing],
    ['stale-soon', soon],
    ['unfinished', bare],
  ] as const) {
    const { evidence } = await evidenceLibraryView(manager, { gap })
    expect(evidence.map((one) => one.id)).toEqual([id])
  }
  const voice = await makeEvidence(db, { actionIds, kind: 'voice' })
  await reviewEvidence(manager, voice, accepts)
  expect((await evidenceLibraryView(manager, {})).withoutVoice).toEqual([])
})

test('every recommendation without a voice of children is told, however many there are', async ({
  db,
}) => {
  const manager = await contextFor(db, 'manager')
  const ids: number[] = []
  for (let made = 0; made < 7; made += 1) ids.unshift(await makeRecommendation(db))
  const view = await evidenceLibraryView(manager, {})
  expect(view.withoutVoice.map(({ id }) => id)).toEqual(ids)
  const page = renderToStaticMarkup(createElement(EvidenceLibraryPage, { view }))
  for (const id of ids) expect(page).toContain(`href="${paths.recommendation(id)}"`)
})
