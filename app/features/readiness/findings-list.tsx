import type { Cause } from '~/domain/plan/plan'
import type { Finding } from '~/domain/plan/readiness'
import { CauseLink, CauseReference } from '~/ui/cause-link'

/** What an inspector would still find; behind each sentence the way to what caused it. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="list-disc pl-5">
      {findings.map(({ sentence, causes }) => (
        <li key={sentence} className="py-[2px]">
          {sentence} <Causes causes={causes} />
        </li>
      ))}
    </ul>
  )
}

function Causes({ causes }: { causes: readonly Cause[] }) {
  const [only, ...others] = causes
  if (!only || only.kind === 'recommendation') return null
  if (others.length === 0) {
    return (
      <span className="text-16">
        <CauseLink cause={only} />
      </span>
    )
  }
  return (
    <span className="text-16">
      {causes.map((cause, at) => (
        <span key={cause.id}>
          {at === 0 ? '' : ', '}
          <CauseReference cause={cause} />
        </span>
      ))}
    </span>
  )
}

/** The next steps, each with what it is a step of. */
export function StepList({ steps }: { steps: readonly { sentence: string; cause: Cause }[] }) {
  return (
    <ul className="list-disc pl-5">
      {steps.map(({ sentence, cause }) => (
        <li key={`${cause.kind}-${cause.id}-${sentence}`} className="py-[2px]">
          {cause.kind === 'recommendation' ? null : (
            <>
              <CauseLink cause={cause} />:{' '}
            </>
          )}
          {sentence}
        </li>
      ))}
    </ul>
  )
}
