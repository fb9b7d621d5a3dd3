import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { judgedActions, type JudgedAction } from '~/db/action-facts.server'
import { awayToday } from '~/db/tables/absences.server'
import { countingVerdict } from '~/db/evidence-facts.server'
import { isOpenRequest, isRefused } from '~/db/tables/evidence-requests.server'
import { holdOf } from '~/db/tables/evidence-file-holds.server'
import { openUpdateRequests } from '~/db/tables/update-requests.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import { may } from '~/domain/access/permissions'
import { actionStanding, evidenceOn } from '~/domain/action/standing'
import { defaultAssuranceSettings } from '~/domain/evidence/assurance'
import { goingStale } from '~/domain/evidence/going-stale'
import { type HeldReason, heldSentence } from '~/domain/evidence/held-file'
import { standsInFor } from '~/domain/people/absence'
import {
  addDays,
  type CalendarDate,
  calendarDateIn,
  counted,
  daysBetween,
  longDate,
  months,
  partsOf,
} from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import type { Asked, AskedAction, Whose } from './asked'
import { preparedBy } from './prepared-by.query.server'

export interface Done {
  key: string
  what: string
  on: CalendarDate
  to: string
}

export interface AskedOfMe {
  /** Late and within two weeks, the most pressing first. */
  now: Asked[]
  /** Asked for a date further off. */
  later: Asked[]
  done: Done[]
  /** "November" */
  month: string
}

const soonInDays = 14

const isLater = ({ dueOn }: Asked, today: CalendarDate): boolean =>
  dueOn !== undefined && dueOn > addDays(today, soonInDays)

/** What is asked of me, and of those for whom I stand in, now and later; and what I did this month. */
export async function askedOfMe(context: Context): Promise<AskedOfMe> {
  const { actor, today } = context
  const mine = await askedOf(context, { personId: actor.personId, name: undefined })
  const all = [...mine, ...(await askedOfTheAbsent(context, mine))].sort((a, b) =>
    (a.dueOn ?? today).localeCompare(b.dueOn ?? today),
  )
  return {
    now: all.filter((one) => !isLater(one, today)),
    later: all.filter((one) => isLater(one, today)),
    done: await doneThisMonth(context),
    month: months[partsOf(today).month - 1] ?? '',
  }
}

/** What is asked of those who are away and for whom I stand in, save what is asked of me anyway. */
async function askedOfTheAbsent(context: Context, mine: readonly Asked[]): Promise<Asked[]> {
  const away = standsInFor(context.actor.personId, await awayToday(context.db, context.today))
  const known = new Set(mine.map(({ key }) => key))
  const asked: Asked[] = []
  for (const { personId, name, awayTo } of away) {
    for (const one of await askedOf(context, { personId, name })) {
      if (known.has(one.key)) continue
      known.add(one.key)
      const why = `${one.why} ${name} is away until ${longDate(awayTo)}, and you stand in.`
      asked.push({ ...one, why, forName: name })
    }
  }
  return asked
}

async function askedOf(context: Context, whose: Whose): Promise<Asked[]> {
  const prepared = await preparedBy(context, whose)
  // Whoever gives no updates owns no action; a visit is prepared by leaders too.
  if (!may(context.actor, 'update.post').allowed) return prepared
  const actionIds = await actionIdsOf(context, whose)
  const actions = await judgedActions(context.db, { actionIds })
  return [
    ...prepared,
    ...(await requestsOf(context, whose)),
    ...(await updatesAskedOf(context, whose)),
    ...(await heldOf(context, whose)),
    ...(await returnedTo(context, whose)),
    ...(await goingStaleFor(context, whose)),
    ...actions.flatMap((action) => askedByAction(action, context, whose)),
  ]
}

async function actionIdsOf({ db }: Context, { personId }: Whose): Promise<number[]> {
  const rows = await db
    .selectFrom('actions as a')
    .where('a.deliveredOn', 'is', null)
    .where((eb) =>
      eb.or([
        eb('a.ownerId', '=', personId),
        eb.exists(
          eb
            .selectFrom('actionContributors as c')
            .whereRef('c.actionId', '=', 'a.id')
            .where('c.personId', '=', personId)
            .select('c.personId'),
        ),
      ]),
    )
    .select('a.id')
    .execute()
  return rows.map(({ id }) => id)
}

