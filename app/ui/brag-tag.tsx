import type { ActionStanding } from '~/domain/action/standing'
import { type Brag, bragTitles } from '~/domain/plan/brag'
import { shortDate } from '~/domain/time/calendar-date'
import { RatingTag } from './rating-tag'

/** The council's own colour, always with its shape and its word. */
export function BragTag({ brag }: { brag: Brag }) {
  return <RatingTag rating={brag}>{bragTitles[brag]}</RatingTag>
}

/** The colour of an action in a list; where somebody states another one, both. */
export function ColourCell({ standing: { brag, colour } }: { standing: ActionStanding }) {
  const { stated, derived } = colour
  return (
    <>
      <BragTag brag={brag} />
      {stated ? (
        <span className="block text-14 text-quiet">
          {stated.better
            ? `Stated “${bragTitles[stated.brag].toLowerCase()}”`
            : `Stated; derived “${bragTitles[derived].toLowerCase()}”`}{' '}
          by {stated.byName} until {shortDate(stated.untilOn)}
        </span>
      ) : null}
    </>
  )
}
