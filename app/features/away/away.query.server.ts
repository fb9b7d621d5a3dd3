import type { Context } from '~/auth/context.server'
import { peopleWhoMay } from '~/db/people-who-may.server'
import { absenceFacts } from '~/db/tables/absences.server'
import { type Role, rolesFor } from '~/domain/access/permissions'
import type { Decision } from '~/domain/decision'
import { canEndAbsence, canNameDeputy } from '~/domain/people/absence'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Choice } from '~/ui/field'
import { personChoices } from '~/ui/person-choices'

export interface AwayView {
  personId: number
  name: string
  /** it is the reader's own page */
  isMine: boolean
  today: CalendarDate
  deputies: Choice[]
  /** every absence there ever was, the latest first */
  absences: {
    id: number
    deputyName: string
    deputyLeft: boolean
    awayFrom: CalendarDate
    awayTo: CalendarDate
    backOn: CalendarDate | null
    note: string
    setBy: string
    /** left out once it is over */
    end: Decision | undefined
  }[]
  standsInFor: { name: string; awayFrom: CalendarDate; awayTo: CalendarDate }[]
  decision: Decision
}

/** Somebody's days away; undefined where there is nobody, or the reader may not name their deputy. */
export async function awayView(context: Context, personId: number): Promise<AwayView | undefined> {
  const { db, actor, today } = context
  const facts = await absenceFacts(db, personId, today)
  if (!facts) return undefined
  const isMine = personId === actor.personId
  const roles: readonly Role[] = [
    ...rolesFor['absence.set'],
    ...(isMine ? rolesFor['absence.own'] : []),
  ]
  if (!actor.roles.some((role) => roles.includes(role))) return undefined
  const [absences, standsInFor, deputies] = await Promise.all([
    absencesOf(context, personId),
    standingIn(context, personId),
    // Whether one of them will do is judged with the days.
    peopleWhoMay(db, 'absence.own', { but: personId }),
  ])
  return {
    personId,
    name: facts.name,
    isMine,
    today,
    deputies: personChoices(deputies),
    absences,
    standsInFor,
    decision: canNameDeputy(actor, facts),
  }
}

/** The person whose page an absence stands on. */
export async function personOfAbsence(
  { db }: Context,
  absenceId: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('absences')
    .where('id', '=', absenceId)
    .select('personId')
    .executeTakeFirst()
  return row?.personId
}

async function absencesOf({ db, actor, today }: Context, personId: number) {
  const rows = await db
    .selectFrom('absences as a')
    .innerJoin('people as d', 'd.id', 'a.deputyId')
    .innerJoin('people as s', 's.id', 'a.setById')
    .where('a.personId', '=', personId)
    .orderBy('a.awayFrom', 'desc')
    .orderBy('a.id', 'desc')
    .select(['a.id', 'd.name as deputyName', 'd.suspendedAt', 'a.awayFrom', 'a.awayTo', 'a.backOn'])
    .select(['a.note', 's.name as setBy'])
    .$narrowType<{ awayFrom: CalendarDate; awayTo: CalendarDate; backOn: CalendarDate | null }>()
    .execute()
  return rows.map(({ suspendedAt, ...row }) => ({
    ...row,
    deputyLeft: suspendedAt !== null,
    end:
      row.backOn || row.awayTo < today
        ? undefined
        : canEndAbsence(actor, { ...row, personId }, today),
  }))
}

const standingIn = ({ db, today }: Context, personId: number) =>
  db
    .selectFrom('absences as a')
    .innerJoin('people as p', 'p.id', 'a.personId')
    .where('a.deputyId', '=', personId)
    .where('a.awayTo', '>=', today)
    .where((eb) => eb.or([eb('a.backOn', 'is', null), eb('a.backOn', '>', today)]))
    .where((eb) => eb.or([eb('a.backOn', 'is', null), eb('a.backOn', '>', eb.ref('a.awayFrom'))]))
    .orderBy('a.awayFrom')
    .select(['p.name', 'a.awayFrom', 'a.awayTo'])
    .$narrowType<{ awayFrom: CalendarDate; awayTo: CalendarDate }>()
    .execute()