async function requestsOf({ db }: Context, { personId, name }: Whose): Promise<Asked[]> {
  const rows = await db
    .selectFrom('evidenceRequests as q')
    .innerJoin('actions as a', 'a.id', 'q.actionId')
    .innerJoin('people as by', 'by.id', 'q.askedById')
    .where('q.askedOfId', '=', personId)
    .where(isOpenRequest())
    .where((eb) => eb.not(isRefused()))
    .orderBy('q.dueOn')
    .orderBy('q.id')
    .select(['q.id', 'q.what', 'q.askedAt', 'q.dueOn', 'a.id as actionId', 'a.title'])
    .select('a.dueOn as actionDueOn')
    .select('by.name as askedBy')
    .$narrowType<{ dueOn: CalendarDate }>()
    .execute()
  return rows.map((row) => ({
    key: `request-${row.id}`,
    kind: 'evidence',
    what: row.what,
    said: undefined,
    action: { id: row.actionId, title: row.title, hasDate: row.actionDueOn !== null },
    dueOn: row.dueOn,
    why: `${row.askedBy} asked ${name ?? 'you'} on ${longDate(calendarDateIn(row.askedAt, 'Europe/London'))}.`,
    button: { to: paths.actionEvidence(row.actionId, row.id), name: 'Add evidence' },
    otherwise: { to: paths.evidenceRequest(row.id), name: 'I cannot bring it' },
  }))
}

async function updatesAskedOf({ db }: Context, { personId, name }: Whose): Promise<Asked[]> {
  const rows = await openUpdateRequests(db, personId)
  return rows.map((row) => ({
    key: `update-request-${row.id}`,
    kind: 'update',
    what: 'Say how it stands',
    said: undefined,
    action: { id: row.actionId, title: row.title, hasDate: row.actionDueOn !== null },
    dueOn: row.dueOn,
    why: `${row.askedBy} asked ${row.askedOfId === personId ? (name ?? 'you') : `${row.askedOf}, who had it before,`} on ${longDate(calendarDateIn(row.askedAt, 'Europe/London'))}.`,
    button: { to: paths.actionUpdate(row.actionId), name: 'Add update' },
  }))
}

/** Files that are held until I have answered for them. Who stands in for me does not see them. */
async function heldOf({ db }: Context, { personId, name }: Whose): Promise<Asked[]> {
  if (name !== undefined) return []
  const rows = await db
    .selectFrom('evidenceFileHolds as h')
    .innerJoin('evidenceFiles as f', 'f.id', 'h.fileId')
    .innerJoin('evidence as e', 'e.id', 'f.evidenceId')
    .where('e.addedById', '=', personId)
    .where('h.endedAt', 'is', null)
    .where('h.reason', '<>', 'not-yet-checked')
    .orderBy('h.id')
    .select(['h.id', 'h.reason', 'h.heldAt', 'h.found', 'h.unsearched', 'f.id as fileId', 'f.name'])
    .select(['e.id as evidenceId', 'e.title'])
    .$narrowType<{ reason: HeldReason }>()
    .execute()
  return rows.map((row) => ({
    key: `held-${row.id}`,
    kind: 'held',
    what: row.name,
    said: undefined,
    also: heldSentence(holdOf(row.reason, row.found, row.unsearched)),
    about: { to: paths.evidence(row.evidenceId), title: row.title },
    dueOn: undefined,
    why: `You added it. It is held since ${longDate(calendarDateIn(row.heldAt, 'Europe/London'))}: ${row.reason === 'infected' ? 'nobody can open it.' : 'nobody else sees it until you have answered.'}`,
    button: { to: paths.evidenceFileHeld(row.evidenceId, row.fileId), name: 'See what was found' },
  }))
}

