import { recommendationRef } from '~/domain/plan/references'
import { repeatVerdictTitles } from '~/domain/inspection/repeats'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import type { ProposedRepeat as Proposed, Side } from './proposed-repeats.server'

/** Both recommendations side by side, why they are shown together, and the two answers. */
export function ProposedRepeat({
  proposal: { earlier, later, reason, nearness },
  from,
}: {
  proposal: Proposed
  from: 'inspection' | 'recommendation'
}) {
  const pair = `${recommendationRef(later.id)} and ${recommendationRef(earlier.id)}`
  return (
    <li className="card mb-4 break-inside-avoid">
      <article aria-label={`${pair}: the same again?`}>
        <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
          <Told side={earlier} when="Said before" />
          <Told side={later} when="Said now" />
        </div>
        <p className="mt-4 max-w-measure">
          {reason} <span className="text-quiet">{nearness}</span>
        </p>
        <form
          method="post"
          action={paths.recommendationRepeats(later.id)}
          className="no-print mt-3 flex flex-wrap gap-3"
        >
          <input type="hidden" name="earlierId" value={earlier.id} />
          <input type="hidden" name="from" value={from} />
          <Button look="secondary" name="verdict" value="same">
            {repeatVerdictTitles.same}
            <span className="sr-only">: {pair}</span>
          </Button>
          <Button look="secondary" name="verdict" value="different">
            {repeatVerdictTitles.different}
            <span className="sr-only">: {pair}</span>
          </Button>
        </form>
      </article>
    </li>
  )
}

function Told({ side: { id, pieces, page, inspection }, when }: { side: Side; when: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-16 text-quiet">
        <strong className="text-ink">{when}</strong> · {inspection} ·{' '}
        <a href={paths.recommendation(id)}>{recommendationRef(id)}</a>
        {page ? `, page ${page}` : ''}
      </figcaption>
      <blockquote className="max-w-measure border-l-4 border-brand pl-4">
        {pieces.map((piece, at) =>
          piece.isMarked ? (
            <mark key={at} className="rounded bg-mark px-[2px] text-ink">
              {piece.text}
            </mark>
          ) : (
            <span key={at}>{piece.text}</span>
          ),
        )}
      </blockquote>
    </figure>
  )
}
