import { Section } from '~/ui/page'
import { ProposedRepeat } from './proposed-repeat'
import type { SaidBeforeView } from './said-before.query.server'

/** What an inspection may have said again, for a manager to confirm one by one. */
export function SaidBefore({ view }: { view: SaidBeforeView }) {
  const { proposals, same, different } = view
  return (
    <Section
      id="said-before"
      title="Said before?"
      aside={
        proposals.length > 0 ? (
          <span className="text-quiet">{proposals.length} left to decide</span>
        ) : undefined
      }
    >
      <p className="mb-4 max-w-measure text-quiet">
        {proposals.length > 0
          ? 'An earlier inspection may have said these already. Read both: what you confirm shows how often you were told, and what was done in between.'
          : 'Nothing else here looks like what an earlier inspection said. What Waymark does not see you can link from the recommendation itself.'}{' '}
        {decidedInWords(same, different)}
      </p>
      <ul>
        {proposals.map((proposal) => (
          <ProposedRepeat
            key={`${proposal.earlier.id}-${proposal.later.id}`}
            proposal={proposal}
            from="inspection"
          />
        ))}
      </ul>
    </Section>
  )
}

function decidedInWords(same: number, different: number): string {
  if (same + different === 0) return ''
  const parts = [
    same > 0 ? `${same} ${same === 1 ? 'says' : 'say'} the same again` : '',
    different > 0 ? `${different} ${different === 1 ? 'is' : 'are'} something else` : '',
  ].filter(Boolean)
  return `Decided so far: ${parts.join(', ')}.`
}
