/** Random things that people do to a plan, one after the other on any days: for properties about it. */
import fc from 'fast-check'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { countingVerdict } from '~/db/evidence-facts.server'
import { updatePerson } from '~/db/tables/people.server'
import { deliveries } from '~/domain/action/delivery'
import { impactVerdicts } from '~/domain/action/impact'
import { evidenceKinds } from '~/domain/evidence/kinds'
import { brags } from '~/domain/plan/brag'
import { addDays, type CalendarDate } from '~/domain/time/calendar-date'
import { addMilestone } from '~/features/actions/add-milestone.command.server'
import { askForDueDate } from '~/features/actions/ask-for-due-date.command.server'
import { completeMilestone } from '~/features/actions/complete-milestone.command.server'
import { createAction } from '~/features/actions/create-action.command.server'
import { decideDueDate } from '~/features/actions/decide-due-date.command.server'
import { editAction } from '~/features/actions/edit-action.command.server'
import { plannedAction } from '~/features/actions/edit-action.query.server'
import { markDelivered } from '~/features/actions/mark-delivered.command.server'
import { overrideBrag } from '~/features/actions/override-brag.command.server'
import { postUpdate } from '~/features/actions/post-update.command.server'
import { signOffImpact } from '~/features/actions/sign-off-impact.command.server'
import { makeEvidence } from './make'

/** One thing that somebody does, with the choices it needs drawn at random. */
export interface Step {
  deed: keyof typeof deeds
  /** days that pass before it */
  after: number
  /** which of several things, and how far from today */
  pick: number
  days: number
}

export interface Stage {
  db: Db
  by: (role: 'manager' | 'leader') => Context
  today: CalendarDate
  recommendations: number[]
  people: number[]
}

export const said = { notAnIdentifier: '' }

/** Whether a deed came about: one that is refused, or for which there is nothing to do, did not. */
export const cameAbout = (decision: { allowed: boolean } | undefined): boolean =>
  decision?.allowed === true

export const one = <T>(of: readonly T[], pick: number): T => of[pick % of.length]!

/** Does it to one of these, drawn at random, and where that is refused to the next for which it is not. */
export async function toOneThatCan(
  ids: readonly number[],
  pick: number,
  deed: (id: number) => Promise<{ allowed: boolean } | undefined>,
): Promise<boolean> {
  for (const at of ids.keys()) {
    if (cameAbout(await deed(one(ids, pick + at)))) return true
  }
  return false
}

export const actionIds = async (db: Db): Promise<number[]> =>
  (await db.selectFrom('actions').orderBy('id').select('id').execute()).map(({ id }) => id)

const anyAction = async ({ db }: Stage, pick: number) => one(await actionIds(db), pick)

