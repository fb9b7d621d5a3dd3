/**
 * Makes a diary of a story: every deed on its own day, in the order in which they happened. What a
 * story says once and people do again and again (the monthly word, evidence shown again before it
 * goes out of date) is written out here.
 */
import { type CalendarDate, addDays, addMonths, daysBetween } from '~/domain/time/calendar-date'
import { addWorkingDays, isWorkingDay } from '~/domain/time/working-days'
import type { EvidenceKind } from '~/domain/evidence/kinds'
import type { ReviewVerdict } from '~/domain/evidence/review'
import { type StoryCalendar, storyCalendar } from './days'
import { monthFrom } from './figures'
import type {
  ActionStory,
  AwayStory,
  BoardStory,
  ChecklistStory,
  DecisionStory,
  EarlierStory,
  EvidenceStory,
  HandOverStory,
  KeyLineStory,
  LetterStory,
  MeasureStory,
  StatedColourStory,
  Story,
  Told,
  VisitStory,
} from './story'

/** What somebody did; places name the story's own actions, evidence and visits. */
export type Deed =
  | { did: 'begin' }
  | { did: 'add-report' }
  | { did: 'add-earlier'; earlier: EarlierStory }
  | { did: 'judge-earlier' }
  | { did: 'sign-earlier'; earlier: EarlierStory }
  | { did: 'plan-visit'; visit: VisitStory }
  | { did: 'add-letter'; letter: LetterStory }
  | { did: 'record-visit'; visit: VisitStory; held: NonNullable<VisitStory['held']> }
  | { did: 'write-key-line'; visit: VisitStory; line: KeyLineStory }
  | { did: 'close-visit'; visit: VisitStory; said: string }
  | { did: 'write-decision'; board: BoardStory; decided: DecisionStory }
  | { did: 'end-decision'; board: BoardStory; decided: DecisionStory }
  | { did: 'add-to-checklist'; visit: VisitStory; item: ChecklistStory }
  | { did: 'finish-on-checklist'; visit: VisitStory; item: ChecklistStory }
  | { did: 'add-board'; board: BoardStory }
  | { did: 'create-action'; action: ActionStory }
  | { did: 'add-milestone'; action: ActionStory; step: string; dueOn: CalendarDate }
  | { did: 'finish-milestone'; action: ActionStory; step: string }
  | { did: 'tell'; action: ActionStory; told: Told }
  | { did: 'ask-for-evidence'; action: ActionStory; of: string; what: string; dueOn: CalendarDate }
  | { did: 'take-back-request'; what: string; because: string }
  | { did: 'show'; action: ActionStory; piece: ShownPiece }
  | { did: 'judge'; piece: ShownPiece; verdict: ReviewVerdict; reason: string }
  | { did: 'hand-over'; action: ActionStory; to: string | undefined }
  | { did: 'ask-for-date'; action: ActionStory; toOn: CalendarDate; because: string }
  | { did: 'decide-date'; action: ActionStory; decision: 'agreed' | 'refused'; reason: string }
  | { did: 'state-colour'; action: ActionStory; stated: StatedColourStory; untilOn: CalendarDate }
  | { did: 'end-colour'; action: ActionStory }
  | { did: 'deliver'; action: ActionStory }
  | { did: 'sign'; action: ActionStory; verdict: NonNullable<ActionStory['signed']>[number] }
  | { did: 'name-deputy'; away: AwayStory }
  | { did: 'define-measure'; measure: MeasureStory }
  | { did: 'set-target'; measure: MeasureStory; validFrom: CalendarDate; value: number }
  | { did: 'link-measure'; measure: MeasureStory; action: ActionStory }
  | { did: 'record-figures'; measures: readonly MeasureStory[]; from: number; to: number }
  | { did: 'correct-figure'; measure: MeasureStory; month: number; because: string }
  | { did: 'note'; measure: MeasureStory; month: number; words: string }
  | { did: 're-baseline'; measure: MeasureStory; month: number; because: string }
  | { did: 'offer'; handOver: HandOverStory }
  | { did: 'answer-offer'; handOver: HandOverStory }
  | { did: 'look-in' }
  | { did: 'leave'; who: string; because: string }

/** One piece of evidence as it was shown once. */
export interface ShownPiece {
  evidence: EvidenceStory
  periodFrom: CalendarDate
  periodTo: CalendarDate
  shows: string
}

export interface Entry {
  on: CalendarDate
  /** undefined: the owner of that day */
  by: string | undefined
  deed: Deed
}

