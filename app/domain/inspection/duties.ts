/**
 * A council that receives a report owes statements: it publishes the report within 30 working days
 * and its statement of action within 70; after a focused visit with an area for priority action it
 * sends a draft within 20 and the final statement within 70.
 *
 * The clock starts on the day the report was received, which reports do not print; a date that
 * Ofsted's own letter states wins over the computed one, and both are shown.
 * Source: Education and Inspections Act 2006 s.137; SI 2007/462 regs 1 to 3; SI 2015/1792 regs 3
 * and 4 (JTAI); Ofsted's focused-visit guidance. In SQL: inspection_duties_duty_is_one_we_know.
 */
import { type CalendarDate, counted, daysBetween, fullDate, longDate } from '../time/calendar-date'
import { inWords } from '../time/in-words'
import { addWorkingDays, workingDaysBetween } from '../time/working-days'
import type { InspectionKind } from './kinds'

export const duties = ['publish-report', 'draft-statement', 'statement-of-action'] as const
export type Duty = (typeof duties)[number]

interface DutyInLaw {
  duty: Duty
  title: string
  source: string
  /** Working days from receipt; null where the letter alone says. */
  workingDays: number | null
}

const act2006 = 'Education and Inspections Act 2006, section 137'
const focusedVisitGuidance = 'Ofsted guidance on focused visits (areas for priority action)'

const publishReport: DutyInLaw = {
  duty: 'publish-report',
  title: 'Publish the report',
  source: `${act2006}; SI 2007/462, regulation 2`,
  workingDays: 30,
}
const statementOfAction: DutyInLaw = {
  duty: 'statement-of-action',
  title: 'Publish and send the statement of action',
  source: `${act2006}; SI 2007/462, regulation 3`,
  workingDays: 70,
}
const draftAfterFocusedVisit: DutyInLaw = {
  duty: 'draft-statement',
  title: 'Send the draft action plan',
  source: focusedVisitGuidance,
  workingDays: 20,
}
const finalAfterFocusedVisit: DutyInLaw = {
  duty: 'statement-of-action',
  title: 'Send the final action plan',
  source: focusedVisitGuidance,
  workingDays: 70,
}
const jointStatement: DutyInLaw = {
  duty: 'statement-of-action',
  title: 'Send the joint statement as principal authority',
  source: 'SI 2015/1792, regulations 3 and 4',
  workingDays: 70,
}
const sendPriorityActionPlan: DutyInLaw = {
  duty: 'statement-of-action',
  title: 'Submit the priority action plan',
  source: 'The area SEND report, which asks for it; the letter states the date',
  workingDays: null,
}

export interface DutyFacts {
  kind: InspectionKind
  /** The day the report or letter reached the council; null while nobody has entered it. */
  receivedOn: CalendarDate | null
  /** The report names at least one area for priority action. */
  hasPriorityAction: boolean
  /** JTAI: this council must write for all partners. True unless the letter names another. */
  principalAuthority?: boolean
  /** What the letter states and what has been done, for the duties where either is known. */
  recorded?: readonly {
    duty: Duty
    statedOn?: CalendarDate | null
    metOn?: CalendarDate | null
  }[]
}

export interface StatementOwed {
  duty: Duty
  title: string
  /** The law or guidance that asks for it. */
  source: string
  /** Working days from receipt; null where the letter alone says. */
  workingDays: number | null
  /** Null when the date received is not known, or when the letter alone says. */
  computedOn: CalendarDate | null
  /** The date in Ofsted's letter; it wins. */
  statedOn: CalendarDate | null
  /** The date to keep; null when neither is known. */
  dueOn: CalendarDate | null
  /** Both dates are known and are not the same. */
  differs: boolean
  /** The computed date lies beyond the bank holidays we know: the true one may be a little later. */
  beyondKnownHolidays: boolean
  metOn: CalendarDate | null
  state: 'met' | 'met-late' | 'overdue' | 'due' | 'date-not-known'
  /** Calendar and working days from today to the due date, negative when late; null once met. */
  daysLeft: number | null
  workingDaysLeft: number | null
  /** One sentence that says where it stands and where the date comes from. */
  because: string
}

