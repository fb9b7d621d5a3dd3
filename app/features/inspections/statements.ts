import { type Duty, type StatementOwed, statementsOwed } from '~/domain/inspection/duties'
import type { InspectionKind } from '~/domain/inspection/kinds'
import type { CalendarDate } from '~/domain/time/calendar-date'

/** An inspection's row as far as its duties go, with what is recorded of them. */
export interface DutyRow {
  kind: string
  council: string
  principalAuthority: string
  reportReceivedOn: string | null
  recommendationKinds: readonly string[]
  recorded: readonly { duty: string; statedOn: string | null; metOn: string | null }[]
}

/** The statements owed after an inspection as it stands in the tables, whose checks keep the words right. */
export const statementsOf = (row: DutyRow, today: CalendarDate): readonly StatementOwed[] =>
  statementsOwed(
    {
      kind: row.kind as InspectionKind,
      receivedOn: row.reportReceivedOn as CalendarDate | null,
      principalAuthority: isPrincipal(row),
      hasPriorityAction: row.recommendationKinds.includes('area-for-priority-action'),
      recorded: row.recorded.map((one) => ({
        duty: one.duty as Duty,
        statedOn: one.statedOn as CalendarDate | null,
        metOn: one.metOn as CalendarDate | null,
      })),
    },
    today,
  )

/** Unless the letter names another, the council writes for all partners: "Eastmere" is "Eastmere Council". */
const isPrincipal = ({ council, principalAuthority }: DutyRow): boolean =>
  principalAuthority === '' || principalAuthority.toLowerCase().includes(council.toLowerCase())
