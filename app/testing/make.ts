/** Rows for tests, with what the test does not care about filled in. Stories use the commands instead. */
import type { Insertable } from 'kysely'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import type { DB } from '~/db/schema'
import type { Role } from '~/domain/access/permissions'
import { periodAfter, type PeriodLength } from '~/domain/measure/period'
import {
  addDays,
  type CalendarDate,
  calendarDateIn,
  knownCalendarDate,
} from '~/domain/time/calendar-date'

let made = 0

/** A moment that every test may call now: Friday 20 November 2026, nine in the morning. */
export const aFriday = new Date('2026-11-20T09:00:00Z')

export async function makePerson(
  db: Db,
  person: Partial<Insertable<DB['people']>> & { roles?: readonly Role[] } = {},
): Promise<number> {
  const { roles = ['practitioner'], ...columns } = person
  made += 1
  const { id } = await db
    .insertInto('people')
    .values({ name: `Person ${made}`, email: `person-${made}@example.test`, ...columns })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const role of roles) {
    await db.insertInto('personRoles').values({ personId: id, role }).execute()
  }
  return id
}

/** A new person with these roles, ready to call commands and queries at `now`. */
export async function contextFor(
  db: Db,
  roles: Role | readonly Role[],
  now: Date = aFriday,
): Promise<Context> {
  const all = typeof roles === 'string' ? [roles] : roles
  const name = `${all.join(' and ')} ${made + 1}`
  const personId = await makePerson(db, { name, roles: all })
  return {
    db,
    actor: { personId, name, email: `person-${made}@example.test`, roles: all },
    now,
    today: calendarDateIn(now, 'Europe/London'),
  }
}

/** One that began on 2 February 2026, or where that is taken, on the day before the earliest. */
export async function makeInspection(
  db: Db,
  columns: Partial<Insertable<DB['inspections']>> = {},
): Promise<number> {
  const { earliest } = await db
    .selectFrom('inspections')
    .where('kind', '=', columns.kind ?? 'ilacs')
    .where('council', '=', columns.council ?? 'Westmarsh')
    .where('inspectedFrom', '>', '2025-01-01')
    .select((eb) => eb.fn.min('inspectedFrom').as('earliest'))
    .executeTakeFirstOrThrow()
  const confirmedById = columns.confirmedById ?? (await makePerson(db, { roles: ['manager'] }))
  const { id } = await db
    .insertInto('inspections')
    .values({
      kind: 'ilacs',
      frameworkId: 'ilacs-2023',
      council: 'Westmarsh',
      inspectedFrom:
        earliest && earliest <= '2026-02-02'
          ? addDays(knownCalendarDate(earliest), -1)
          : '2026-02-02',
      inspectedTo: '2026-02-13',
      leadInspector: 'Jo Bright',
      reportReceivedOn: '2026-03-20',
      confirmedAt: aFriday,
      ...columns,
      confirmedById,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function makeRecommendation(
  db: Db,
  columns: Partial<Insertable<DB['recommendations']>> = {},
): Promise<number> {
  made += 1
  const inspectionId = columns.inspectionId ?? (await makeInspection(db))
  const { id } = await db
    .insertInto('recommendations')
    .values({
      position: made,
      kind: 'area-for-improvement',
      text: 'The timeliness of assessments.',
      wording: 'verbatim',
      heading: 'What needs to improve?',
      page: 2,
      area: 'help-and-protection',
      ...columns,
      inspectionId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function makeAction(
  db: Db,
  action: Partial<Insertable<DB['actions']>> & { recommendationIds?: readonly number[] } = {},
): Promise<number> {
  const { recommendationIds = [], ...columns } = action
  const createdById = columns.createdById ?? (await makePerson(db, { roles: ['manager'] }))
  const { id } = await db
    .insertInto('actions')
    .values({
      title: 'Test the hand-over protocol by monthly audit',
      createdAt: aFriday,
      originalDueOn: columns.dueOn ?? null,
      ...columns,
      createdById,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const recommendationId of recommendationIds) {
    await db
      .insertInto('actionRecommendations')
      .values({ actionId: id, recommendationId })
      .execute()
  }
  return id
}

export async function makeEvidence(
  db: Db,
  evidence: Partial<Insertable<DB['evidence']>> & { actionIds?: readonly number[] } = {},
): Promise<number> {
  const { actionIds = [], ...columns } = evidence
  const addedById = columns.addedById ?? (await makePerson(db))
  const { id } = await db
    .insertInto('evidence')
    .values({
      title: 'Supervision audit, October',
      kind: 'case-audit',
      periodFrom: '2026-10-01',
      periodTo: '2026-10-31',
      shows: 'In 9 of 12 files the hand-over was signed by both workers.',
      addedAt: aFriday,
      ...columns,
      addedById,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const actionId of actionIds) {
    await db.insertInto('evidenceActions').values({ evidenceId: id, actionId }).execute()
  }
  return id
}

export async function makeMeasure(
  db: Db,
  columns: Partial<Insertable<DB['measures']>> = {},
): Promise<number> {
  made += 1
  const createdById = columns.createdById ?? (await makePerson(db, { roles: ['manager'] }))
  const { id } = await db
    .insertInto('measures')
    .values({
      title: made === 1 ? 'Unallocated children' : `Unallocated children ${made}`,
      definition: 'Open cases without a named social worker on the last Friday of the month.',
      unit: 'count',
      period: 'month',
      better: 'down',
      createdAt: aFriday,
      ...columns,
      createdById,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A figure for each period from the first one on. */
export async function makeFigures(
  db: Db,
  measureId: number,
  {
    from,
    values,
    enteredById,
  }: { from: CalendarDate; values: readonly number[]; enteredById?: number },
): Promise<void> {
  const by = enteredById ?? (await makePerson(db, { roles: ['manager'] }))
  const { unit, period } = await db
    .selectFrom('measures')
    .where('id', '=', measureId)
    .select(['unit', 'period'])
    .executeTakeFirstOrThrow()
  await db
    .insertInto('measurePoints')
    .values(
      values.map((value, at) => ({
        ...{ measureId, unit, period, value, revision: 1 },
        periodFrom: periodAfter(from, period as PeriodLength, at),
        enteredById: by,
        enteredAt: aFriday,
      })),
    )
    .execute()
}
