import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { endWhatANewOwnerStated } from '~/db/new-owner.server'
import { changeActions, lockActions } from '~/db/tables/actions.server'
import { keepPeople } from '~/db/tables/people.server'
import { insertTheme } from '~/db/tables/themes.server'
import { insertUpdateRequests } from '~/db/tables/update-requests.server'
import type { ActionEvent, NamedPerson } from '~/domain/action/history'
import { no, type Refusal } from '~/domain/decision'
import type { BulkChange } from '~/domain/plan/bulk-change'
import type { BulkAsked } from './bulk-change.form'
import { bulkView } from './bulk-change.query.server'
import { recordActionEvent } from './record-action-event.server'

/**
 * Makes a change to many actions, all of it or none: exactly what was shown, or, where anything of it
 * is otherwise by now, nothing.
 */
export async function changeInBulk(
  context: Context,
  asked: BulkAsked,
  { revision }: { revision: string },
): Promise<{ allowed: true; changed: number } | Refusal> {
  return inTransaction(context, async (tx) => {
    const here = { ...context, db: tx }
    // Once to know which, then locked, and read again: nobody edits between the look and the change.
    const chosen = await bulkView(here, asked)
    const ids = chosen.rows.map(({ id }) => id)
    await lockActions(tx, ids)
    if (chosen.change?.kind === 'assign') await keepPeople(tx, [chosen.change.owner.id])
    const view = await bulkView(here, asked)

    if (!view.decision.allowed) return view.decision
    if (!view.change) return no('Choose what is to become of them.')
    if (view.revision !== revision) {
      return no('Somebody changed some of this meanwhile. Look at what it would do now.')
    }
    if (!view.confirm.allowed) return view.confirm

    const toChange = view.rows.flatMap(({ id, outcome }) =>
      outcome.does === 'changes' ? [id] : [],
    )
    await make(tx, context, view.change, toChange)
    return { allowed: true as const, changed: toChange.length }
  })
}

async function make(tx: Tx, context: Context, change: BulkChange, ids: readonly number[]) {
  switch (change.kind) {
    case 'assign': {
      const owner = { id: change.owner.id, name: change.owner.name }
      await edit(tx, context, ids, 'owner', { ownerId: owner.id }, owner)
      return endWhatANewOwnerStated(tx, context, owner, ids)
    }
    case 'team':
      return edit(tx, context, ids, 'team', { teamId: change.team.id }, change.team)
    case 'theme': {
      const id = change.theme.id ?? (await insertTheme(tx, change.theme.name))
      return edit(tx, context, ids, 'theme', { themeId: id }, { id, name: change.theme.name })
    }
    case 'update':
      return ask(tx, context, ids, change)
  }
}

/** One edit of each, with its event, as if somebody had gone through them one by one. */
async function edit(
  tx: Tx,
  context: Context,
  ids: readonly number[],
  field: 'owner' | 'team' | 'theme',
  columns: Parameters<typeof changeActions>[2],
  to: NamedPerson,
) {
  const were = await tx
    .selectFrom('actions as a')
    .leftJoin('people as owner', 'owner.id', 'a.ownerId')
    .leftJoin('teams as team', 'team.id', 'a.teamId')
    .leftJoin('themes as theme', 'theme.id', 'a.themeId')
    .where('a.id', 'in', [...ids])
    .orderBy('a.id')
    .select(['a.id', 'a.version', `${field}.id as fromId`, `${field}.name as fromName`])
    .execute()
  await changeActions(tx, ids, columns)
  for (const { id, version, fromId, fromName } of were) {
    const from = fromId === null || fromName === null ? null : { id: fromId, name: fromName }
    const event: ActionEvent = {
      what: 'action.edited',
      before: { version, [field]: from },
      after: { version: version + 1, [field]: to },
    }
    await recordActionEvent(tx, context, id, event)
  }
}

async function ask(
  tx: Tx,
  context: Context,
  ids: readonly number[],
  { dueOn }: Extract<BulkChange, { kind: 'update' }>,
) {
  const owners = await tx
    .selectFrom('actions as a')
    .innerJoin('people as owner', 'owner.id', 'a.ownerId')
    .where('a.id', 'in', [...ids])
    .orderBy('a.id')
    .select(['a.id as actionId', 'owner.id', 'owner.name'])
    .execute()
  const { actor, now } = context
  await insertUpdateRequests(
    tx,
    owners.map(({ actionId, id }) => ({
      actionId,
      askedOfId: id,
      askedById: actor.personId,
      askedAt: now,
      dueOn,
    })),
  )
  for (const { actionId, ...askedOf } of owners) {
    await recordActionEvent(tx, context, actionId, {
      what: 'action.update-asked',
      after: { askedOf, dueOn },
    })
  }
}
