import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { linkNewActions } from '~/db/tables/action-recommendations.server'
import { insertActionSources } from '~/db/tables/action-sources.server'
import { insertActions } from '~/db/tables/actions.server'
import { type BringInRow, bringInRows, countBringInRows } from '~/db/tables/bring-in-rows.server'
import {
  type BringInFacts,
  bringInFacts,
  closeBringIn,
  lockBringIn,
} from '~/db/tables/bring-ins.server'
import { insertMovesOfOldPlan } from '~/db/tables/due-date-changes.server'
import { recordEvent, recordEvents } from '~/db/tables/events.server'
import { keepPeople } from '~/db/tables/people.server'
import { insertUpdates } from '~/db/tables/updates.server'
import type { ActionEvent } from '~/domain/action/history'
import { may } from '~/domain/access/permissions'
import { canCreateAction } from '~/domain/action/plan-action'
import { tableInSentence, wordsOf } from '~/domain/bring-in/cell'
import { canBringIn, isAsSeen, isStillOpen, nowHere } from '~/domain/bring-in/draft'
import type { KnownPerson } from '~/domain/bring-in/names'
import { type BroughtAction, broughtInWords } from '~/domain/bring-in/row'
import { all, no, type Refusal } from '~/domain/decision'
import type { confirmBringInForm } from './confirm-bring-in.form'
import { judgeRows } from './judge-rows.server'
import { knownPeople } from './known.server'

const atOnce = 500

/** Makes actions of the plan out of every row that is ready: all of them, or none. */
export function confirmBringIn(
  context: Context,
  bringInId: number,
  { revision }: z.infer<typeof confirmBringInForm>,
): Promise<{ allowed: true; actions: number } | Refusal | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockBringIn(tx, bringInId)
    const facts = await bringInFacts(tx, bringInId)
    if (!facts) return undefined
    const asSeen = all(
      may(actor, 'plan.bring-in'),
      isStillOpen(facts),
      isAsSeen(facts.draft, revision),
    )
    if (!asSeen.allowed) return asSeen
    // People may have left, and actions come, since the rows were last judged.
    const people = await knownPeople(tx)
    await keepPeople(
      tx,
      people.map(({ id }) => id),
    )
    await judgeRows(tx, context, facts)
    const decision = canBringIn(actor, facts.draft, await countBringInRows(tx, bringInId))
    if (!decision.allowed) return decision

    let actions = 0
    let after = 0
    for (;;) {
      const wanted = { tableAt: facts.draft.table, state: 'ready' as const, after, limit: atOnce }
      const rows = await bringInRows(tx, bringInId, wanted)
      const last = rows.at(-1)
      if (!last) break
      const refused = rows
        .map((row) => canCreateAction(actor, row.action!))
        .find(({ allowed }) => !allowed)
      if (refused && !refused.allowed) return refused
      const left = rows.some(({ action }) => !nowHere(action!.ownerId, people))
      if (left) return no('An owner has left meanwhile. Look at the owners again.')
      await bringInSome(tx, context, facts, people, rows)
      actions += rows.length
      after = last.rowAt
    }
    await closeBringIn(tx, bringInId, { confirmedAt: now, confirmedById: actor.personId })
    await recordEvent(tx, {
      what: 'bring-in.confirmed',
      subject: { kind: 'bring-in', id: bringInId },
      actorId: actor.personId,
      happenedAt: now,
      after: { file: facts.originalName, actions },
    })
    return { allowed: true as const, actions }
  })
}

async function bringInSome(
  tx: Tx,
  context: Context,
  facts: BringInFacts,
  people: readonly KnownPerson[],
  rows: readonly BringInRow[],
): Promise<void> {
  const { actor, now } = context
  const table = facts.tables[facts.draft.table]!.name
  const ids = await insertActions(
    tx,
    rows.map(({ action }) => {
      const { title, outcome, successMeasure, ownerId, startOn, originalDueOn, dueOn } = action!
      const planned = { title, outcome, successMeasure, ownerId, startOn, originalDueOn, dueOn }
      return { ...planned, createdById: actor.personId, createdAt: now }
    }),
  )
  const made = rows.map((row, at) => ({
    actionId: ids[at]!,
    row,
    action: row.action!,
    from: { file: facts.originalName, table, row: row.rowAt },
  }))
  await insertActionSources(
    tx,
    made.map(({ actionId, row, action }) => ({
      actionId,
      bringInId: facts.id,
      tableAt: facts.draft.table,
      rowAt: row.rowAt,
      contentSha256: row.contentSha256,
      oldRef: action.ref,
      oldOwner: oldOwnerOf(facts, row),
    })),
  )
  await linkNewActions(
    tx,
    made.flatMap(({ actionId, action }) =>
      action.recommendationIds.map((recommendationId) => ({ actionId, recommendationId })),
    ),
  )
  await insertMovesOfOldPlan(
    tx,
    made.flatMap(({ actionId, action: { originalDueOn, dueOn }, from }) =>
      originalDueOn && dueOn && originalDueOn !== dueOn
        ? [
            {
              actionId,
              fromOn: originalDueOn,
              toOn: dueOn,
              reason: movedThere(from),
              askedById: actor.personId,
              askedAt: now,
            },
          ]
        : [],
    ),
  )
  // What the old plan said is a statement of the day it is brought in, in its own words: never a derived state.
  await insertUpdates(
    tx,
    made.flatMap(({ actionId, action, from }) =>
      action.stated
        ? [
            {
              actionId,
              authorId: actor.personId,
              saidAt: now,
              statedDelivery: action.stated,
              confidence: 'low' as const,
              words: broughtInWords(action, from),
            },
          ]
        : [],
    ),
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  await recordEvents(
    tx,
    made.map(({ actionId, action, from }) => {
      const event = broughtInEvent(action, from, names)
      return {
        what: event.what,
        after: event.after,
        subject: { kind: 'action' as const, id: actionId },
        actorId: actor.personId,
        happenedAt: now,
      }
    }),
  )
}

function broughtInEvent(
  action: BroughtAction,
  from: { file: string; table: string; row: number },
  people: ReadonlyMap<number, string>,
): Extract<ActionEvent, { what: 'action.brought-in' }> {
  const {
    title,
    outcome,
    successMeasure,
    ownerId,
    startOn,
    originalDueOn,
    dueOn,
    recommendationIds,
  } = action
  return {
    what: 'action.brought-in',
    after: {
      title,
      outcome,
      successMeasure,
      startOn,
      originalDueOn,
      dueOn,
      owner: ownerId === null ? null : { id: ownerId, name: people.get(ownerId)! },
      recommendations: recommendationIds,
      ...from,
    },
  }
}

const movedThere = ({ file, table, row }: { file: string; table: string; row: number }): string =>
  `Revised in the old plan before it was brought in (“${file}”, ${tableInSentence(table)}, row ${row}).`

/** The owner as the old plan wrote it, kept where nobody here is meant by it. */
function oldOwnerOf({ draft }: BringInFacts, row: BringInRow): string {
  const column = Object.entries(draft.columns ?? {}).find(([, field]) => field === 'owner')?.[0]
  return (
    row.corrections.owner ?? (column === undefined ? '' : wordsOf(row.cells[Number(column)]).trim())
  )
}
