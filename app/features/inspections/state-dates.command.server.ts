import type { Context } from '~/auth/context.server'
import { type Db, inTransaction, type Tx } from '~/db/db.server'
import { recordEvent } from '~/db/tables/events.server'
import { upsertInspectionDuty } from '~/db/tables/inspection-duties.server'
import { lockInspection, updateReportReceivedOn } from '~/db/tables/inspections.server'
import { all, type Decision, no, yes } from '~/domain/decision'
import { duties } from '~/domain/inspection/duties'
import { canMeetDutyOn, canStateDueDate } from '~/domain/inspection/duty-dates'
import { canBeReceivedOn } from '~/domain/report/proposal'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { type DateName, dateNames, metName, statedName } from './date-names'
import type { DateChange } from './state-dates.form'

type Dates = Record<DateName, CalendarDate | null>

/**
 * Gives or clears dates of an inspection: when its report was received, what Ofsted's letter states
 * for a duty, when the duty was met. Each is an event of its own.
 */
export function stateDates(
  context: Context,
  inspectionId: number,
  { changes }: { changes: readonly DateChange[] },
): Promise<Decision | undefined> {
  return inTransaction(context, async (tx) => {
    await lockInspection(tx, inspectionId)
    const facts = await dateFacts(tx, inspectionId)
    if (!facts) return undefined
    const { inspectedTo, dates } = facts
    const to = { ...dates, ...Object.fromEntries(changes.map(({ name, date }) => [name, date])) }
    const decision = all(
      ...changes.map(({ name, date, seen }) =>
        dates[name] === seen || dates[name] === date
          ? yes
          : no('Somebody else has changed one of these dates meanwhile. Compare and save again.'),
      ),
      ...changes.map(({ name }) => canBe(name, to, inspectedTo, context.today)),
    )
    if (!decision.allowed) return decision

    await write(tx, inspectionId, dates, to)
    for (const name of dateNames.filter((one) => dates[one] !== to[one])) {
      await recordEvent(tx, {
        what: `inspection.${whatHappened(name, to[name])}`,
        subject: { kind: 'inspection', id: inspectionId },
        actorId: context.actor.personId,
        happenedAt: context.now,
        before: { [name]: dates[name] },
        after: { [name]: to[name] },
      })
    }
    return yes
  })
}

function canBe(
  name: DateName,
  to: Dates,
  inspectedTo: CalendarDate,
  today: CalendarDate,
): Decision {
  const date = to[name]
  if (date === null) return yes
  if (name === 'receivedOn') return canBeReceivedOn(date, inspectedTo, today)
  const report = { inspectedTo, receivedOn: to.receivedOn }
  return name.startsWith('stated-')
    ? canStateDueDate(date, report)
    : canMeetDutyOn(date, report, today)
}

async function write(tx: Tx, inspectionId: number, from: Dates, to: Dates): Promise<void> {
  if (from.receivedOn !== to.receivedOn) {
    await updateReportReceivedOn(tx, inspectionId, to.receivedOn)
  }
  for (const duty of duties) {
    const names = [statedName(duty), metName(duty)] as const
    if (names.every((name) => from[name] === to[name])) continue
    const [statedOn, metOn] = [to[names[0]], to[names[1]]]
    await upsertInspectionDuty(tx, { inspectionId, duty }, { statedOn, metOn })
  }
}

function whatHappened(name: DateName, date: CalendarDate | null): string {
  if (name === 'receivedOn') return date ? 'received-date-given' : 'received-date-cleared'
  if (name.startsWith('stated-')) return date ? 'date-stated' : 'stated-date-cleared'
  return date ? 'duty-met' : 'duty-met-cleared'
}

/** The dates of an inspection as they stand. */
export async function dateFacts(
  db: Db,
  inspectionId: number,
): Promise<{ inspectedTo: CalendarDate; dates: Dates } | undefined> {
  const inspection = await db
    .selectFrom('inspections')
    .where('id', '=', inspectionId)
    .select(['inspectedTo', 'reportReceivedOn'])
    .executeTakeFirst()
  if (!inspection) return undefined
  const recorded = await db
    .selectFrom('inspectionDuties')
    .where('inspectionId', '=', inspectionId)
    .select(['duty', 'statedOn', 'metOn'])
    .execute()
  const of = (duty: string) => recorded.find((one) => one.duty === duty)
  const dates = Object.fromEntries([
    ['receivedOn', inspection.reportReceivedOn],
    ...duties.flatMap((duty) => [
      [statedName(duty), of(duty)?.statedOn ?? null],
      [metName(duty), of(duty)?.metOn ?? null],
    ]),
  ]) as Dates
  return { inspectedTo: inspection.inspectedTo as CalendarDate, dates }
}
