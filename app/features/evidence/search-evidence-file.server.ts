import { searchFile } from '~/documents/checking/search-file.server'
import { whatFileTells } from '~/domain/evidence/identifiers-in-file'
import { notAnIdentifierField } from '~/domain/evidence/typed-words'
import type { ReceivedFile } from '~/storage/storage.server'

export interface SearchedFile extends ReceivedFile {
  /** what could be read in it: words are looked for in this later */
  text?: string
}

interface Searched {
  /** sentences for the form; none where nothing stands against the file */
  against: { field: string; sentence: string }[]
  file: SearchedFile | undefined
}

/**
 * Reads the file once: against it stands what looks like an identifier, or that it could not be
 * searched; nothing where she was told of this very file and said why. The evidence is not saved
 * before, so until then nobody else sees the file; one that is not sent again is swept away within a day.
 */
export async function searchEvidenceFile(
  file: ReceivedFile | undefined,
  told: { ofFile: string | undefined; why: string },
  { CASE_NUMBER_PATTERN: caseNumberPattern }: { CASE_NUMBER_PATTERN?: string },
): Promise<Searched> {
  if (!file) return { against: [], file }
  const search = await searchFile(file.path, file.mediaType, { caseNumberPattern })
  const searched = search.outcome === 'searched' ? { ...file, text: search.text } : file
  const saidWhy = told.ofFile === file.sha256 && told.why !== ''
  const tells = saidWhy ? undefined : whatFileTells(search)
  if (!tells) return { against: [], file: searched }
  return {
    against: [
      { field: 'file', sentence: tells.file },
      { field: notAnIdentifierField, sentence: tells.why },
    ],
    file: searched,
  }
}
