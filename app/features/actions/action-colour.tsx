import { bragTitles } from '~/domain/plan/brag'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { BragTag } from '~/ui/brag-tag'
import type { ActionView } from './action.query.server'
import { Way, Ways } from './ways'

/** The council's colour, what made it, and another one that somebody states. */
export function ActionColour({ view }: { view: ActionView }) {
  const { brag, colour } = view.standing
  const { derived, stated, because } = colour
  return (
    <div id="colour" className="mt-6 border-t border-line pt-3">
      <h3>The council’s colour</h3>
      <p className="my-2 text-18">
        <BragTag brag={brag} />
      </p>
      {stated ? (
        <div className="my-2 max-w-[46rem] border-l-4 border-at-risk pl-3">
          <p>
            Stated by {stated.byName} until {longDate(stated.untilOn)}:{' '}
            <BragTag brag={stated.brag} />. Derived: <BragTag brag={derived} />.
          </p>
          <p className="max-w-measure">“{stated.reason}”</p>
          <p className="text-16 text-quiet">
            {stated.better
              ? `What is stated is better than what the facts say, so “${bragTitles[derived].toLowerCase()}” counts.`
              : 'What is stated is worse than what the facts say, so it counts.'}
          </p>
        </div>
      ) : null}
      <p className="text-16">
        {because} <a href={paths.adminRatings()}>The whole table</a>
      </p>
      <Ways>
        <Way
          to={paths.actionColour(view.id)}
          decision={stated ? undefined : view.offers.stateColour}
        >
          State another colour
        </Way>
        <Way to={paths.actionColourEnd(view.id)} decision={view.offers.endColour}>
          End the stated colour
        </Way>
      </Ways>
    </div>
  )
}
