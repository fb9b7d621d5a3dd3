/**
 * A story: who did what on which day, as data that reads like a diary. `play.server.ts` acts it
 * through the product's own commands, each at its own day.
 */
import type { Confidence } from '~/domain/action/confidence'
import type { Delivery } from '~/domain/action/delivery'
import type { ImpactVerdict } from '~/domain/action/impact'
import type { EvidenceKind } from '~/domain/evidence/kinds'
import type { Strength } from '~/domain/evidence/review'
import type { Better, ComparatorKind, Unit } from '~/domain/measure/measure'
import type { VisitKind } from '~/domain/inspection/visit-kinds'
import type { Brag } from '~/domain/plan/brag'
import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Cast } from '../people'
import type { Day } from './days'
import type { Course } from './figures'
import type { StoryFile } from './story-files'

export interface Story<Person extends string = string, Recommendation extends string = string> {
  council: string
  cast: Cast<Person>
  /** The first day of the last visit; everything counted from it keeps its season. */
  visitOn: (today: CalendarDate) => CalendarDate
  /** The day on which the council began to use Waymark, and who let the others in. */
  began: { on: Day; by: Person }
  report: ReportStory<Person> & {
    /** In the order of the report: the name that this story has for each, and the area that she put it under. */
    recommendations: readonly (readonly [name: Recommendation, area: string])[]
  }
  earlier?: EarlierStory<Person, Recommendation>
  visits: readonly VisitStory<Person, Recommendation>[]
  /** Letters of visits, pasted when they came. */
  letters?: readonly LetterStory<Person, Recommendation>[]
  boards?: readonly BoardStory<Person>[]
  actions: readonly ActionStory<Person, Recommendation>[]
  /** What the council calls what an action is about, by the recommendation that it answers first. */
  themes?: Partial<Record<Recommendation, string>>
  measures: readonly MeasureStory<Person, Recommendation>[]
  /** Who came to read and changed nothing. */
  lookedIn: readonly (readonly [on: Day, who: Person])[]
  /** Who went: their name stays on what they owned. */
  left: readonly { on: Day; who: Person; shutOutBy: Person; because: string }[]
  /** Who was away, or will be, and who stood in. */
  away?: readonly AwayStory<Person>[]
  handOvers?: readonly HandOverStory<Person>[]
}

/** What somebody had and somebody else is asked to take over, by the titles of the actions and measures. */
export interface HandOverStory<Person extends string = string> {
  on: Day
  by: Person
  from: Person
  to: Person
  actions: readonly string[]
  measures?: readonly string[]
  note: string
  /** Left out while it waits. */
  answer?: readonly [Day, 'accepted'] | readonly [Day, 'declined', string]
}

export interface AwayStory<Person extends string = string> {
  on: Day
  who: Person
  /** Left out where she named the deputy herself. */
  by?: Person
  deputy: Person
  days: readonly [Day, Day]
  note: string
}

export interface ReportStory<Person extends string = string> {
  /** in seeds/sample-reports */
  file: string
  addedBy: Person
  on: Day
  receivedOn: CalendarDate
  published: CalendarDate
  statementSent: CalendarDate
}

/**
 * What the council had been told before, and had done about it: brought in later by the person who adds
 * the report, so that it can be seen what was told again.
 */
export interface EarlierStory<
  Person extends string = string,
  Recommendation extends string = string,
> {
  report: ReportStory<Person>
  /** In the order of the report. */
  recommendations: readonly EarlierRecommendation<Person, Recommendation>[]
  /** Who judges what is shown, and who says what difference it made, some days later. */
  judged: readonly [Day, Person]
  signed: readonly [Day, Person]
}

interface EarlierRecommendation<Person extends string, Recommendation extends string> {
  area: string
  /** What of the present plan says it again. */
  toldAgain: Recommendation
  done: {
    title: string
    outcome: string
    measure: string
    owner: Person
    start: CalendarDate
    due: CalendarDate
    delivered: CalendarDate
    shown?: {
      kind: EvidenceKind
      title: string
      from: CalendarDate
      to: CalendarDate
      shows: string
    }
    signed?: readonly [ImpactVerdict, string]
  }
}

/** A meeting of the board, and who put it into the plan. */
export interface BoardStory<Person extends string = string> {
  on: Day
  by: Person
  name: string
  held: Day
  decided?: readonly DecisionStory<Person>[]
}

/** What a meeting decided, and how that ended; `about` is the title of an action. */
export interface DecisionStory<Person extends string = string> {
  on: Day
  by: Person
  words: string
  owner: Person
  due?: Day
  about?: string
  ended?: readonly [Day, Person, 'done' | 'withdrawn', string]
}

export interface VisitStory<
  Person extends string = string,
  Recommendation extends string = string,
> {
  kind: VisitKind
  plannedOn: Day
  by: Person
  expected: readonly [Day, Day]
  covers: string
  /** What inspectors are to test. */
  tests?: readonly Recommendation[]
  checklist?: readonly ChecklistStory<Person>[]
  keyLines?: readonly KeyLineStory<Person>[]
  leadInspector: string
  /** Left out while it lies ahead. */
  held?: { recordedOn: Day; by: Person; days: readonly [Day, Day]; letterPublished: boolean }
  /** What inspectors said, where the visit was closed by that and not by a letter. */
  closed?: { on: Day; by: Person; said: string }
}

