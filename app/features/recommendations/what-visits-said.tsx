import type { ProgressVerdict } from '~/domain/inspection/progress-verdicts'
import { paths } from '~/paths'
import { Quote, Section } from '~/ui/page'
import { ProgressTag } from '~/ui/progress-tag'

export interface VisitSaid {
  id: number
  verdict: ProgressVerdict
  quote: string
  page: number | null
  inspectionId: number
  /** "Monitoring visit, 14 to 15 September 2026" */
  visit: string
}

/** What visits said of progress on a recommendation, in their letters' own words, the latest first. */
export function WhatVisitsSaid({ said }: { said: readonly VisitSaid[] }) {
  if (said.length === 0) return null
  return (
    <Section id="visits" title="What visits said of it">
      {said.map(({ id, verdict, quote, page, inspectionId, visit }) => (
        <div key={id} className="mb-3">
          <ProgressTag verdict={verdict} />
          <Quote
            look="small"
            source={
              <>
                <a href={paths.inspection(inspectionId)}>{visit}</a>
                {page ? `, p. ${page}` : ''}
              </>
            }
          >
            “{quote}”
          </Quote>
        </div>
      ))}
    </Section>
  )
}
