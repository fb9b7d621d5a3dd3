import type { Db } from '~/db/db.server'
import { whereNothingRestsOn } from '~/db/tables/blobs.server'
import { copyVirusCheck } from '~/db/tables/virus-checks.server'
import { searchFile } from '~/documents/checking/search-file.server'
import { type CleanedPhoto, cleanPhoto, isPhoto } from '~/documents/photos/clean-photo.server'
import { type Hold, holdAfter, type Stated } from '~/domain/evidence/held-file'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import { nameWithoutIdentifiers } from '~/domain/evidence/identifiers-in-file'
import { rulesOfSearch, type SearchedBy } from '~/domain/evidence/search-anew'
import type { TakenOut } from '~/domain/evidence/taken-out'
import { blobExists, keepWritten, type ReceivedFile, removeBlob } from '~/storage/storage.server'

/** A file as it arrived, and whether the scanner found a virus in it. */
export interface CheckedFile extends ReceivedFile {
  isInfected?: boolean
}

export interface SearchedFile extends ReceivedFile {
  /** what could be read in it: words are looked for in this later */
  text?: string
  /** why nobody but the person who adds it may see it for now */
  hold?: Hold
  /** what was taken out of it, or of its name */
  takenOut?: readonly TakenOut[]
  /** by what it was searched; left out, it is searched anew */
  searchedBy?: SearchedBy
}

/** What is looked for beside Waymark's own: the council's settings, and which of them these are. */
export type LookedFor = IdentifierSettings & { id?: number | null }

/**
 * Searches a file that has arrived, before there is evidence that speaks of it: what it holds, and its
 * name, which is kept without what looks like an identifier. A photo is kept without what it says of
 * itself, and the bytes that arrived are let go. What was `stated` of it before is not asked again.
 */
export async function searchEvidenceFile(
  db: Db,
  given: CheckedFile,
  settings: LookedFor,
  stated?: Stated,
): Promise<SearchedFile> {
  const named = nameWithoutIdentifiers(given.originalName, settings)
  const searchedBy = { rules: rulesOfSearch, settingsId: settings.id ?? null }
  const file = { ...given, originalName: named.name, searchedBy }
  const ofName: TakenOut[] = named.takenOut.length > 0 ? ['name'] : []
  // Nothing opens one with a virus, we neither: it is held as it came, and nobody is given it.
  if (given.isInfected) return { ...file, hold: { reason: 'infected' }, takenOut: ofName }
  if (isPhoto(file.mediaType)) return withoutDetails(db, file, ofName, stated)
  const search = await searchFile(file.path, file.mediaType, settings)
  const hold = holdAfter(search, stated)
  return {
    ...file,
    ...(search.outcome === 'searched' ? { text: search.text } : {}),
    ...(hold ? { hold } : {}),
    takenOut: ofName,
  }
}

/** As searchEvidenceFile, one after the other. */
export async function searchEvidenceFiles(
  db: Db,
  files: readonly CheckedFile[],
  settings: LookedFor,
): Promise<SearchedFile[]> {
  const searched = []
  for (const file of files) searched.push(await searchEvidenceFile(db, file, settings))
  return searched
}

type Kept = Pick<SearchedFile, 'sha256' | 'bytes' | 'path' | 'takenOut'>

/**
 * What the latest photos became, by the hash of what they were: who brings the same photo at the same
 * moment as somebody else may find those bytes gone already.
 */
const became = new Map<string, Kept>()
const mostRemembered = 200

async function becameMeanwhile(sha256: string): Promise<Kept | undefined> {
  const kept = became.get(sha256)
  if (!kept || (await blobExists(sha256))) return undefined
  return (await blobExists(kept.sha256)) ? kept : undefined
}

function rememberThat(sha256: string, kept: Kept): void {
  became.set(sha256, kept)
  const [oldest] = became.keys()
  if (became.size > mostRemembered) became.delete(oldest!)
}

async function withoutDetails(
  db: Db,
  file: ReceivedFile & { searchedBy: SearchedBy },
  ofName: readonly TakenOut[],
  stated?: Stated,
): Promise<SearchedFile> {
  let cleaned: CleanedPhoto | undefined
  const kept = await keepWritten(async (part) => {
    cleaned = await cleanPhoto(file.path, file.mediaType, part)
    return cleaned.isClean
  }).catch(async (error: unknown) => {
    if (await becameMeanwhile(file.sha256)) return undefined
    throw error
  })
  if (!cleaned?.isClean || !kept) {
    const meanwhile = await becameMeanwhile(file.sha256)
    if (meanwhile) {
      return { ...file, ...meanwhile, takenOut: [...(meanwhile.takenOut ?? []), ...ofName] }
    }
    const because = cleaned && !cleaned.isClean ? cleaned.because : 'corrupt'
    const hold = holdAfter({ outcome: 'not-searched', because }, stated)
    return { ...file, ...(hold ? { hold } : {}), takenOut: ofName }
  }
  const { takenOut } = cleaned
  if (kept.sha256 !== file.sha256) {
    await copyVirusCheck(db, { from: file.sha256, to: kept.sha256 })
    rememberThat(file.sha256, { ...kept, takenOut })
    await whereNothingRestsOn(db, file.sha256, () => removeBlob(file.sha256))
  }
  return { ...file, ...kept, takenOut: [...takenOut, ...ofName] }
}
