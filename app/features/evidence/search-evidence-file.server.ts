import { searchFile } from '~/documents/checking/search-file.server'
import { type Hold, holdAfter } from '~/domain/evidence/held-file'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import { nameWithoutIdentifiers } from '~/domain/evidence/identifiers-in-file'
import type { TakenOut } from '~/domain/evidence/taken-out'
import type { ReceivedFile } from '~/storage/storage.server'

export interface SearchedFile extends ReceivedFile {
  /** what could be read in it: words are looked for in this later */
  text?: string
  /** why nobody but the person who adds it may see it for now */
  hold?: Hold
  /** what was taken out of it, or of its name */
  takenOut?: readonly TakenOut[]
}

/**
 * Searches a file that has arrived, before there is evidence that speaks of it: what it holds, and its
 * name, which is kept without what looks like an identifier.
 */
export async function searchEvidenceFile(
  file: ReceivedFile,
  settings: IdentifierSettings,
): Promise<SearchedFile> {
  const search = await searchFile(file.path, file.mediaType, settings)
  const named = nameWithoutIdentifiers(file.originalName, settings)
  const hold = holdAfter(search)
  return {
    ...file,
    originalName: named.name,
    ...(search.outcome === 'searched' ? { text: search.text } : {}),
    ...(hold ? { hold } : {}),
    takenOut: named.takenOut.length > 0 ? ['name'] : [],
  }
}

/** As searchEvidenceFile, one after the other. */
export async function searchEvidenceFiles(
  files: readonly ReceivedFile[],
  settings: IdentifierSettings,
): Promise<SearchedFile[]> {
  const searched = []
  for (const file of files) searched.push(await searchEvidenceFile(file, settings))
  return searched
}