const orderOfTheDay: readonly Deed['did'][] = [
  'begin',
  'add-report',
  'add-earlier',
  'judge-earlier',
  'sign-earlier',
  'plan-visit',
  'add-to-checklist',
  'finish-on-checklist',
  'add-board',
  'create-action',
  'add-milestone',
  'finish-milestone',
  'tell',
  'ask-for-evidence',
  'take-back-request',
  'show',
  'judge',
  'hand-over',
  'ask-for-date',
  'decide-date',
  'deliver',
  'sign',
  'define-measure',
  'set-target',
  'record-figures',
  'correct-figure',
  'note',
  're-baseline',
  'link-measure',
  'state-colour',
  'end-colour',
  'record-visit',
  'add-letter',
  'name-deputy',
  'look-in',
  'leave',
  'offer',
  'answer-offer',
  'write-decision',
  'end-decision',
  'write-key-line',
  'close-visit',
]

/** The whole story up to the day before today, in order. */
export function diaryOf(
  story: Story,
  today: CalendarDate,
): { calendar: StoryCalendar; diary: Entry[] } {
  const calendar = storyCalendar(today, story.visitOn(today))
  const entries = [
    ...beginnings(story, calendar),
    ...story.visits.flatMap((visit) => visitEntries(visit, calendar)),
    ...story.actions.flatMap((action) => actionEntries(action, calendar)),
    ...story.measures.flatMap((measure) => measureEntries(measure, story, calendar)),
    ...monthlyFigures(story, calendar),
  ]
  const rank = ({ deed }: Entry) => orderOfTheDay.indexOf(deed.did)
  const diary = entries.sort((a, b) => (a.on === b.on ? rank(a) - rank(b) : a.on < b.on ? -1 : 1))
  return { calendar, diary }
}

function beginnings(story: Story, { on }: StoryCalendar): Entry[] {
  return [
    { on: on(story.began.on), by: story.began.by, deed: { did: 'begin' } },
    { on: on(story.report.on), by: story.report.addedBy, deed: { did: 'add-report' } },
    ...earlierEntries(story.earlier, on),
    ...story.lookedIn.map(([day, by]): Entry => ({ on: on(day), by, deed: { did: 'look-in' } })),
    ...(story.boards ?? []).flatMap((board) => boardEntries(board, on)),
    ...(story.away ?? []).map((away): Entry => ({
      on: on(away.on),
      by: away.by ?? away.who,
      deed: { did: 'name-deputy', away },
    })),
    ...(story.handOvers ?? []).flatMap((handOver): Entry[] => [
      { on: on(handOver.on), by: handOver.by, deed: { did: 'offer', handOver } },
      ...(handOver.answer
        ? [
            {
              on: on(handOver.answer[0]),
              by: handOver.to,
              deed: { did: 'answer-offer' as const, handOver },
            },
          ]
        : []),
    ]),
    ...(story.letters ?? []).map((letter): Entry => ({
      on: on(letter.on),
      by: letter.by,
      deed: { did: 'add-letter', letter },
    })),
    ...story.left.map((one): Entry => ({
      on: on(one.on),
      by: one.shutOutBy,
      deed: { did: 'leave', who: one.who, because: one.because },
    })),
  ]
}

function boardEntries(board: BoardStory, on: StoryCalendar['on']): Entry[] {
  return [
    { on: on(board.on), by: board.by, deed: { did: 'add-board', board } },
    ...(board.decided ?? []).flatMap((decided): Entry[] => [
      { on: on(decided.on), by: decided.by, deed: { did: 'write-decision', board, decided } },
      ...(decided.ended
        ? [
            {
              on: on(decided.ended[0]),
              by: decided.ended[1],
              deed: { did: 'end-decision' as const, board, decided },
            },
          ]
        : []),
    ]),
  ]
}

function earlierEntries(earlier: EarlierStory | undefined, on: StoryCalendar['on']): Entry[] {
  if (!earlier) return []
  const { report, judged, signed } = earlier
  return [
    { on: on(report.on), by: report.addedBy, deed: { did: 'add-earlier', earlier } },
    { on: on(judged[0]), by: judged[1], deed: { did: 'judge-earlier' } },
    { on: on(signed[0]), by: signed[1], deed: { did: 'sign-earlier', earlier } },
  ]
}