/** Evidence that was returned with a question, until its author edits it or adds other for the same. */
async function returnedTo({ db }: Context, { personId, name }: Whose): Promise<Asked[]> {
  const rows = await db
    .selectFrom('evidence as e')
    .innerJoin('evidenceActions as ea', 'ea.evidenceId', 'e.id')
    .innerJoin('actions as a', 'a.id', 'ea.actionId')
    .innerJoin('evidenceReviews as v', 'v.evidenceId', 'e.id')
    .innerJoin('people as reviewer', 'reviewer.id', 'v.reviewerId')
    .where('e.addedById', '=', personId)
    .where((eb) => eb(countingVerdict(), '=', 'returned'))
    .where((eb) =>
      eb(
        'v.id',
        '=',
        eb
          .selectFrom('evidenceReviews as latest')
          .whereRef('latest.evidenceId', '=', 'e.id')
          .select(({ fn }) => fn.max('latest.id').as('id')),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidence as newer')
            .innerJoin('evidenceActions as na', 'na.evidenceId', 'newer.id')
            .whereRef('na.actionId', '=', 'a.id')
            .whereRef('newer.addedById', '=', 'e.addedById')
            .whereRef('newer.addedAt', '>', 'v.reviewedAt')
            .select('newer.id'),
        ),
      ),
    )
    // One piece is asked for once, whatever it is for.
    .distinctOn('v.id')
    .orderBy('v.id')
    .orderBy('a.id')
    .select(['e.id', 'e.title', 'v.reason', 'v.reviewedAt', 'a.id as actionId'])
    .select(['a.title as actionTitle', 'reviewer.name as reviewer', 'a.dueOn as actionDueOn'])
    .execute()
  return rows.map((row) => ({
    key: `returned-${row.id}`,
    kind: 'returned',
    what: row.title,
    said: row.reason,
    action: { id: row.actionId, title: row.actionTitle, hasDate: row.actionDueOn !== null },
    dueOn: undefined,
    why: `${name ?? 'You'} added it; ${row.reviewer} returned it on ${longDate(calendarDateIn(row.reviewedAt, 'Europe/London'))}.`,
    button: { to: paths.editEvidence(row.id), name: 'Answer the question' },
  }))
}

/** Evidence of what I own that goes out of date and takes something with it, delivered or not. */
async function goingStaleFor(context: Context, whose: Whose): Promise<Asked[]> {
  const { db, actor, today } = context
  const actions = await judgedActions(db, { ownerId: whose.personId })
  const drops = actions.flatMap((action) =>
    goingStale(evidenceOn(action, today), today, {
      ...defaultAssuranceSettings,
      shelfLives: action.shelfLives,
    }).map((drop) => ({ action, drop })),
  )
  if (drops.length === 0) return []
  const visible = await db
    .selectFrom('evidence as e')
    .where(
      'e.id',
      'in',
      drops.map(({ drop }) => drop.piece.id),
    )
    .where(evidenceVisibleTo(actor))
    .select('e.id')
    .execute()
  return drops.map(({ action, drop: { piece, until, sentence } }) => {
    const isVisible = visible.some(({ id }) => id === piece.id)
    return {
      key: `stale-${action.id}-${piece.id}`,
      kind: 'stale',
      what: isVisible ? piece.title : 'evidence that you may not see',
      also: sentence,
      said: undefined,
      action: { id: action.id, title: action.title, hasDate: action.dueOn !== null },
      dueOn: until,
      why: `${whyAsked(true, whose)} Its evidence is fresh until that day.`,
      button: isVisible
        ? { to: paths.newEvidence({ follows: String(piece.id) }), name: 'Add a new version' }
        : { to: paths.actionEvidence(action.id), name: 'Add evidence' },
    }
  })
}

