import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import { bringStandingsUpTo } from '~/db/action-standings.server'
import type { Db } from '~/db/db.server'
import { assuredBy, assuredNothing } from '~/db/tables/offers.server'
import { allTeams } from '~/db/tables/teams.server'
import { allThemes, themeCalled } from '~/db/tables/themes.server'
import { isUnanswered } from '~/db/tables/update-requests.server'
import type { Decision } from '~/domain/decision'
import { idFrom } from '~/domain/id'
import {
  type BulkChange,
  type BulkChangeKind,
  type BulkFacts,
  type BulkOutcome,
  bulkOutcome,
  canChangeInBulk,
  canConfirmBulk,
  mostAtOnce,
} from '~/domain/plan/bulk-change'
import { treeOf } from '~/domain/people/teams'
import { addDays, type CalendarDate } from '~/domain/time/calendar-date'
import type { Choice } from '~/ui/field'
import { actionChoices } from './choices.query.server'
import { type BulkAsked, bulkDay } from './bulk-change.form'
import { conditionsOf } from './register-where.server'

export interface BulkRow {
  id: number
  title: string
  outcome: BulkOutcome
}

export interface BulkView {
  asked: BulkAsked
  today: CalendarDate
  /** how many actions were chosen */
  count: number
  /** whether a change may be made to so many at all */
  decision: Decision
  /** what one may choose from, for those changes that choose from a list */
  choices: Choice[]
  /** a day to begin with, for those that need one */
  suggestedDay: CalendarDate
  /** what is to become of them; undefined until that is chosen, null where no such thing is there */
  change: BulkChange | null | undefined
  /** what it would do, action by action, with what is left out; the titles alone before a change is chosen */
  rows: BulkRow[]
  titles: { id: number; title: string }[]
  /** how many a rule refused, also where they are left out */
  refused: number
  confirm: Decision
  /** names exactly what is shown */
  revision: string
}

/** The change that is asked for, to the actions that were chosen, and what it would do to each. */
export async function bulkView(context: Context, asked: BulkAsked): Promise<BulkView> {
  const { db, actor, today } = context
  await bringStandingsUpTo(today, db)
  const { ids, count } = await chosenActions(context, asked)
  const decision = canChangeInBulk(actor, asked.kind, count)
  const shown = decision.allowed ? ids : []
  const change = decision.allowed ? await changeOf(db, asked) : undefined
  const facts = await bulkFacts(db, shown, change?.kind === 'assign' ? change.owner.id : undefined)
  const all = facts.map(({ id, title, ...action }): BulkRow => ({
    id,
    title,
    outcome: change
      ? bulkOutcome(change, action, today)
      : { does: 'nothing', because: 'Nothing is chosen yet.' },
  }))
  const refused = all.filter(({ outcome }) => outcome.does === 'refused').length
  const asConfirmed = asked.leavesOut
    ? all.filter(({ outcome }) => outcome.does !== 'refused')
    : all
  return {
    asked,
    today,
    count,
    decision,
    choices: await choicesFor(db, asked.kind),
    suggestedDay: addDays(today, 7),
    change,
    rows: change ? all : [],
    titles: change ? [] : all.map(({ id, title }) => ({ id, title })),
    refused,
    confirm: canConfirmBulk(asConfirmed.map(({ outcome }) => outcome)),
    revision: revisionOf(change, all),
  }
}

/** Counts all, and names no more than may be changed at once. */
async function chosenActions(context: Context, { filter }: BulkAsked) {
  const conditions = await conditionsOf(context, filter)
  const chosen = context.db
    .selectFrom('actionStandings as s')
    .where((eb) => eb.and(conditions.map((condition) => condition(eb))))
  const { count } = await chosen
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await chosen
    .orderBy('s.actionId')
    .limit(mostAtOnce)
    .select('s.actionId as id')
    .execute()
  return { ids: rows.map(({ id }) => id), count }
}