function visitEntries(visit: VisitStory, { on }: StoryCalendar): Entry[] {
  const { held } = visit
  const planned: Entry = {
    on: on(visit.plannedOn),
    by: visit.by,
    deed: { did: 'plan-visit', visit },
  }
  return [
    planned,
    ...(visit.checklist ?? []).flatMap((item): Entry[] => [
      { on: on(item.on), by: item.by, deed: { did: 'add-to-checklist', visit, item } },
      ...(item.done && item.owner
        ? [
            {
              on: on(item.done),
              by: item.owner,
              deed: { did: 'finish-on-checklist' as const, visit, item },
            },
          ]
        : []),
    ]),
    ...(visit.keyLines ?? []).map((line): Entry => ({
      on: on(line.on),
      by: line.by,
      deed: { did: 'write-key-line', visit, line },
    })),
    ...(visit.closed
      ? [
          {
            on: on(visit.closed.on),
            by: visit.closed.by,
            deed: { did: 'close-visit' as const, visit, said: visit.closed.said },
          },
        ]
      : []),
    ...(held
      ? [
          {
            on: on(held.recordedOn),
            by: held.by,
            deed: { did: 'record-visit' as const, visit, held },
          },
        ]
      : []),
  ]
}

function actionEntries(action: ActionStory, calendar: StoryCalendar): Entry[] {
  const { on } = calendar
  const entry = (day: Entry['on'], by: string | undefined, deed: Deed): Entry => ({
    on: day,
    by,
    deed,
  })
  const [createdOn, createdBy] = action.created
  return [
    entry(on(createdOn), createdBy, { did: 'create-action', action }),
    ...(action.milestones ?? []).flatMap(({ step, due, done, by, added }): Entry[] => [
      ...(added
        ? [entry(on(added[0]), added[1], { did: 'add-milestone', action, step, dueOn: on(due) })]
        : []),
      ...(done ? [entry(on(done), by, { did: 'finish-milestone', action, step })] : []),
    ]),
    ...everythingTold(action, calendar).map(({ day, told }) =>
      entry(day, told[1], { did: 'tell', action, told }),
    ),
    ...(action.asked ?? []).flatMap(({ on: day, by, of, what, due, takenBack }): Entry[] => [
      entry(on(day), by, { did: 'ask-for-evidence', action, of, what, dueOn: on(due) }),
      ...(takenBack
        ? [
            entry(on(takenBack[0]), takenBack[1], {
              did: 'take-back-request',
              what,
              because: takenBack[2],
            }),
          ]
        : []),
    ]),
    ...(action.shown ?? []).flatMap((evidence) => evidenceEntries(action, evidence, calendar)),
    ...(action.handedOver ?? []).map(({ on: day, by, to }) =>
      entry(on(day), by, { did: 'hand-over', action, to }),
    ),
    ...(action.moved ?? []).flatMap(({ on: day, by, to, because, answer }): Entry[] => [
      entry(on(day), by, { did: 'ask-for-date', action, toOn: on(to), because }),
      ...(answer
        ? [
            entry(on(answer[0]), answer[1], {
              did: 'decide-date',
              action,
              decision: answer[2],
              reason: answer[3],
            }),
          ]
        : []),
    ]),
    ...(action.delivered
      ? [entry(on(action.delivered[0]), action.delivered[1], { did: 'deliver', action })]
      : []),
    ...(action.stated ?? []).flatMap((stated): Entry[] => [
      entry(on(stated.on), stated.by, {
        did: 'state-colour',
        action,
        stated,
        untilOn: on(stated.until),
      }),
      ...(stated.ended
        ? [entry(on(stated.ended[0]), stated.ended[1], { did: 'end-colour', action })]
        : []),
    ]),
    ...(action.signed ?? []).map((verdict) =>
      entry(on(verdict[0]), verdict[1], { did: 'sign', action, verdict }),
    ),
  ]
}

/** Everything about a measure but its figures. */
function measureEntries(measure: MeasureStory, story: Story, calendar: StoryCalendar): Entry[] {
  const { on, today } = calendar
  const [defined, by] = measure.defined
  const entries: Entry[] = [
    { on: on(defined), by, deed: { did: 'define-measure', measure } },
    ...measure.targets.map(([day, value]): Entry => ({
      on: later(on(defined), on(day)),
      by,
      deed: { did: 'set-target', measure, validFrom: on(day), value },
    })),
    ...(measure.rebaselined ?? []).map((one): Entry => ({
      on: on(one.on),
      by: one.by,
      deed: { did: 're-baseline', measure, month: one.month, because: one.because },
    })),
    ...(measure.corrected ?? []).map((one): Entry => ({
      on: on(one.on),
      by: one.by,
      deed: { did: 'correct-figure', measure, month: one.month, because: one.because },
    })),
    ...(measure.notes ?? []).map(([month, words]): Entry => ({
      on: recordedOn(month, calendar),
      by,
      deed: { did: 'note', measure, month, words },
    })),
    ...measure.movedBy.map((title): Entry => {
      const action = story.actions.find((one) => one.title === title)
      if (!action) throw new Error(`${measure.title}: there is no action “${title}”.`)
      return {
        on: later(on(defined), on(action.created[0])),
        by,
        deed: { did: 'link-measure', measure, action },
      }
    }),
  ]
  return entries.filter((entry) => entry.on < today)
}

