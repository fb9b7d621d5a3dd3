import { searchFile } from '~/documents/checking/search-file.server'
import { whatFileTells } from '~/domain/evidence/identifiers-in-file'
import { notAnIdentifierField } from '~/domain/evidence/typed-words'
import type { ReceivedFile } from '~/storage/storage.server'

/**
 * Sentences for the form where the file holds what looks like an identifier, or could not be searched;
 * none where she was told of this very file and said why. The evidence is not saved before, so until
 * then nobody else sees the file; one that is not sent again is swept away within a day.
 */
export async function whatStandsAgainst(
  file: ReceivedFile | undefined,
  told: { ofFile: string | undefined; why: string },
  settings: { CASE_NUMBER_PATTERN?: string },
): Promise<{ field: string; sentence: string }[]> {
  if (!file || (told.ofFile === file.sha256 && told.why !== '')) return []
  const caseNumberPattern = settings.CASE_NUMBER_PATTERN
  const tells = whatFileTells(await searchFile(file.path, file.mediaType, { caseNumberPattern }))
  if (!tells) return []
  return [
    { field: 'file', sentence: tells.file },
    { field: notAnIdentifierField, sentence: tells.why },
  ]
}