/** What the rules ask of each of these actions, in the order of their ids. */
async function bulkFacts(
  db: Db,
  ids: readonly number[],
  newOwnerId: number | undefined,
): Promise<(BulkFacts & { id: number; title: string })[]> {
  const rows = await db
    .selectFrom('actions as a')
    .leftJoin('people as owner', 'owner.id', 'a.ownerId')
    .where('a.id', '=', sql<number>`any(${[...ids]}::integer[])`)
    .orderBy('a.id')
    .select(['a.id', 'a.title', 'a.deliveredOn', 'owner.id as ownerId', 'owner.name as ownerName'])
    .select('owner.suspendedAt')
    .select((eb) => [
      jsonObjectFrom(
        eb.selectFrom('teams as t').whereRef('t.id', '=', 'a.teamId').select(['t.id', 't.name']),
      ).as('team'),
      jsonObjectFrom(
        eb.selectFrom('themes as t').whereRef('t.id', '=', 'a.themeId').select(['t.id', 't.name']),
      ).as('theme'),
      jsonObjectFrom(
        eb
          .selectFrom('updateRequests as q')
          .innerJoin('people as p', 'p.id', 'q.askedOfId')
          .whereRef('q.actionId', '=', 'a.id')
          .where(isUnanswered('q'))
          .orderBy('q.id', 'desc')
          .limit(1)
          .select(['p.name', 'q.dueOn']),
      ).as('askedFor'),
    ])
    .$narrowType<{ deliveredOn: CalendarDate | null }>()
    .execute()
  // The same question that a single edit and a hand-over ask.
  const assured =
    newOwnerId === undefined ? new Map<number, never>() : await assuredBy(db, newOwnerId, ids)
  return rows.map(({ ownerId, ownerName, suspendedAt, askedFor, ...row }) => ({
    ...row,
    assured: assured.get(row.id) ?? assuredNothing,
    owner:
      ownerId === null || ownerName === null
        ? null
        : { id: ownerId, name: ownerName, isHere: suspendedAt === null },
    askedFor: askedFor && { name: askedFor.name, dueOn: askedFor.dueOn as CalendarDate },
  }))
}

/** What is to become of them; undefined before it is chosen, null where it is not there. */
async function changeOf(
  db: Db,
  { kind, to, newTheme }: BulkAsked,
): Promise<BulkChange | null | undefined> {
  if (kind === 'theme' && newTheme) return toTheme(db, newTheme)
  if (to === undefined) return undefined
  if (kind === 'update') {
    const dueOn = bulkDay(to)
    return dueOn ? { kind, dueOn } : null
  }
  const id = idFrom(to) ?? 0
  if (kind === 'assign') {
    const person = await db
      .selectFrom('people')
      .where('id', '=', id)
      .select(['id', 'name', 'suspendedAt'])
      .executeTakeFirst()
    if (!person) return null
    const { suspendedAt, ...named } = person
    return { kind, owner: { ...named, isHere: suspendedAt === null } }
  }
  const table = kind === 'team' ? ('teams' as const) : ('themes' as const)
  const named = await db
    .selectFrom(table)
    .where('id', '=', id)
    .select(['id', 'name'])
    .executeTakeFirst()
  if (!named) return null
  return kind === 'team' ? { kind, team: named } : { kind, theme: named }
}

/** A theme of that name, whether it is there or would be new. */
async function toTheme(db: Db, name: string): Promise<BulkChange> {
  return { kind: 'theme', theme: (await themeCalled(db, name)) ?? { id: null, name } }
}

async function choicesFor(db: Db, kind: BulkChangeKind): Promise<Choice[]> {
  if (kind === 'update') return []
  if (kind === 'assign') {
    const { people } = await actionChoices(db)
    return people.map(({ id, name, team }) => ({ value: String(id), title: `${name}, ${team}` }))
  }
  if (kind === 'team') {
    return treeOf(await allTeams(db)).map(({ id, path }) => ({ value: String(id), title: path }))
  }
  return (await allThemes(db)).map(({ id, name }) => ({ value: String(id), title: name }))
}

const revisionOf = (change: BulkView['change'], rows: readonly BulkRow[]): string =>
  createHash('sha256')
    .update(JSON.stringify([change ?? null, rows.map(({ id, outcome }) => [id, outcome])]))
    .digest('hex')
