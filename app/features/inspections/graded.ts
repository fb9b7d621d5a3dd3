import {
  areaTitle,
  type Framework,
  frameworkById,
  gradePosition,
  gradeTitle,
} from '~/domain/inspection/frameworks'
import { shortAreaName } from '~/domain/inspection/names'

/** A judgement in words, with the place of its grade among those of the framework. */
export interface Graded {
  area: string
  areaName: string
  areaTitle: string
  isOverall: boolean
  title: string
  /** 0 for the best; -1 where the framework does not know the grade */
  position: number
  of: number
}

/** Judgements in the order of the framework's areas. */
export function graded(
  frameworks: readonly Framework[],
  frameworkId: string | null,
  judgements: readonly { area: string; grade: string }[],
): Graded[] {
  const framework = frameworkById(frameworks, frameworkId ?? '')
  if (!framework) return []
  return framework.areas.flatMap(({ area, overall }) =>
    judgements
      .filter((one) => one.area === area)
      .map(({ grade }) => ({
        area,
        areaName: shortAreaName(area),
        areaTitle: areaTitle(framework, area),
        isOverall: overall === true,
        title: gradeTitle(framework, grade),
        position: gradePosition(framework, grade) ?? -1,
        of: framework.grades.length,
      })),
  )
}
