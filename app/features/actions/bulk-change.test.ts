import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test as plainTest } from 'vitest'
import type { Context } from '~/auth/context.server'
import { type Db, openDatabase } from '~/db/db.server'
import { test } from '~/testing/db-test'
import { aFriday, contextFor, makeAction, makeEvidence, makePerson } from '~/testing/make'
import { ownDatabase } from '~/testing/own-database'
import { changeInBulk } from './bulk-change.command.server'
import { bulkAskedIn, type BulkChangeKind, bulkFields, isBulkChange } from './bulk-change.form'
import { BulkChangePage } from './bulk-change.page'
import { bulkView } from './bulk-change.query.server'
import { editAction } from './edit-action.command.server'
import { plannedAction } from './edit-action.query.server'
import { postUpdate } from './post-update.command.server'

const asked = (kind: BulkChangeKind, address: string) =>
  bulkAskedIn(kind, new URLSearchParams(address))

/** Looks and says yes, as the page does. */
async function shownAndConfirmed(context: Context, kind: BulkChangeKind, address: string) {
  const { revision } = await bulkView(context, asked(kind, address))
  return changeInBulk(context, asked(kind, address), { revision })
}

const owners = async (db: Db) =>
  (await db.selectFrom('actions').orderBy('id').select('ownerId').execute()).map(
    ({ ownerId }) => ownerId,
  )

const eventsOf = (db: Db, what: string) =>
  db
    .selectFrom('events')
    .where('what', '=', what)
    .orderBy('id')
    .select(['subjectId', 'before', 'after'])
    .execute()

