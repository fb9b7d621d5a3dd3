import type { Context } from '~/auth/context.server'
import { heldBackFacts } from '~/db/held-back-facts.server'
import { untilSomethingHappens } from '~/db/until-something-happens.server'
import { heldBack as heldBackBy } from '~/domain/plan/held-back'

/** How many recommendations are not ready yet, told from the kept standings. It stands on every page. */
export const heldBack = ({ db, today }: Context): Promise<number> =>
  untilSomethingHappens(
    db,
    today,
    'held back',
    async () => heldBackBy(await heldBackFacts(db, today)).length,
  )
