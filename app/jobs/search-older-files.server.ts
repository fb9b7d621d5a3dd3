import type { Db } from '~/db/db.server'
import { filesToSearch } from '~/db/tables/evidence-file-searches.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { rulesOfSearch } from '~/domain/evidence/search-anew'
import { searchFileAnew } from '~/features/evidence/search-anew.command.server'

/** As much as is searched in one piece: a report takes a tenth of a second, a hostile file thirty. */
const aPiece = { count: 200, bytes: 1024 ** 3 }

let isUnderWay = false

/**
 * Searches a piece of the files that were added before what is looked for today: one after the other, each
 * in a transaction of its own, so that it can end anywhere and goes on where it was.
 */
export async function searchOlderFiles({
  db,
  now,
  most = aPiece,
}: {
  db: Db
  now: Date
  most?: typeof aPiece
}): Promise<{ searched: number; held: number; missing: number }> {
  const said = { searched: 0, held: 0, missing: 0 }
  // The next piece is due while this one still runs: it goes on by itself.
  if (isUnderWay) return said
  isUnderWay = true
  try {
    const looksFor = await presentIdentifiers(db)
    const by = { rules: rulesOfSearch, settingsId: looksFor.id }
    for (const file of await filesToSearch(db, by, most)) {
      const outcome = await searchFileAnew({ db, now }, file, looksFor)
      if (outcome === 'missing') said.missing += 1
      else said.searched += 1
      if (outcome === 'held') said.held += 1
    }
    return said
  } finally {
    isUnderWay = false
  }
}
