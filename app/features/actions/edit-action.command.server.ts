import type { Context } from '~/auth/context.server'
import { inTransaction, type Tx } from '~/db/db.server'
import { endWhatANewOwnerStated } from '~/db/new-owner.server'
import { setActionContributors } from '~/db/tables/action-contributors.server'
import { setActionRecommendations } from '~/db/tables/action-recommendations.server'
import { lockAction, updateAction } from '~/db/tables/actions.server'
import { assuredBy, assuredNothing } from '~/db/tables/offers.server'
import { keepPeople } from '~/db/tables/people.server'
import { allTeams } from '~/db/tables/teams.server'
import { keepTheme, themeCalled } from '~/db/tables/themes.server'
import { canComeToOwn } from '~/domain/action/hand-over'
import { changesInSentences, type NamedPerson, type RecordedFields } from '~/domain/action/history'
import {
  changedFields,
  mergeEdit,
  type PlannedAction,
  type SingleField,
} from '~/domain/action/merge-edit'
import { canEditAction } from '~/domain/action/plan-action'
import { no, type Refusal } from '~/domain/decision'
import { type CalendarDate, longDate } from '~/domain/time/calendar-date'
import { areRecommendations, namedPeople, namedTeam } from './choices.query.server'
import type { ActionEdit } from './edit-action.form'
import { before, type EditedEvent, editsSince, plannedAction } from './edit-action.query.server'
import { explained, recordActionEvent } from './record-action-event.server'

/** What others saved while she typed, where it cannot stand beside what she typed. */
export interface EditConflict {
  /** everything that changed meanwhile, in words */
  changes: { at: Date; sentence: string }[]
  collisions: { field: SingleField; theirs: string; yours: string }[]
  /** hers where they collide, theirs elsewhere: what her form goes on with */
  merged: PlannedAction
  version: number
}

export type Edited =
  | {
      allowed: true
      /** the version she began from, where others edited meanwhile */ mergedFrom?: number
    }
  | (Refusal & { conflict?: EditConflict })

/**
 * Edits an action. What others changed meanwhile is kept beside it; where both changed the same
 * thing, nothing is saved and she is shown both.
 */
export async function editAction(
  context: Context,
  actionId: number,
  { version, notAnIdentifier, ...edit }: ActionEdit,
): Promise<Edited | undefined> {
  return inTransaction(context, async (tx): Promise<Edited | undefined> => {
    if (!(await lockAction(tx, actionId))) return undefined
    const current = await plannedAction(tx, actionId)
    if (!current) return undefined
    const edits = await editsSince(tx, actionId, version)
    const base = before(current.planned, edits)
    const planned = { ...edit.planned, theme: await asItIsCalled(tx, edit.planned.theme) }
    // A date that is set is not an edit: its field was not on her page.
    const mine = base.dueOn === null ? planned : { ...planned, dueOn: base.dueOn }
    const { merged, collisions } = mergeEdit(base, current.planned, mine)
    if (current.planned.dueOn !== null) merged.dueOn = current.planned.dueOn

    const dateThatCanChange = current.planned.dueOn === null ? 'dueOn' : 'startOn'
    const decision = canEditAction(context.actor, merged, dateThatCanChange)
    if (!decision.allowed) return decision
    const named = peopleIn(base, current.planned, mine)
    await keepPeople(tx, named)
    const people = await namedPeople(tx, named)
    const teams = await teamsIn(tx, base, current.planned, mine)
    if (collisions.length > 0) {
      return {
        ...no('Somebody else changed the same thing while you were editing.'),
        conflict: {
          changes: edits.flatMap(inSentences),
          collisions: collisions.map((field) => ({
            field,
            theirs: valueInWords(current.planned[field], field, [people, teams]),
            yours: valueInWords(mine[field], field, [people, teams]),
          })),
          merged,
          version: current.version,
        },
      }
    }
    const refusal =
      (await unknownChoices(tx, current.planned, merged, people)) ??
      (await assuredItBefore(tx, actionId, current.planned, merged, people))
    if (refusal) return refusal

    const changed = changedFields(current.planned, merged)
    if (changed.length > 0) {
      const themes = await themesOf(tx, current.planned, merged)
      await save(tx, actionId, merged, themes)
      const owner = people.find(({ id }) => id === merged.ownerId)
      if (owner && changed.includes('ownerId')) {
        await endWhatANewOwnerStated(tx, context, owner, [actionId])
      }
      const names = { people, teams, themes }
      await recordActionEvent(tx, context, actionId, {
        what: 'action.edited',
        before: { version: current.version, ...recorded(current.planned, changed, names) },
        after: {
          version: current.version + 1,
          ...recorded(merged, changed, names),
          ...explained(notAnIdentifier),
        },
      })
    }
    const isMerged = edits.some(({ who }) => who.id !== context.actor.personId)
    return { allowed: true, ...(isMerged && { mergedFrom: version }) }
  })
}

