import { findingRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Quote } from '~/ui/page'

export interface CitedFinding {
  id: number
  text: string
  paragraph: string | null
  page: number | null
  inspectionId: number
  /** in a few words */
  inspection: string
}

/** The findings that an action rests on beside its recommendations, in the report's own words. */
export function CitedFindings({
  actionId,
  findings,
  mayCite,
}: {
  actionId: number
  findings: readonly CitedFinding[]
  mayCite: boolean
}) {
  return (
    <>
      {findings.length > 0 ? <h3 className="mb-2">It also rests on</h3> : null}
      {findings.map((finding) => (
        <Quote
          key={finding.id}
          look="small"
          source={
            <>
              <a href={paths.findingAt(finding.inspectionId, finding.id)}>
                {finding.inspection}, {findingRef(finding)}
              </a>
              {finding.paragraph && finding.page ? `, p. ${finding.page}` : ''}
              {mayCite ? (
                <form
                  method="post"
                  action={paths.actionFindingRemove(actionId, finding.id)}
                  className="no-print"
                >
                  <Button look="quiet">
                    Cite it no longer<span className="sr-only"> ({findingRef(finding)})</span>
                  </Button>
                </form>
              ) : null}
            </>
          }
        >
          “{finding.text}”
        </Quote>
      ))}
    </>
  )
}
