import { type Rating, RatingTag } from './rating-tag'

/** A grade by shape, word and colour: the best of its framework first, the worst last. */
export function GradeTag({
  title,
  position,
  of,
}: {
  title: string
  /** 0 for the best grade of the framework */
  position: number
  /** how many grades the framework has */
  of: number
}) {
  return <RatingTag rating={ratingAt(position, of)}>{title}</RatingTag>
}

function ratingAt(position: number, of: number): Rating {
  if (position < 0) return 'not-started'
  if (position === 0) return 'embedded'
  if (position === of - 1) return 'off-track'
  return position === 1 && of > 3 ? 'on-track' : 'at-risk'
}
