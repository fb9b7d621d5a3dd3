import type { Db } from '~/db/db.server'
import {
  forgetVirusCheck,
  keepVirusCheck,
  waitingForVirusCheck,
} from '~/db/tables/virus-checks.server'
import { holdInfected } from '~/features/evidence/hold-infected.server'
import { blobExists, longestScanned, scanBlob } from '~/storage/storage.server'

const atOnce = 50

/**
 * Asks the virus scanner again of files that it could not be asked of when they came. One that is infected
 * is given to nobody from then on, and held, so that whoever added it is told and can remove it.
 */
export async function checkForViruses({
  db,
  now,
}: {
  db: Db
  now: Date
}): Promise<{ clean: number; infected: string[]; because?: string }> {
  const said = { clean: 0, infected: [] as string[] }
  const longest = longestScanned()
  if (longest === undefined) return said
  for (const { sha256, bytes } of await waitingForVirusCheck(db, { most: atOnce, longest })) {
    const verdict = await scanBlob(sha256, bytes)
    if (!verdict) {
      // of a form that was refused: swept away since
      if (!(await blobExists(sha256))) await forgetVirusCheck(db, sha256)
      continue
    }
    if (verdict.outcome === 'unknown') {
      // to the end of those that wait, so that one of which it can say nothing holds up nobody
      await keepVirusCheck(db, { sha256, outcome: null, found: null, at: now })
      return { ...said, because: verdict.because }
    }
    if (verdict.outcome === 'infected') {
      await holdInfected({ db, now }, { sha256, found: verdict.found })
      said.infected.push(sha256)
    } else {
      await keepVirusCheck(db, { sha256, outcome: 'clean', found: null, at: now })
      said.clean += 1
    }
  }
  return said
}
