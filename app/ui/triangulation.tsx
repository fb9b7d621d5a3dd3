import { evidenceKindsInWords } from '~/domain/evidence/kinds'
import type { KindShown } from '~/domain/evidence/triangulation'
import { longDate } from '~/domain/time/calendar-date'
import { type Tone, ToneTag } from './rating-tag'

const inWords: Record<KindShown['state'], { tone: Tone; words: string }> = {
  fresh: { tone: 'good', words: 'Shown' },
  stale: { tone: 'warning', words: 'Out of date' },
  waiting: { tone: 'part', words: 'Awaiting review' },
  missing: { tone: 'none', words: 'Missing' },
}

/** The four kinds of evidence side by side: which there are, and which are missing. */
export function Triangulation({ kinds }: { kinds: readonly KindShown[] }) {
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
      {kinds.map(({ kind, state, until }) => (
        <div key={kind} className="keep-together border-t-2 border-edge pt-2">
          <dt className="text-16">{evidenceKindsInWords[kind].title}</dt>
          <dd>
            <ToneTag tone={inWords[state].tone}>{inWords[state].words}</ToneTag>
            {until ? (
              <span className="block text-16 text-quiet">
                {state === 'fresh' ? 'until' : 'since'} {longDate(until)}
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
