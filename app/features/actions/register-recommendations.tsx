import { recommendationRef } from '~/domain/plan/references'
import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import type { Piece } from './register-passages.query.server'
import type { RegisterView } from './register.query.server'

/** Above the actions: the recommendations that say what is looked for, also those that nothing answers. */
export function RecommendationsFound({ view: { recommendations } }: { view: RegisterView }) {
  if (!recommendations || recommendations.all === 0) return null
  const { shown, all } = recommendations
  const left = all - shown.length
  return (
    <section aria-labelledby="recommendations-found" className="mb-6 max-w-[46rem]">
      <h2 id="recommendations-found" className="text-18 font-bold">
        {counted(all, 'recommendation says', 'recommendations say')} it
      </h2>
      <ul>
        {shown.map(({ id, pieces, inspection, actions }) => (
          <li key={id} className="border-b border-line py-2 text-16">
            <a href={paths.recommendation(id)} className="font-bold">
              {recommendationRef(id)}
            </a>{' '}
            “<FoundPieces pieces={pieces} />”
            <span className="block text-quiet">
              {inspection} ·{' '}
              {actions === 0 ? (
                'No action answers it'
              ) : (
                <a href={paths.actions({ recommendation: recommendationRef(id) })}>
                  {counted(actions, 'action')}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <p className="mt-2 text-16">
          And {counted(left, 'other')}: look for more words, or go through{' '}
          <a href={paths.recommendations()}>all recommendations</a>.
        </p>
      ) : null}
    </section>
  )
}

/** A passage with what was looked for marked in it. */
export const FoundPieces = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>
    {pieces.map(({ text, isFound }, at) =>
      isFound ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
    )}
  </>
)
