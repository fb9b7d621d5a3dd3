import { describe, expect } from 'vitest'
import type { Context } from '~/auth/context.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { contextFor, makeInspection, makePerson } from '~/testing/make'
import { addChecklistItem } from './add-checklist-item.command.server'
import { addChecklistItemForm, checklistItemDoneForm } from './checklist-item.form'
import { checklistItemView } from './checklist-item.query.server'
import { editChecklistItem } from './edit-checklist-item.command.server'
import { planVisit } from './plan-visit.command.server'
import { recordHeld } from './record-visit-held.command.server'
import { sayChecklistItemDone } from './say-checklist-item-done.command.server'
import { visitDetailView } from './visit-detail.query.server'

const item = {
  what: 'Print twelve case records',
  dueOn: '2026-12-04',
  notAnIdentifier: '',
} as const

/** A visit in December, and an item of its checklist that is this owner's. */
async function aChecklist(manager: Context, ownerId: number | null) {
  const planned = await planVisit(manager, {
    inspectionId: await makeInspection(manager.db),
    kind: 'monitoring-visit',
    expectedFrom: '2026-12-08',
    expectedTo: '2026-12-09',
    covers: '',
    recommendationIds: [],
    leadInspector: '',
    letterPublished: null,
    notAnIdentifier: '',
  })
  if (!planned.allowed) throw new Error(planned.because)
  const { visitId } = planned
  expect(await addChecklistItem(manager, visitId, { ...item, ownerId })).toEqual({ allowed: true })
  const { id } = await manager.db
    .selectFrom('checklistItems')
    .select('id')
    .executeTakeFirstOrThrow()
  return { visitId, itemId: id }
}

const itemsOf = async (context: Context, visitId: number) =>
  (await visitDetailView(context, visitId))!.checklist!.items