/** A theme by another capital is the same theme. */
const asItIsCalled = async (tx: Tx, theme: string): Promise<string> =>
  (await themeCalled(tx, theme))?.name ?? theme

async function teamsIn(tx: Tx, ...states: PlannedAction[]): Promise<NamedPerson[]> {
  const all = await allTeams(tx)
  return all.filter(({ id }) => states.some(({ teamId }) => teamId === id))
}

/** The themes of these states; one that is new begins here. */
async function themesOf(tx: Tx, ...states: PlannedAction[]): Promise<NamedPerson[]> {
  const themes = []
  for (const { theme } of states) themes.push(await keepTheme(tx, theme))
  return themes.filter((theme) => theme !== null)
}

const namedIn = (all: readonly NamedPerson[], name: string): NamedPerson | null =>
  all.find((one) => one.name === name) ?? null

async function save(
  tx: Tx,
  actionId: number,
  action: PlannedAction,
  themes: readonly NamedPerson[],
): Promise<void> {
  const { contributorIds, recommendationIds, theme, ...fields } = action
  await updateAction(tx, actionId, { ...fields, themeId: namedIn(themes, theme)?.id ?? null })
  await setActionContributors(tx, actionId, contributorIds)
  await setActionRecommendations(tx, actionId, recommendationIds)
}

const peopleIn = (...states: PlannedAction[]): number[] => [
  ...new Set(
    states.flatMap(({ ownerId, contributorIds }) => [
      ...contributorIds,
      ...(ownerId === null ? [] : [ownerId]),
    ]),
  ),
]

/** Somebody who has left may stay where they are, and is given nothing new. */
async function unknownChoices(
  tx: Tx,
  from: PlannedAction,
  to: PlannedAction,
  people: (NamedPerson & { isHere: boolean })[],
): Promise<Refusal | undefined> {
  const isNew = (to.ownerId !== from.ownerId && to.ownerId !== null ? [to.ownerId] : []).concat(
    to.contributorIds.filter((id) => !from.contributorIds.includes(id)),
  )
  if (isNew.some((id) => !people.find((person) => person.id === id)?.isHere)) {
    return no('Choose people who are still here.')
  }
  if ((await namedTeam(tx, to.teamId)) === undefined) return no('Choose a team from the list.')
  return (await areRecommendations(tx, to.recommendationIds))
    ? undefined
    : no('Choose recommendations from the list.')
}

/** Nobody comes to own what they assured, whether by an edit or by a hand-over. */
async function assuredItBefore(
  tx: Tx,
  actionId: number,
  from: PlannedAction,
  to: PlannedAction,
  people: readonly NamedPerson[],
): Promise<Refusal | undefined> {
  const owner = people.find(({ id }) => id === to.ownerId)
  if (!owner || owner.id === from.ownerId) return undefined
  const assured = (await assuredBy(tx, owner.id, [actionId])).get(actionId) ?? assuredNothing
  const decision = canComeToOwn(owner.name, assured)
  return decision.allowed ? undefined : decision
}

function recorded(
  action: PlannedAction,
  fields: readonly (keyof PlannedAction)[],
  { people, teams, themes }: Record<'people' | 'teams' | 'themes', readonly NamedPerson[]>,
): RecordedFields {
  const named = (id: number): NamedPerson => ({
    id,
    name: people.find((person) => person.id === id)?.name ?? '',
  })
  const all: Record<keyof PlannedAction, RecordedFields> = {
    title: { title: action.title },
    outcome: { outcome: action.outcome },
    successMeasure: { successMeasure: action.successMeasure },
    ownerId: { owner: action.ownerId === null ? null : named(action.ownerId) },
    startOn: { startOn: action.startOn },
    dueOn: { dueOn: action.dueOn },
    teamId: { team: teams.find(({ id }) => id === action.teamId) ?? null },
    theme: { theme: namedIn(themes, action.theme) },
    contributorIds: { contributors: action.contributorIds.map(named) },
    recommendationIds: { recommendations: action.recommendationIds },
  }
  return Object.assign({}, ...fields.map((field) => all[field]))
}

const inSentences = (event: EditedEvent) =>
  changesInSentences(event, event.who.name).map((sentence) => ({ at: event.at, sentence }))

function valueInWords(
  value: PlannedAction[SingleField],
  field: SingleField,
  [people, teams]: [readonly NamedPerson[], readonly NamedPerson[]],
): string {
  if (value === null || value === '') return 'Nothing'
  if (field === 'ownerId') return people.find(({ id }) => id === value)?.name ?? 'Somebody'
  if (field === 'teamId') return teams.find(({ id }) => id === value)?.name ?? 'Another team'
  if (field === 'startOn' || field === 'dueOn') return longDate(value as CalendarDate)
  return String(value)
}