describe('many actions are given to somebody', () => {
  test('after it was shown what becomes of each, each as an edit of its own', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const joy = await makePerson(db, { name: 'Joy Okafor' })
    const omar = await makePerson(db, { name: 'Omar Said' })
    const [a, b, c] = [
      await makeAction(db, { ownerId: joy }),
      await makeAction(db),
      await makeAction(db, { ownerId: omar }),
    ]
    const address = `id=${a}&id=${b}&id=${c}&to=${omar}`
    const view = await bulkView(manager, asked('assign', address))
    expect(view.rows.map(({ outcome }) => outcome)).toEqual([
      { does: 'changes', from: 'Joy Okafor', to: 'Omar Said' },
      { does: 'changes', from: 'Nobody', to: 'Omar Said' },
      { does: 'nothing', because: 'Omar Said owns it already.' },
    ])
    expect(await owners(db)).toEqual([joy, null, omar])
    expect(await shownAndConfirmed(manager, 'assign', address)).toEqual({
      allowed: true,
      changed: 2,
    })
    expect(await owners(db)).toEqual([omar, omar, omar])
    expect(await eventsOf(db, 'action.edited')).toEqual([
      {
        subjectId: a,
        before: { version: 1, owner: { id: joy, name: 'Joy Okafor' } },
        after: { version: 2, owner: { id: omar, name: 'Omar Said' } },
      },
      {
        subjectId: b,
        before: { version: 1, owner: null },
        after: { version: 2, owner: { id: omar, name: 'Omar Said' } },
      },
    ])
  })

  test('all or none: while a rule refuses one, nothing is done', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const leader = await contextFor(db, 'leader')
    const [a, b] = [await makeAction(db), await makeAction(db)]
    await db
      .insertInto('impactSignOffs')
      .values({
        actionId: a,
        verdict: 'partly',
        words: 'Some',
        signedById: leader.actor.personId,
        signedAt: aFriday,
      })
      .execute()
    const address = `id=${a}&id=${b}&to=${leader.actor.personId}`
    expect(await shownAndConfirmed(manager, 'assign', address)).toMatchObject({
      because: '1 action is refused. Leave them out, or change what you ask.',
    })
    expect(await owners(db)).toEqual([null, null])
    const view = await bulkView(manager, asked('assign', address))
    expect(view.refused).toBe(1)
    const rest = `${address}&leaveOut=refused`
    // What is left out is still there at the last look, with its reason.
    const last = await bulkView(manager, asked('assign', rest))
    expect(last.rows.map(({ id, outcome }) => [id, outcome.does])).toEqual([
      [a, 'refused'],
      [b, 'changes'],
    ])
    const page = renderToStaticMarkup(
      createElement(BulkChangePage, { view: last, form: undefined }),
    )
    expect(page).toContain('Left out')
    expect(page).toContain((last.rows[0]?.outcome as { because: string }).because)
    expect(page).not.toContain('Refused')
    expect(last.confirm).toEqual({ allowed: true })
    expect(await shownAndConfirmed(manager, 'assign', rest)).toMatchObject({ changed: 1 })
    expect(await owners(db)).toEqual([null, leader.actor.personId])
  })

  test('not to somebody who accepted evidence of it: the rule of a single edit', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const owen = await makePerson(db, { name: 'Owen Bevan' })
    const [judged, free] = [await makeAction(db), await makeAction(db)]
    const addedById = await makePerson(db)
    const evidenceId = await makeEvidence(db, { actionIds: [judged], addedById })
    await db
      .insertInto('evidenceReviews')
      .values({
        ...{ evidenceId, addedById, reviewerId: owen },
        ...{ reviewedAt: aFriday, verdict: 'accepted', strength: 'output' },
      })
      .execute()
    const address = `id=${judged}&id=${free}&to=${owen}`
    const because =
      'Owen Bevan accepted 1 piece of evidence of it, and nobody assures their own work.'
    expect((await bulkView(manager, asked('assign', address))).rows).toMatchObject([
      { id: judged, outcome: { does: 'refused', because } },
      { id: free, outcome: { does: 'changes' } },
    ])
    expect(await shownAndConfirmed(manager, 'assign', address)).toMatchObject({ allowed: false })
    expect(await owners(db)).toEqual([null, null])
    const single = (await plannedAction(db, judged))!
    expect(
      await editAction(manager, judged, {
        version: single.version,
        planned: { ...single.planned, ownerId: owen },
        notAnIdentifier: '',
      }),
    ).toEqual({ allowed: false, because })
  })

  test('not to somebody who left, nor to nobody that is there', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const lucy = await makePerson(db, { name: 'Lucy Hart', suspendedAt: aFriday })
    const id = await makeAction(db)
    const view = await bulkView(manager, asked('assign', `id=${id}&to=${lucy}`))
    expect(view.rows[0]?.outcome).toEqual({ does: 'refused', because: 'Lucy Hart has left.' })
    for (const to of ['999999', 'x', '-1']) {
      expect(await shownAndConfirmed(manager, 'assign', `id=${id}&to=${to}`)).toMatchObject({
        because: 'Choose what is to become of them.',
      })
    }
  })

  test('not as it was shown, where somebody changed it meanwhile', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const [joy, omar] = [await makePerson(db), await makePerson(db)]
    const id = await makeAction(db, { ownerId: joy })
    const what = asked('assign', `id=${id}&to=${omar}`)
    const { revision } = await bulkView(manager, what)
    await db.updateTable('actions').set({ ownerId: null }).where('id', '=', id).execute()
    expect(await changeInBulk(manager, what, { revision })).toEqual({
      allowed: false,
      because: 'Somebody changed some of this meanwhile. Look at what it would do now.',
    })
    expect(await owners(db)).toEqual([null])
  })

  plainTest('waits for somebody who is editing, and then sees it', async () => {
    const db = openDatabase(await ownDatabase('bulk'), 4)
    try {
      const manager = await contextFor(db, 'manager')
      const [joy, omar] = [await makePerson(db), await makePerson(db)]
      const id = await makeAction(db, { ownerId: joy })
      const what = asked('assign', `id=${id}&to=${omar}`)
      const { revision } = await bulkView(manager, what)
      let change: Promise<unknown> | undefined
      await db.transaction().execute(async (tx) => {
        await tx.selectFrom('actions').where('id', '=', id).select('id').forUpdate().execute()
        change = changeInBulk(manager, what, { revision })
        await new Promise((later) => setTimeout(later, 150))
        await tx.updateTable('actions').set({ ownerId: omar }).where('id', '=', id).execute()
      })
      expect(await change).toMatchObject({ allowed: false })
      expect(await owners(db)).toEqual([omar])
    } finally {
      await db.destroy()
    }
  })
})