/** The figures of a month are recorded in its sixth working day after; what was before, on the first day. */
function monthlyFigures({ measures }: Story, calendar: StoryCalendar): Entry[] {
  const [first] = measures
  if (!first) return []
  const [defined, by] = first.defined
  const began = calendar.on(defined)
  const begins = Math.min(...measures.map(({ course }) => course.stands[0]![0]))
  const entries: Entry[] = []
  let until = begins - 1
  for (let month = begins; recordedOn(month, calendar) < calendar.today; month += 1) {
    if (recordedOn(month, calendar) <= began) until = month
    else {
      const deed = { did: 'record-figures' as const, measures, from: month, to: month }
      entries.push({ on: recordedOn(month, calendar), by, deed })
    }
  }
  const brought = { did: 'record-figures' as const, measures, from: begins, to: until }
  return [{ on: began, by, deed: brought }, ...entries]
}

const recordedOn = (month: number, { visit }: StoryCalendar): CalendarDate =>
  addWorkingDays(addDays(addMonths(monthFrom(visit, month), 1), -1), 6).date

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b)

const monthlyRound = 26

/** What the story tells, and the monthly word between the last visit and the first word after it. */
function everythingTold(
  { told = [], meanwhile }: ActionStory,
  { on, visit }: StoryCalendar,
): { day: CalendarDate; told: Told }[] {
  const given = told.map((one) => ({ day: on(one[0]), told: one }))
  const last = given.filter((one) => one.day <= visit).at(-1)
  const next = given.find((one) => one.day > visit)
  if (!meanwhile?.length || !last || !next) return given
  const [, who, stated, confidence] = last.told
  const rounds = Math.max(0, Math.floor((daysBetween(last.day, next.day) - 7) / monthlyRound))
  const between = Array.from({ length: rounds }, (_, at) => ({
    day: workingDayBefore(addDays(last.day, (at + 1) * monthlyRound)),
    told: [last.told[0], who, stated, confidence, meanwhile[at % meanwhile.length]!] as const,
  }))
  return [...given, ...between]
}

// Well inside the shelf lives of domain/evidence/kinds.ts.
const shownAgainEvery: Partial<Record<EvidenceKind, number>> = { 'performance-data': 70 }
const otherwiseEvery = 150

function evidenceEntries(
  action: ActionStory,
  evidence: EvidenceStory,
  { on, today }: StoryCalendar,
): Entry[] {
  const judged = evidence.judged ?? []
  const [periodFrom, periodTo] = [on(evidence.covers[0]), on(evidence.covers[1])]
  const first: ShownPiece = { evidence, periodFrom, periodTo, shows: evidence.shows }
  const entries: Entry[] = [
    { on: on(evidence.on), by: evidence.by, deed: { did: 'show', action, piece: first } },
    ...judged.map(([day, by, verdict, reason = '']): Entry => ({
      on: on(day),
      by,
      deed: { did: 'judge', piece: first, verdict, reason },
    })),
  ]
  const last = judged.at(-1)
  if (last?.[2] !== 'accepted') return entries

  const shownOn = on(evidence.on)
  const again = (day: CalendarDate, shows: string): Entry[] => {
    const by = daysBetween(shownOn, day)
    const piece = {
      evidence,
      periodFrom: addDays(periodFrom, by),
      periodTo: addDays(periodTo, by),
      shows,
    }
    return [
      { on: day, by: evidence.by, deed: { did: 'show', action, piece } },
      {
        on: addWorkingDays(day, 3).date,
        by: last[1],
        deed: { did: 'judge', piece, verdict: 'accepted', reason: '' },
      },
    ]
  }
  for (const [day, shows] of evidence.earlier ?? []) entries.push(...again(on(day), shows))
  if (evidence.lapses || evidence.kind === 'policy') return entries

  const every = shownAgainEvery[evidence.kind] ?? otherwiseEvery
  const { later = [evidence.shows] } = evidence
  for (let round = 0; ; round++) {
    const day = workingDayBefore(addDays(shownOn, (round + 1) * every))
    if (daysBetween(day, today) < 9) return entries
    entries.push(...again(day, later[round % later.length]!))
  }
}

const workingDayBefore = (day: CalendarDate): CalendarDate =>
  isWorkingDay(day) ? day : addWorkingDays(day, -1).date
