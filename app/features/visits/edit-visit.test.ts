import { sql } from 'kysely'
import { expect } from 'vitest'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeInspection, makeRecommendation } from '~/testing/make'
import { editVisit } from './edit-visit.command.server'
import { editVisitForm, type VisitEdit } from './edit-visit.form'
import { editVisitView } from './edit-visit.query.server'
import { planVisit } from './plan-visit.command.server'
import { visitDetailView } from './visit-detail.query.server'

const edit = (differs: Partial<VisitEdit> = {}): VisitEdit => ({
  kind: 'monitoring-visit',
  expectedFrom: '2026-12-08',
  expectedTo: '2026-12-09',
  covers: 'Help and protection',
  recommendationIds: [],
  leadInspector: '',
  letterPublished: null,
  notAnIdentifier: '',
  version: 1,
  ...differs,
})

async function planned(context: Awaited<ReturnType<typeof contextFor>>) {
  const inspectionId = await makeInspection(context.db)
  const recommendationId = await makeRecommendation(context.db, { inspectionId })
  const { version: _, ...visit } = edit()
  const made = await planVisit(context, { ...visit, inspectionId })
  if (!made.allowed) throw new Error(made.because)
  return { visitId: made.visitId, recommendationId }
}

test('a window that moves leaves what was expected in the history and in an event', async ({
  db,
}) => {
  const context = await contextFor(db, 'manager')
  const { visitId, recommendationId } = await planned(context)
  const moved = edit({
    expectedFrom: '2026-12-15',
    expectedTo: '2026-12-16',
    recommendationIds: [recommendationId],
    leadInspector: 'Jo Bright',
    letterPublished: false,
  })
  expect(await editVisit(context, visitId, moved)).toEqual({ allowed: true })
  const view = await editVisitView(context, visitId)
  expect(view).toMatchObject({
    version: 2,
    typed: {
      expectedFrom: ['2026-12-15'],
      'recommendationIds[]': [String(recommendationId)],
      leadInspector: ['Jo Bright'],
      letter: ['not-published'],
    },
  })
  expect(await visitDetailView(context, visitId)).toMatchObject({
    visit: { leadInspector: 'Jo Bright', letterPublished: false },
    tested: [{ kind: 'recommendation', id: recommendationId }],
  })
  const event = await db
    .selectFrom('events')
    .where('what', '=', 'visit.edited')
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(event.before).toEqual({
    expectedFrom: '2026-12-08',
    expectedTo: '2026-12-09',
    leadInspector: '',
    letterPublished: null,
    recommendations: [],
  })
  const { rows } = await sqlHistory(db, visitId)
  expect(rows).toEqual([{ expectedFrom: '2026-12-08' }])
})

test('the same again changes nothing and is no event', async ({ db }) => {
  const context = await contextFor(db, 'leader')
  const { visitId } = await planned(context)
  expect(await editVisit(context, visitId, edit())).toEqual({ allowed: true })
  expect((await editVisitView(context, visitId))?.version).toBe(1)
})

test('whoever saves second is shown what the first one saved, and loses nothing', async ({
  db,
}) => {
  const context = await contextFor(db, 'manager')
  const { visitId } = await planned(context)
  await editVisit(context, visitId, edit({ covers: 'Children without a social worker' }))
  expect(await editVisit(context, visitId, edit({ leadInspector: 'Jo Bright' }))).toEqual({
    allowed: false,
    because: 'Somebody else changed this visit while you were typing. Look, and save again.',
  })
  const view = await editVisitView(context, visitId)
  expect(view?.saved).toContainEqual({
    name: 'Areas it covers',
    words: 'Children without a social worker',
  })
})

test('a visit before its inspection is refused, by the rule and by the database', async ({
  db,
}) => {
  const context = await contextFor(db, 'manager')
  const { visitId } = await planned(context)
  expect(
    await editVisit(
      context,
      visitId,
      edit({ expectedFrom: '2026-02-13', expectedTo: '2026-02-14' }),
    ),
  ).toEqual({
    allowed: false,
    because:
      'A visit comes after its inspection, which ended on 13 February 2026. Choose a later date.',
  })
  for (const wrong of [
    { expectedFrom: '2026-02-13', expectedTo: '2026-02-13' },
    { heldFrom: '2026-02-13', heldTo: '2026-02-14' },
  ]) {
    await expectRefusedBy(db, 'visits_come_after_their_inspection', () =>
      db.updateTable('visits').set(wrong).where('id', '=', visitId).execute(),
    )
  }
})

test('a recommendation that is not there is refused, and so are a social worker and no visit', async ({
  db,
}) => {
  const context = await contextFor(db, 'manager')
  const { visitId } = await planned(context)
  expect(
    await editVisit(context, visitId, edit({ recommendationIds: [2_000_000_000] })),
  ).toMatchObject({ because: 'Choose recommendations from the list.' })
  const worker = await contextFor(db, 'practitioner')
  expect(await editVisit(worker, visitId, edit())).toMatchObject({ allowed: false })
  expect(await editVisit(context, 2_000_000_000, edit())).toBeUndefined()
  expect(await editVisitView(context, 2_000_000_000)).toBeUndefined()
})

test('the form asks for the version that it was begun from', () => {
  const typed = { kind: 'monitoring-visit', expectedFrom: '8/12/2026' }
  expect(editVisitForm.parse({ ...typed, version: '3', letter: 'published' })).toMatchObject({
    version: 3,
    expectedTo: '2026-12-08',
    letterPublished: true,
  })
  expect(editVisitForm.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
    'Open the page again.',
  ])
})

const sqlHistory = (db: Parameters<typeof editVisitView>[0]['db'], visitId: number) =>
  sql<{ expectedFrom: string }>`
    select expected_from from history.visits where id = ${visitId}`.execute(db)
