/**
 * A framework is a versioned set of judgement areas and grades; a new one is data, never code.
 *
 * Ofsted changed its judgements in 2018, 2023 and April 2026 and has announced the next for 2027,
 * so no rule here knows an area by name. The frameworks themselves are in
 * `seeds/reference/frameworks.ts`. Source: the grade tables of the reports.
 * In SQL: judgements_are_of_an_area_of_the_framework, judgements_are_a_grade_of_the_framework.
 */
import type { CalendarDate } from '../time/calendar-date'

export type FrameworkKind = 'sif' | 'ilacs' | 'jtai' | 'area-send'

export interface JudgementArea {
  /** Lasting id, the same in every framework that judges the same thing: 'care-leavers'. */
  area: string
  /** As printed in the report's grade table. */
  title: string
  /** Every other form that reports print, headings included. */
  printedNames: readonly string[]
  /** The judgement of the whole, which sums up the others and has no recommendations of its own. */
  overall?: true
  /** The area of the same framework that this one is a part of. */
  partOf?: string
  /** Areas of earlier frameworks that judged the same children or leaders. */
  formerly?: readonly string[]
}

export interface FrameworkGrade {
  grade: string
  title: string
  /** Short and long forms, as text and headings use them. */
  printedNames: readonly string[]
}

export interface Framework {
  id: string
  kind: FrameworkKind
  title: string
  /** First and last day on which an inspection under it could begin; null where there is no bound. */
  inspectionsFrom: CalendarDate | null
  inspectionsTo: CalendarDate | null
  /** In the order of the grade table. */
  areas: readonly JudgementArea[]
  /** Best first. Empty where nothing is graded. */
  grades: readonly FrameworkGrade[]
}

/** The framework of this kind that an inspection beginning on this day was held under. */
export const frameworkFor = (
  frameworks: readonly Framework[],
  kind: string,
  inspectedFrom: CalendarDate,
): Framework | undefined =>
  frameworks.find(
    (framework) =>
      framework.kind === kind &&
      (framework.inspectionsFrom === null || framework.inspectionsFrom <= inspectedFrom) &&
      (framework.inspectionsTo === null || inspectedFrom <= framework.inspectionsTo),
  )

export const frameworkById = (
  frameworks: readonly Framework[],
  id: string,
): Framework | undefined => frameworks.find((framework) => framework.id === id)

export const areaOf = (framework: Framework, area: string): JudgementArea | undefined =>
  framework.areas.find((one) => one.area === area)

/** The areas that recommendations belong to: all but the judgement of the whole. */
export const areasOfPractice = (framework: Framework): readonly JudgementArea[] =>
  framework.areas.filter((one) => !one.overall)

export const hasOverallJudgement = (framework: Framework): boolean =>
  framework.areas.some((one) => one.overall)

/** The printed title, or the id itself where the framework does not know it, so nothing is blank. */
export const areaTitle = (framework: Framework, area: string): string =>
  areaOf(framework, area)?.title ?? area

export const gradeTitle = (framework: Framework, grade: string): string =>
  framework.grades.find((one) => one.grade === grade)?.title ?? grade

/** 0 for the best grade; undefined where the framework does not have it. */
export function gradePosition(framework: Framework, grade: string): number | undefined {
  const position = framework.grades.findIndex((one) => one.grade === grade)
  return position === -1 ? undefined : position
}

/** The worst of these grades, or undefined where none is the framework's. */
export function worstGrade(framework: Framework, grades: readonly string[]): string | undefined {
  return framework.grades.findLast((one) => grades.includes(one.grade))?.grade
}

/** Numbering, case, punctuation and kind of quotation mark make no difference to a printed name. */
const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^[\s\d.]+/, '')
    .replace(/[’‘`]/g, "'")
    .replace(/[^a-z']+/g, ' ')
    .trim()

const isPrintedAs = (printed: string, names: readonly string[]): boolean =>
  names.some((name) => folded(name) === folded(printed))

/**
 * The area that a report prints by exactly this name, numbering, case and punctuation aside.
 * Misprinted names are for the report's reader to guess and for a person to confirm.
 */
export const areaPrintedAs = (framework: Framework, printed: string): JudgementArea | undefined =>
  framework.areas.find((one) => isPrintedAs(printed, [one.title, ...one.printedNames]))

/** Whether a line opens a name that one of the frameworks prints; names run over several lines. */
export const beginsAreaName = (frameworks: readonly Framework[], line: string): boolean => {
  const begun = folded(line)
  return (
    begun.length > 7 &&
    frameworks.some(({ areas }) =>
      areas.some(({ title, printedNames }) =>
        [title, ...printedNames].some((name) => folded(name).startsWith(begun)),
      ),
    )
  )
}

/** The framework that has exactly these areas; undefined where none has, or more than one. */
export function frameworkJudging(
  frameworks: readonly Framework[],
  areas: ReadonlySet<string>,
): Framework | undefined {
  const fitting = frameworks.filter(
    (framework) =>
      framework.areas.length === areas.size && framework.areas.every(({ area }) => areas.has(area)),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

export const gradePrintedAs = (framework: Framework, printed: string): FrameworkGrade | undefined =>
  framework.grades.find((one) => isPrintedAs(printed, [one.title, ...one.printedNames]))

/**
 * Where an area of an earlier report is judged today: the area of the same id, or else those that
 * took it over. More than one where a judgement was split (care leavers, 2023), so that a person
 * chooses; none where it is judged no longer.
 */
export function areasNow(area: string, today: Framework): readonly JudgementArea[] {
  const same = areaOf(today, area)
  return same ? [same] : today.areas.filter((one) => one.formerly?.includes(area))
}