export const deeds = {
  async plan({ by, today, recommendations, people }: Stage, { pick, days }: Step) {
    return cameAbout(
      await createAction(by('manager'), {
        ...said,
        title: `Action ${pick}`,
        outcome: '',
        successMeasure: '',
        ownerId: pick % 3 === 0 ? null : one(people, pick),
        startOn: pick % 4 === 0 ? null : addDays(today, -Math.abs(days)),
        dueOn: pick % 5 === 0 ? null : addDays(today, Math.abs(days)),
        teamId: null,
        theme: pick % 2 === 0 ? 'Hand-overs' : '',
        contributorIds: [],
        recommendationIds: pick % 2 === 0 ? [one(recommendations, pick)] : [],
        milestones: [{ title: 'First', dueOn: addDays(today, days) }],
      }),
    )
  },
  async edit(stage: Stage, { pick }: Step) {
    const id = await anyAction(stage, pick)
    const { version, planned } = (await plannedAction(stage.db, id))!
    return cameAbout(
      await editAction(stage.by('manager'), id, {
        ...said,
        version,
        planned: {
          ...planned,
          title: `Edited ${pick}`,
          ownerId: one([null, ...stage.people], pick),
          recommendationIds: [one(stage.recommendations, pick)],
        },
      }),
    )
  },
  async milestone(stage: Stage, { pick, days }: Step) {
    const dueOn = addDays(stage.today, days)
    return cameAbout(
      await addMilestone(stage.by('manager'), await anyAction(stage, pick), {
        ...said,
        title: 'Another',
        dueOn,
      }),
    )
  },
  async done(stage: Stage, { pick, days }: Step) {
    const open = await stage.db
      .selectFrom('milestones')
      .where('doneOn', 'is', null)
      .orderBy('id')
      .select('id')
      .execute()
    if (open.length === 0) return false
    const doneOn = addDays(stage.today, -Math.abs(days))
    return cameAbout(await completeMilestone(stage.by('manager'), one(open, pick).id, { doneOn }))
  },
  async update(stage: Stage, { pick }: Step) {
    return cameAbout(
      await postUpdate(stage.by('manager'), await anyAction(stage, pick), {
        ...said,
        statedDelivery: one(deliveries, pick),
        confidence: 'medium',
        words: 'So it goes',
      }),
    )
  },
  /** By some days, or so far that it waits for a leader. */
  async move({ db, by, today }: Stage, { pick, days }: Step) {
    const toOn = addDays(today, Math.abs(days) + (pick % 2) * 60)
    return toOneThatCan(await actionIds(db), pick, (id) =>
      askForDueDate(by('manager'), id, { ...said, toOn, reason: 'Ill' }),
    )
  },
  async decide(stage: Stage, { pick }: Step) {
    const waiting = await stage.db
      .selectFrom('dueDateChanges')
      .where('decision', 'is', null)
      .orderBy('id')
      .select(['id', 'actionId'])
      .execute()
    if (waiting.length === 0) return false
    const { id: changeId, actionId } = one(waiting, pick)
    return cameAbout(
      await decideDueDate(stage.by('leader'), actionId, {
        ...said,
        changeId,
        decision: pick % 2 === 0 ? 'agreed' : 'refused',
        reason: 'Because',
      }),
    )
  },
  async deliver({ db, by, today }: Stage, { pick }: Step) {
    return toOneThatCan(await actionIds(db), pick, (id) =>
      markDelivered(by('manager'), id, { deliveredOn: today }),
    )
  },
  async show(stage: Stage, { pick, days }: Step) {
    const periodTo = addDays(stage.today, -Math.abs(days))
    await makeEvidence(stage.db, {
      actionIds: [...new Set([await anyAction(stage, pick), await anyAction(stage, pick + 1)])],
      kind: one(evidenceKinds, pick),
      periodFrom: periodTo,
      periodTo,
    })
    return true
  },
  async judge({ db, by }: Stage, { pick }: Step) {
    const pieces = await db
      .selectFrom('evidence')
      .orderBy('id')
      .select(['id', 'addedById'])
      .execute()
    if (pieces.length === 0) return false
    const { id: evidenceId, addedById } = one(pieces, pick)
    const { actor, now } = by('manager')
    await db
      .insertInto('evidenceReviews')
      .values({
        evidenceId,
        addedById,
        reviewerId: actor.personId,
        reviewedAt: now,
        verdict: pick % 4 === 0 ? 'returned' : pick % 7 === 0 ? 'rejected' : 'accepted',
        strength: pick % 4 === 0 || pick % 7 === 0 ? null : 'output',
        reason: 'As read',
      })
      .execute()
    return true
  },
  /** A later version of a piece, for some of what that is for; it replaces that once it is accepted. */
  async follow(stage: Stage, { pick, days }: Step) {
    const pieces = await stage.db.selectFrom('evidence').orderBy('id').select('id').execute()
    if (pieces.length === 0) return false
    const periodTo = addDays(stage.today, -Math.abs(days))
    await makeEvidence(stage.db, {
      actionIds: [await anyAction(stage, pick)],
      supersedesId: one(pieces, pick).id,
      kind: one(evidenceKinds, pick),
      periodFrom: periodTo,
      periodTo,
    })
    return true
  },
  /** What was returned waits again once it is edited. */
  async answer({ db }: Stage, { pick }: Step) {
    const returned = await db
      .selectFrom('evidence as e')
      .where((eb) => eb(countingVerdict(), '=', 'returned'))
      .orderBy('e.id')
      .select('e.id')
      .execute()
    if (returned.length === 0) return false
    const { id } = one(returned, pick)
    await db
      .updateTable('evidence')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
    return true
  },
  async unlink({ db }: Stage, { pick }: Step) {
    const links = await db.selectFrom('evidenceActions').orderBy('evidenceId').selectAll().execute()
    if (links.length === 0) return false
    const { evidenceId, actionId } = one(links, pick)
    await db
      .deleteFrom('evidenceActions')
      .where('evidenceId', '=', evidenceId)
      .where('actionId', '=', actionId)
      .execute()
    return true
  },
  async impact({ db, by }: Stage, { pick }: Step) {
    return toOneThatCan(await actionIds(db), pick, (id) =>
      signOffImpact(by('leader'), id, {
        ...said,
        verdict: one(impactVerdicts, pick),
        words: 'Seen by children',
      }),
    )
  },
  async leave({ db, by, people }: Stage, { pick }: Step) {
    const suspendedAt = pick % 2 === 0 ? by('manager').now : null
    const person = { suspendedAt, name: `Person called ${pick}` }
    await updatePerson(db as Parameters<typeof updatePerson>[0], one(people, pick), person)
    return true
  },
  async colour({ db, by, today }: Stage, { pick, days }: Step) {
    return toOneThatCan(await actionIds(db), pick, (id) =>
      overrideBrag(by('leader'), id, {
        ...said,
        brag: one(brags, pick),
        reason: 'So it is',
        untilOn: addDays(today, Math.abs(days)),
      }),
    )
  },
  async nothing() {
    return true
  },
}

export const anyStep = fc.record({
  deed: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
  after: fc.oneof(fc.constant(0), fc.nat({ max: 45 })),
  pick: fc.nat({ max: 1000 }),
  days: fc.integer({ min: -60, max: 60 }),
})