/** A question that inspectors were expected to ask, and the actions that answer what comes next. */
export interface KeyLineStory<Person extends string = string> {
  on: Day
  by: Person
  question: string
  known: string
  howKnown: string
  nextStep: string
  /** by their titles; the accepted evidence of each is what it rests on */
  actions?: readonly string[]
}

/** Something to be made ready, and when whoever saw to it said that it is. */
export interface ChecklistStory<Person extends string = string> {
  on: Day
  by: Person
  what: string
  owner?: Person
  due?: Day
  done?: Day
}

export interface LetterStory<
  Person extends string = string,
  Recommendation extends string = string,
> {
  on: Day
  by: Person
  /** What it is called in the list of reports. */
  name: string
  /** The days of its visit, and its words, given those days as it prints them. */
  days: readonly [Day, Day]
  words: (days: string) => string
  /** The statements that she accepted: some words of each, and what they are on. The others she set aside. */
  accepted: readonly (readonly [words: string, on: readonly Recommendation[]])[]
}

/** Somebody says how an action stands: when, who, stated delivery, how sure, words. */
export type Told<Person extends string = string> = readonly [
  on: Day,
  who: Person,
  stated: Delivery,
  confidence: Confidence,
  words: string,
]

export interface ActionStory<
  Person extends string = string,
  Recommendation extends string = string,
> {
  title: string
  answers: readonly Recommendation[]
  outcome: string
  measure: string
  created: readonly [Day, Person]
  owner?: Person
  contributors?: readonly Person[]
  start?: Day
  due?: Day
  /** Done by whoever owned it on that day, unless somebody else is named. */
  milestones?: readonly MilestoneStory<Person>[]
  told?: readonly Told<Person>[]
  /** What the owner says month by month between the last visit and the first word told after it. */
  meanwhile?: readonly string[]
  shown?: readonly EvidenceStory<Person>[]
  asked?: readonly RequestStory<Person>[]
  moved?: readonly DateMoveStory<Person>[]
  /** Another colour than the derived one. */
  stated?: readonly StatedColourStory<Person>[]
  handedOver?: readonly { on: Day; by: Person; to: Person | undefined }[]
  delivered?: readonly [Day, Person]
  signed?: readonly (readonly [Day, Person, ImpactVerdict, string])[]
}

export interface MilestoneStory<Person extends string = string> {
  step: string
  due: Day
  done?: Day
  by?: Person
  /** Added later than the action itself: when, by whom. */
  added?: readonly [Day, Person]
}

export interface EvidenceStory<Person extends string = string> {
  on: Day
  by: Person
  kind: EvidenceKind
  title: string
  covers: readonly [Day, Day]
  shows: string
  file?: StoryFile
  link?: string
  restricted?: true
  /** The request that it answers, by its words. */
  answers?: string
  judged?: readonly (
    | readonly [Day, Person, 'accepted', string?]
    | readonly [Day, Person, 'returned' | 'rejected', string]
  )[]
  /** Saved in a moment: its kind and the days that it covers are still missing. */
  unfinished?: true
  /** How much the reviewer found that it shows, where that is not what its kind usually shows. */
  strength?: Strength
  /** How many were read, seen or asked. */
  sample?: number
  /** What the same piece showed when it was first shown, and accepted by the same person. */
  earlier?: readonly (readonly [on: Day, shows: string])[]
  /**
   * What the same piece showed later. Accepted evidence is shown again, and accepted again, before it
   * goes out of date, until today; these are the words, in turn.
   */
  later?: readonly string[]
  /** Nobody showed it again: it goes out of date. */
  lapses?: true
}

export interface RequestStory<Person extends string = string> {
  on: Day
  by: Person
  of: Person
  what: string
  due: Day
  /** When it was no longer needed, who took it back, and why. */
  takenBack?: readonly [Day, Person, string]
}

export interface DateMoveStory<Person extends string = string> {
  on: Day
  by: Person
  to: Day
  because: string
  /** Left out where it took effect at once, or still waits. */
  answer?: readonly [Day, Person, 'agreed' | 'refused', string]
}

/** A number that is counted each month: what was there before the council began is brought on the first day. */
export interface MeasureStory<
  Person extends string = string,
  Recommendation extends string = string,
> {
  title: string
  definition: string
  unit: Unit
  better: Better
  source: string
  /** Said by whom, who records the figures as well. */
  defined: readonly [Day, Person]
  follows: readonly Recommendation[]
  /** The titles of the actions that should move it; each is linked once it is planned. */
  movedBy: readonly string[]
  targets: readonly (readonly [validFrom: Day, value: number])[]
  comparators?: readonly (readonly [
    who: ComparatorKind,
    year: string,
    value: number,
    source: string,
  ])[]
  course: Course
  /** What happened, by the month counted from that of the visit. */
  notes?: readonly (readonly [month: number, words: string])[]
  rebaselined?: readonly { on: Day; by: Person; month: number; because: string }[]
  /** What was recorded at first, and why it was corrected. */
  corrected?: readonly { month: number; on: Day; by: Person; value: number; because: string }[]
}

export interface StatedColourStory<Person extends string = string> {
  on: Day
  by: Person
  colour: Brag
  until: Day
  because: string
  /** Left out where it ends by itself, or runs. */
  ended?: readonly [Day, Person]
}
