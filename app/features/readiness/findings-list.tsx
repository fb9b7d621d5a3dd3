import type { Cause } from '~/domain/plan/plan'
import type { Finding } from '~/domain/plan/readiness'
import { CauseLink, CauseReference } from '~/ui/cause-link'

/** What an inspector would still find; behind each sentence the way to what caused it. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="list-disc pl-5">
      {findings.map(({ sentence, causes }) => (
        <li key={sentence} className="py-[2px]">
          {sentence.slice(0, -1)}
          <Causes causes={causes} />.
        </li>
      ))}
    </ul>
  )
}

function Causes({ causes }: { causes: readonly Cause[] }) {
  const elsewhere = causes.filter(({ kind }) => kind !== 'recommendation')
  if (elsewhere.length === 0) return null
  return (
    <>
      {' ('}
      {elsewhere.map((cause, at) => (
        <span key={cause.id}>
          {at === 0 ? '' : ', '}
          <CauseReference cause={cause} />
        </span>
      ))}
      {')'}
    </>
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