/** What an open action asks of its owner and contributors by itself. */
function askedByAction(action: JudgedAction, context: Context, whose: Whose): Asked[] {
  const { today } = context
  const isOwner = action.ownerId === whose.personId
  const about = { id: action.id, title: action.title, hasDate: action.dueOn !== null }
  const why = whyAsked(isOwner, whose)
  const addUpdate = { to: paths.actionUpdate(action.id), name: 'Add update' }
  const milestones = action.milestones
    .filter((one) => one.doneOn === null)
    .map((one): Asked => ({
      key: `milestone-${one.id}`,
      kind: 'milestone',
      what: one.title,
      said: undefined,
      action: about,
      dueOn: one.dueOn,
      why,
      button: addUpdate,
    }))
  if (!isOwner) return milestones
  const { because } = actionStanding(action, today).delivery
  const silent = because.some((one) => one.kind === 'no-update')
  const last = action.latestUpdate
  const age = last
    ? `The last update is ${counted(daysBetween(last.saidOn, today), 'day')} old`
    : 'There is no update yet'
  const delivery: Asked = {
    key: `delivery-${action.id}`,
    kind: 'delivery',
    what: 'Deliver it, or say what stands in the way',
    said: undefined,
    action: about,
    dueOn: action.dueOn ?? undefined,
    why,
    button: addUpdate,
  }
  const undated = action.dueOn ? [] : [askedForDate(about, why, context)]
  const dated = action.dueOn && milestones.length === 0 ? [delivery] : milestones
  if (!silent) return [...dated, ...undated]
  const [first, ...others] = dated
  if (first && !isLater(first, today)) return [{ ...first, also: `${age}.` }, ...others, ...undated]
  const update: Asked = {
    key: `update-${action.id}`,
    kind: 'update',
    what: age,
    said: undefined,
    action: about,
    dueOn: undefined,
    why: `${why} It needs an update every 30 days.`,
    button: addUpdate,
  }
  return [update, ...dated, ...undated]
}

function whyAsked(isOwner: boolean, { name }: Whose): string {
  if (name) return `${name} ${isOwner ? 'owns' : 'contributes to'} this action.`
  return `You ${isOwner ? 'own' : 'contribute to'} this action.`
}

/** An action without a date is a gap that its owner has closed: a manager sets it, others say when. */
const askedForDate = (action: AskedAction, why: string, { actor }: Context): Asked => ({
  key: `date-${action.id}`,
  kind: 'date',
  said: undefined,
  action,
  dueOn: undefined,
  why: `${why} It has no due date.`,
  ...(may(actor, 'action.edit').allowed
    ? {
        what: 'Set a due date',
        button: { to: paths.editAction(action.id), name: 'Set the date' },
      }
    : {
        what: 'Say by when it can be done, so that a manager can set the date',
        button: { to: paths.actionUpdate(action.id), name: 'Add update' },
      }),
})

async function doneThisMonth({ db, actor, today }: Context): Promise<Done[]> {
  const since = sql<Date>`${`${today.slice(0, 7)}-01`}::date::timestamp at time zone 'Europe/London'`
  const updates = await db
    .selectFrom('updates as u')
    .innerJoin('actions as a', 'a.id', 'u.actionId')
    .where('u.authorId', '=', actor.personId)
    .where('u.saidAt', '>=', since)
    .orderBy('u.saidAt', 'desc')
    .select(['u.id', 'u.saidAt', 'a.id as actionId', 'a.title'])
    .execute()
  const evidence = await db
    .selectFrom('evidence as e')
    .where('e.addedById', '=', actor.personId)
    .where('e.addedAt', '>=', since)
    .orderBy('e.addedAt', 'desc')
    .select(['e.id', 'e.addedAt', 'e.title'])
    .execute()
  return [
    ...updates.map((one) => ({
      key: `update-${one.id}`,
      what: `Update: ${one.title}`,
      on: calendarDateIn(one.saidAt, 'Europe/London'),
      to: paths.action(one.actionId),
    })),
    ...evidence.map((one) => ({
      key: `evidence-${one.id}`,
      what: `Evidence: ${one.title}`,
      on: calendarDateIn(one.addedAt, 'Europe/London'),
      to: paths.evidence(one.id),
    })),
  ].sort((a, b) => b.on.localeCompare(a.on))
}
