/** What a reader found in a report: a proposal for a person to confirm, never a decision. */
import type { ProgressVerdict } from '../inspection/progress-verdicts'

export type ReportKind =
  'ilacs' | 'sif' | 'jtai' | 'area-send' | 'focused-visit' | 'monitoring-visit' | 'other'

export type RecommendationKind =
  'area-for-improvement' | 'area-for-priority-action' | 'recommendation' | 'lscb'

export type ReadJudgement = {
  area: string
  grade: string
  /** Where it was read from a sentence rather than from a table of judgements. */
  quote?: string
  page?: number
}

export type ReadRecommendation = {
  /** As printed where the report numbers its items ("24", "2.1"), else the place in the list. Text, because
   *  reports print both. */
  number: string
  kind: RecommendationKind
  /** Verbatim; the parts of a list follow it, set off by semicolons. */
  text: string
  /** The heading that it stands under, verbatim. */
  heading: string
  page: number
  /** 'outcome-4', 'enabler-2', 'principle-3' */
  nationalFramework: string[]
  subItems?: string[]
  /** Area SEND: who the report asks. */
  responsibleBodies?: string[]
  /** Why the reader is unsure. A person looks at it before anything else. */
  because?: string
}

/** A statement about earlier concerns in a visit letter or a news text. */
export type ReadVerdict = {
  verdict: ProgressVerdict
  quote: string
  page: number
}

/** A paragraph of the report, or another statement worth keeping. */
export type ReadFinding = {
  /** As printed; null where the report does not number its paragraphs. */
  paragraph: string | null
  area: string | null
  kind: 'paragraph' | 'strength' | 'concern'
  /** The heading that it stands under, verbatim; empty where there is none. */
  heading: string
  text: string
  page: number
}

export type Reading = {
  kind: ReportKind
  framework: string | null
  council: string | null
  inspectedFrom: string | null
  inspectedTo: string | null
  leadInspector: string | null
  judgements: ReadJudgement[]
  recommendations: ReadRecommendation[]
  findings: ReadFinding[]
  warnings: string[]
  /** JTAI: who must write the statement, and by when the letter says it is due (ISO date). */
  principalAuthority?: string | null
  statementDue?: string | null
  /** Area SEND: which of the three outcomes. */
  outcome?: string | null
  responsibleBodies?: string[]
  /** Visit letters. */
  areasCovered?: string[]
  verdicts?: ReadVerdict[]
  /** Which visit it was, where the text says so: the fifth, "September". */
  visit?: { ordinal: number | null; month: string | null }
  /** Set where the text had no headings: every item is a proposal to be confirmed one by one. */
  proposalsOnly?: boolean
}
