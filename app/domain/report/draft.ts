/**
 * A draft is what a person makes of a reading before it enters the plan, as data: proposal.ts and
 * statements.ts say how it may change.
 *
 * Source: PRODUCT "recommendation", "finding" and rule 1.
 */
import {
  areasOfPractice,
  type Framework,
  frameworkById,
  frameworkFor,
  type JudgementArea,
} from '../inspection/frameworks'
import type { InspectionKind } from '../inspection/kinds'
import type { ProgressVerdict } from '../inspection/progress-verdicts'
import type { CalendarDate } from '../time/calendar-date'
import type { ReadJudgement, RecommendationKind } from './reading'

export interface Draft {
  /** Counts the changes, from 1. */
  revision: number
  /** Keys are given once, in order, and never again. */
  lastKey: number
  details: DraftDetails
  /** In the order of the report, the removed ones among them. */
  items: DraftItem[]
  /** What is confirmed one by one beside the recommendations; see statements.ts. */
  statements: DraftStatement[]
}

export interface Details {
  kind: InspectionKind
  /** Null where nothing is graded, as in a focused visit. */
  frameworkId: string | null
  council: string
  inspectedFrom: CalendarDate | null
  inspectedTo: CalendarDate | null
  leadInspector: string
  judgements: Judgement[]
  /** JTAI: who writes the statement for all partners; empty where the letter names nobody. */
  principalAuthority: string
  /** The day on which the letter says that the statement of action is due. */
  statementDueOn: CalendarDate | null
}

export type Judgement = Pick<ReadJudgement, 'area' | 'grade'>

export interface DraftDetails extends Details {
  revision: number
}

export interface ItemWords {
  kind: RecommendationKind
  text: string
  heading: string
  page: number | null
  area: string | null
  nationalFramework: string[]
}

export interface DraftItem extends ItemWords {
  key: string
  /** The revision of the draft that changed it last. */
  revision: number
  printedNumber: string | null
  wording: 'verbatim' | 'reworded'
  /** The report's own words for it, where they were ever known; see passagesOf. */
  original: string | null
  /** Area SEND: whom the report asks. */
  responsibleBodies: string[]
  /** The area is a guess from the words; nobody has chosen it yet. */
  areaIsProposed: boolean
  /** Why the reader was unsure: such an item waits for a person. */
  because: string | null
  accepted: boolean
  removed: boolean
  /** The items that were merged into this one, as they were. */
  madeOf?: DraftItem[]
}

export type StatementMeaning =
  | { kind: 'strength' | 'concern'; area: string | null }
  | { kind: 'judgement'; area: string; grade: string }
  /** Of no recommendation yet where nobody has said which. */
  | { kind: 'verdict'; verdict: ProgressVerdict; recommendationIds: readonly number[] }

export interface DraftStatement {
  key: string
  /** The revision of the draft that changed it last. */
  revision: number
  /** Verbatim. */
  quote: string
  page: number | null
  means: StatementMeaning
  /** Why it is only a proposal. */
  because: string
  state: 'proposed' | 'accepted' | 'set-aside'
}

/**
 * The areas that an item can be put under: those of the framework, or, where the inspection has
 * none, those by which a council is judged at the time.
 */
export function areasToChoose(
  { frameworkId, inspectedFrom }: Pick<Details, 'frameworkId' | 'inspectedFrom'>,
  frameworks: readonly Framework[],
): readonly JudgementArea[] {
  const framework =
    frameworkById(frameworks, frameworkId ?? '') ??
    (inspectedFrom ? frameworkFor(frameworks, 'ilacs', inspectedFrom) : undefined) ??
    frameworks.findLast(({ kind }) => kind === 'ilacs')
  return framework ? areasOfPractice(framework) : []
}