function owedAfter(facts: DutyFacts): readonly DutyInLaw[] {
  switch (facts.kind) {
    case 'ilacs':
    case 'sif':
      return [publishReport, statementOfAction]
    case 'focused-visit':
      return facts.hasPriorityAction ? [draftAfterFocusedVisit, finalAfterFocusedVisit] : []
    case 'jtai':
      return facts.principalAuthority === false ? [] : [jointStatement]
    case 'area-send':
      return facts.hasPriorityAction ? [sendPriorityActionPlan] : []
    case 'monitoring-visit':
    case 'peer-review':
    case 'other':
      return []
  }
}

function whereItStands(owed: Omit<StatementOwed, 'because'>, today: CalendarDate): string {
  const { dueOn, metOn, statedOn, computedOn } = owed
  if (metOn && dueOn && metOn > dueOn) {
    return `Met on ${longDate(metOn)}, ${counted(daysBetween(dueOn, metOn), 'day')} late.`
  }
  if (metOn) return `Met on ${longDate(metOn)}.`
  if (!dueOn) {
    return owed.workingDays === null
      ? 'Enter the date that the letter states.'
      : `Enter the date the report was received: this is due ${owed.workingDays} working days after it.`
  }
  const from = statedOn
    ? owed.differs
      ? `the date in Ofsted’s letter; ${counted(owed.workingDays!, 'working day')} from receipt would be ${longDate(computedOn!)}`
      : 'the date in Ofsted’s letter'
    : `${counted(owed.workingDays!, 'working day')} from receipt`
  const unsure =
    !statedOn && owed.beyondKnownHolidays
      ? ' Bank holidays are not known that far ahead, so the true date may be a little later.'
      : ''
  const when = dueOn === today ? 'today' : `${fullDate(dueOn)}, ${inWords(dueOn, today)}`
  return `Due ${when}: ${from}.${unsure}`
}

function statementOwed(law: DutyInLaw, facts: DutyFacts, today: CalendarDate): StatementOwed {
  const recorded = facts.recorded?.find((one) => one.duty === law.duty)
  const computed =
    facts.receivedOn !== null && law.workingDays !== null
      ? addWorkingDays(facts.receivedOn, law.workingDays)
      : undefined
  const computedOn = computed?.date ?? null
  const statedOn = recorded?.statedOn ?? null
  const dueOn = statedOn ?? computedOn
  const metOn = recorded?.metOn && recorded.metOn <= today ? recorded.metOn : null
  const owed = {
    duty: law.duty,
    title: law.title,
    source: law.source,
    workingDays: law.workingDays,
    computedOn,
    statedOn,
    dueOn,
    differs: computedOn !== null && statedOn !== null && computedOn !== statedOn,
    beyondKnownHolidays: computed?.beyondKnownHolidays ?? false,
    metOn,
    state: stateOf(dueOn, metOn, today),
    daysLeft: dueOn && !metOn ? daysBetween(today, dueOn) : null,
    workingDaysLeft: dueOn && !metOn ? workingDaysBetween(today, dueOn).days : null,
  }
  return { ...owed, because: whereItStands(owed, today) }
}

function stateOf(
  dueOn: CalendarDate | null,
  metOn: CalendarDate | null,
  today: CalendarDate,
): StatementOwed['state'] {
  if (metOn) return dueOn && metOn > dueOn ? 'met-late' : 'met'
  if (!dueOn) return 'date-not-known'
  return dueOn < today ? 'overdue' : 'due'
}

/**
 * The statements owed after an inspection, as things stand at the end of `today`; earliest duty in
 * law first. Empty where nothing is owed: monitoring visits, peer reviews, focused visits without
 * an area for priority action, a JTAI whose principal authority is another.
 */
export const statementsOwed = (facts: DutyFacts, today: CalendarDate): readonly StatementOwed[] =>
  owedAfter(facts).map((law) => statementOwed(law, facts, today))
