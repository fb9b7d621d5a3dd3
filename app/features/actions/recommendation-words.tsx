import { recommendationRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { Quote } from '~/ui/page'

/** What a recommendation says, in the report's own words, with its place in the report. */
export function RecommendationWords({
  recommendation,
}: {
  recommendation: {
    id: number
    text: string
    heading: string
    page: number | null
    inspection: string
  }
}) {
  const { id, text, heading, page, inspection } = recommendation
  return (
    <Quote
      source={
        <>
          <a href={paths.recommendation(id)}>{recommendationRef(id)}</a> · {inspection}
          {page ? `, p. ${page}` : ''}
          {heading ? `, under “${heading}”` : ''}
        </>
      }
    >
      “{text}”
    </Quote>
  )
}
