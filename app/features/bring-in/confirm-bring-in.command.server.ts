import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { linkNewActions } from '~/db/tables/action-recommendations.server'
import { insertActionContributors } from '~/db/tables/action-contributors.server'
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
import { insertMilestones } from '~/db/tables/milestones.server'
import { keepPeople } from '~/db/tables/people.server'
import { insertUpdates } from '~/db/tables/updates.server'
import { allTeams } from '~/db/tables/teams.server'
import { allThemes, insertTheme } from '~/db/tables/themes.server'
import type { ActionEvent, BroughtInFrom, NamedPerson } from '~/domain/action/history'
import { may } from '~/domain/access/permissions'
import { canCreateAction } from '~/domain/action/plan-action'
import { folded, tableInSentence, wordsOf } from '~/domain/bring-in/cell'
import { canBringIn, isAsSeen, isStillOpen, nowHere } from '~/domain/bring-in/draft'
import type { KnownName } from '~/domain/bring-in/known-name'
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

    const known: Named = {
      people: new Map(people.map(({ id, name }) => [id, name])),
      teams: namesOf(await allTeams(tx)),
      themes: namesOf(await allThemes(tx)),
    }
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
      const gone = rows.some(({ action }) =>
        action!.contributorIds.some((id) => !nowHere(id, people)),
      )
      if (gone) return no('A contributor has left meanwhile. Look at the contributors again.')
      await bringInSome(tx, context, facts, known, rows)
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

/** Who and what the rows name, by id. */
interface Named {
  people: ReadonlyMap<number, string>
  teams: ReadonlyMap<number, string>
  /** with those that are made on the way */
  themes: Map<number, string>
}

const namesOf = (known: readonly KnownName[]): Map<number, string> =>
  new Map(known.map(({ id, name }) => [id, name]))

/** The theme of each row, made where it is new; the first row that names it gives it its letters. */
async function themesOf(
  tx: Tx,
  { themes }: Pick<Named, 'themes'>,
  rows: readonly BringInRow[],
): Promise<(number | null)[]> {
  const ids: (number | null)[] = []
  for (const { action } of rows) {
    const { theme } = action!
    if (typeof theme !== 'string') {
      ids.push(theme)
      continue
    }
    const known = [...themes].find(([, name]) => folded(name) === folded(theme))?.[0]
    const id = known ?? (await insertTheme(tx, theme))
    themes.set(id, themes.get(id) ?? theme)
    ids.push(id)
  }
  return ids
}

async function bringInSome(
  tx: Tx,
  context: Context,
  facts: BringInFacts,
  named: Named,
  rows: readonly BringInRow[],
): Promise<void> {
  const { actor, now } = context
  const table = facts.tables[facts.draft.table]!.name
  const themes = await themesOf(tx, named, rows)
  const ids = await insertActions(
    tx,
    rows.map(({ action }, at) => {
      const { title, outcome, successMeasure, ownerId, startOn, originalDueOn, dueOn } = action!
      const planned = { title, outcome, successMeasure, ownerId, startOn, originalDueOn, dueOn }
      const { teamId, deliveredOn } = action!
      return {
        ...planned,
        ...{ teamId, deliveredOn, themeId: themes[at]! },
        ...{ createdById: actor.personId, createdAt: now },
      }
    }),
  )
  const made = rows.map((row, at) => ({
    actionId: ids[at]!,
    row,
    action: row.action!,
    themeId: themes[at]!,
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
      heldForId: action.heldForId,
    })),
  )
  await linkNewActions(
    tx,
    made.flatMap(({ actionId, action }) =>
      action.recommendationIds.map((recommendationId) => ({ actionId, recommendationId })),
    ),
  )
  await insertActionContributors(
    tx,
    made.flatMap(({ actionId, action }) =>
      action.contributorIds.map((personId) => ({ actionId, personId })),
    ),
  )
  await insertMilestones(
    tx,
    made.flatMap(({ actionId, action }) =>
      action.milestones.map((milestone) => ({ actionId, ...milestone })),
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
  await recordEvents(
    tx,
    made.map(({ actionId, action, themeId, from }) => {
      const event = broughtInEvent(action, { from, themeId, named })
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
  { from, themeId, named }: { from: BroughtInFrom; themeId: number | null; named: Named },
): Extract<ActionEvent, { what: 'action.brought-in' }> {
  const { title, outcome, successMeasure, startOn, originalDueOn, dueOn } = action
  const { recommendationIds, contributorIds, milestones, deliveredOn } = action
  const known = (id: number | null, names: ReadonlyMap<number, string>): NamedPerson | null =>
    id === null ? null : { id, name: names.get(id)! }
  return {
    what: 'action.brought-in',
    after: {
      ...{ title, outcome, successMeasure, startOn, originalDueOn, dueOn },
      owner: known(action.ownerId, named.people),
      contributors: contributorIds.map((id) => known(id, named.people)!),
      team: known(action.teamId, named.teams),
      theme: known(themeId, named.themes),
      recommendations: recommendationIds,
      ...{ milestones, deliveredOn },
      ...from,
    },
  }
}

const movedThere = ({ file, table, row }: BroughtInFrom): string =>
  `Revised in the old plan before it was brought in (“${file}”, ${tableInSentence(table)}, row ${row}).`

/** The owner as the old plan wrote it, kept where nobody here is meant by it. */
function oldOwnerOf({ draft }: BringInFacts, row: BringInRow): string {
  const column = Object.entries(draft.columns ?? {}).find(([, field]) => field === 'owner')?.[0]
  return (
    row.corrections.owner ?? (column === undefined ? '' : wordsOf(row.cells[Number(column)]).trim())
  )
}