describe('the checklist of a visit', () => {
  test('says who does what by when, and who said that it is done', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const amara = await contextFor(db, 'practitioner')
    const { visitId, itemId } = await aChecklist(manager, amara.actor.personId)
    expect(await itemsOf(amara, visitId)).toMatchObject([
      { what: item.what, ownerName: amara.actor.name, dueOn: '2026-12-04', done: null },
    ])
    const say = (is: 'done' | 'to-be-done') => sayChecklistItemDone(amara, visitId, itemId, { is })
    expect(await say('done')).toEqual({ allowed: true })
    expect(await itemsOf(manager, visitId)).toMatchObject([
      { done: { byName: amara.actor.name, on: '2026-11-20' } },
    ])
    expect(await say('done')).toMatchObject({ allowed: false })

    expect(await say('to-be-done')).toEqual({ allowed: true })
    expect(await itemsOf(manager, visitId)).toMatchObject([{ done: null }])
    expect(await say('done')).toEqual({ allowed: true })
    const rows = await db.selectFrom('checklistCompletions').select('round').execute()
    expect(rows.map(({ round }) => round)).toEqual([1, 2])
    const events = await db
      .selectFrom('events')
      .where('what', 'like', 'visit.checklist-item-%')
      .orderBy('id')
      .select('what')
      .execute()
    expect(events.map(({ what }) => what)).toEqual([
      'visit.checklist-item-added',
      'visit.checklist-item-done',
      'visit.checklist-item-taken-back',
      'visit.checklist-item-done',
    ])
  })

  test('is done by nobody whose it is not, and by no observer', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { visitId, itemId } = await aChecklist(manager, null)
    const done = { is: 'done' } as const
    const worker = await contextFor(db, 'practitioner')
    expect(await sayChecklistItemDone(worker, visitId, itemId, done)).toMatchObject({
      because: 'Whoever sees to it says that it is done, or a manager or leader.',
    })
    const observer = await contextFor(db, 'observer')
    expect(await sayChecklistItemDone(observer, visitId, itemId, done)).toMatchObject({
      allowed: false,
    })
    expect(await sayChecklistItemDone(manager, visitId + 1, itemId, done)).toBeUndefined()
    expect((await visitDetailView(observer, visitId))?.checklist?.mayAdd).toBe(false)
    const admin = await contextFor(db, 'admin')
    expect((await visitDetailView(admin, visitId))?.checklist).toBeUndefined()
  })

  test('changes hands, keeps what it was, and shows two who change it at once', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owner = await makePerson(db, { roles: ['leader'] })
    const { visitId, itemId } = await aChecklist(manager, owner)
    const changed = { ...item, dueOn: '2026-12-01', ownerId: null, version: 1 } as const
    expect(await editChecklistItem(manager, visitId, itemId, changed)).toEqual({ allowed: true })
    expect(await itemsOf(manager, visitId)).toMatchObject([{ ownerId: null, dueOn: '2026-12-01' }])
    expect(await editChecklistItem(manager, visitId, itemId, changed)).toMatchObject({
      because: 'Somebody else changed this item while you were typing. Look, and save again.',
    })
    const view = await checklistItemView(manager, visitId, itemId)
    expect(view?.item).toMatchObject({ version: 2, what: item.what })
    expect(await checklistItemView(manager, visitId + 1, itemId)).toBeUndefined()
    expect(await editChecklistItem(manager, visitId + 1, itemId, changed)).toBeUndefined()
  })

  test('takes nobody who has left or only looks on, and nothing after the visit', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const { visitId, itemId } = await aChecklist(manager, null)
    for (const person of [{ suspendedAt: manager.now }, { roles: ['observer'] as const }]) {
      const ownerId = await makePerson(db, person)
      expect(await addChecklistItem(manager, visitId, { ...item, ownerId })).toMatchObject({
        because: 'Choose somebody who is still here.',
      })
    }
    const later = { ...manager, today: '2026-12-10' } as const
    await recordHeld(later, visitId, {
      heldFrom: '2026-12-08',
      heldTo: '2026-12-09',
      leadInspector: '',
      letterPublished: null,
      notAnIdentifier: '',
    })
    const edited = { ...item, ownerId: null, version: 1 }
    for (const decision of [
      await addChecklistItem(later, visitId, { ...item, ownerId: null }),
      await editChecklistItem(later, visitId, itemId, edited),
    ]) {
      expect(decision).toMatchObject({
        because: 'This visit was held until 9 December 2026, so its checklist stays as it is.',
      })
    }
  })

  test('is kept by the database: words, one saying at a time, nothing rewritten', async ({
    db,
  }) => {
    const manager = await contextFor(db, 'manager')
    const { visitId, itemId } = await aChecklist(manager, null)
    await sayChecklistItemDone(manager, visitId, itemId, { is: 'done' })
    await sayChecklistItemDone(manager, visitId, itemId, { is: 'to-be-done' })
    const by = manager.actor.personId
    await expectRefusedBy(db, 'checklist_items_say_what_is_to_be_ready', () =>
      db.updateTable('checklistItems').set({ what: ' ' }).execute(),
    )
    await expectRefusedBy(db, 'checklist_completions_are_said_once', () =>
      db
        .insertInto('checklistCompletions')
        .values({ itemId, round: 1, doneById: by, doneAt: manager.now })
        .execute(),
    )
    await expectRefusedBy(db, 'checklist_completions_are_never_changed', () =>
      db.deleteFrom('checklistCompletions').execute(),
    )
    await expectRefusedBy(db, 'checklist_reopenings_are_never_changed', () =>
      db.deleteFrom('checklistReopenings').execute(),
    )
  })

  test('its forms say what to do', () => {
    expect(addChecklistItemForm.parse({ what: ' Rooms ' })).toMatchObject({
      what: 'Rooms',
      ownerId: null,
      dueOn: null,
    })
    expect(addChecklistItemForm.safeParse({ what: '' }).error?.issues[0]?.message).toBe(
      'Say what is to be made ready.',
    )
    expect(checklistItemDoneForm.safeParse({ is: 'maybe' }).success).toBe(false)
  })
})