describe('many actions', () => {
  test('are moved to a team and given a theme, one that is there or a new one', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { id: north } = await db
      .insertInto('teams')
      .values({ name: 'North' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const [a, b] = [await makeAction(db, { title: 'A' }), await makeAction(db, { title: 'B' })]
    expect(await shownAndConfirmed(manager, 'team', `id=${a}&to=${north}`)).toMatchObject({
      changed: 1,
    })
    expect(await shownAndConfirmed(manager, 'theme', `id=${a}&newTheme=Supervision`)).toMatchObject(
      { changed: 1 },
    )
    // the same word again is the same theme
    expect(
      await shownAndConfirmed(manager, 'theme', `id=${a}&id=${b}&newTheme=supervision`),
    ).toMatchObject({ changed: 1 })
    const rows = await db
      .selectFrom('actions as a')
      .leftJoin('themes as t', 't.id', 'a.themeId')
      .orderBy('a.id')
      .select(['a.teamId', 'a.version', 't.name as theme'])
      .execute()
    expect(rows).toEqual([
      { teamId: north, version: 3, theme: 'Supervision' },
      { teamId: null, version: 2, theme: 'Supervision' },
    ])
  })

  test('are asked about, by a day; the owner’s update answers', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const joy = await contextFor(db, 'practitioner')
    const [a, b] = [
      await makeAction(db, { ownerId: joy.actor.personId }),
      await makeAction(db, { ownerId: null }),
    ]
    const address = `id=${a}&id=${b}&to=2026-11-27`
    const view = await bulkView(manager, asked('update', address))
    expect(view.rows.map(({ outcome }) => outcome.does)).toEqual(['changes', 'refused'])
    expect(await shownAndConfirmed(manager, 'update', `${address}&leaveOut=refused`)).toMatchObject(
      { changed: 1 },
    )
    expect(await eventsOf(db, 'action.update-asked')).toHaveLength(1)
    expect((await bulkView(manager, asked('update', address))).rows[0]?.outcome).toMatchObject({
      because: `${joy.actor.name} was asked already, for 27 November 2026.`,
    })
    await postUpdate(joy, a, {
      statedDelivery: 'on-track',
      confidence: 'high',
      words: 'Begun',
      notAnIdentifier: '',
    })
    expect((await bulkView(manager, asked('update', address))).rows[0]?.outcome.does).toBe(
      'changes',
    )
  })

  test('are chosen as the register showed them, and no more than one can read', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const omar = await makePerson(db)
    await makeAction(db, { title: 'Rota', dueOn: '2026-11-01' })
    await makeAction(db, { title: 'Other' })
    const late = asked('assign', `all=yes&show=late&id=99&to=${omar}`)
    expect((await bulkView(manager, late)).rows.map(({ title }) => title)).toEqual(['Rota'])
    expect(new URLSearchParams(bulkFields(late)).toString()).toBe(`show=late&all=yes&to=${omar}`)
    expect((await bulkView(manager, asked('assign', ''))).decision).toMatchObject({
      because: 'Choose the actions first.',
    })
    const { actor } = manager
    await db
      .insertInto('actions')
      .values(
        Array.from({ length: 1000 }, (_, at) => ({
          title: `Action ${at}`,
          createdById: actor.personId,
          createdAt: aFriday,
        })),
      )
      .execute()
    const all = await bulkView(manager, asked('assign', `all=yes&to=${omar}`))
    expect(all.decision).toMatchObject({ allowed: false })
    expect(all.rows).toEqual([])
    expect(await shownAndConfirmed(manager, 'assign', `all=yes&to=${omar}`)).toMatchObject({
      allowed: false,
    })
  })

  test('are changed by managers only', async ({ db }) => {
    const id = await makeAction(db)
    for (const role of ['practitioner', 'leader', 'observer', 'admin'] as const) {
      const context = await contextFor(db, role)
      const to = context.actor.personId
      expect(await shownAndConfirmed(context, 'assign', `id=${id}&to=${to}`)).toMatchObject({
        because: 'Only a manager can do this.',
      })
    }
    expect(['assign', 'theme', 'toString', '', undefined].map(isBulkChange)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
