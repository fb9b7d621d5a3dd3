import { searchFile } from '~/documents/checking/search-file.server'
import { whatFileTells } from '~/domain/evidence/identifiers-in-file'
import { notAnIdentifierField } from '~/domain/evidence/typed-words'
import type { ReceivedFile } from '~/storage/storage.server'

export interface SearchedFile extends ReceivedFile {
  /** what could be read in it: words are looked for in this later */
  text?: string
}

interface Searched {
  /** sentences for the form; none where nothing stands against the files */
  against: { field: string; sentence: string }[]
  files: SearchedFile[]
  /** the files that she is told of, and may answer for */
  toldOf: string[]
}

/**
 * Reads each file once: against it stands what looks like an identifier, or that it could not be
 * searched; nothing where she was told of this very file and said why. The evidence is not saved
 * before, so until then nobody else sees the files; those that are not sent again are swept away within
 * a day.
 */
export async function searchEvidenceFiles(
  files: readonly ReceivedFile[],
  told: { ofFiles: readonly string[]; why: string },
  { CASE_NUMBER_PATTERN: caseNumberPattern }: { CASE_NUMBER_PATTERN?: string },
): Promise<Searched> {
  const searched: SearchedFile[] = []
  const toldOf: string[] = []
  const sentences: string[] = []
  let why = ''
  for (const file of files) {
    const search = await searchFile(file.path, file.mediaType, { caseNumberPattern })
    searched.push(search.outcome === 'searched' ? { ...file, text: search.text } : file)
    const saidWhy = told.ofFiles.includes(file.sha256) && told.why !== ''
    const tells = saidWhy ? undefined : whatFileTells(search)
    if (!tells) continue
    toldOf.push(file.sha256)
    sentences.push(files.length === 1 ? tells.file : `${sentences.length + 1}. ${tells.file}`)
    why ||= tells.why
  }
  const against = [
    { field: 'file', sentence: sentences.join(' ') },
    { field: notAnIdentifierField, sentence: why },
  ]
  return { against: sentences.length === 0 ? [] : against, files: searched, toldOf }
}
