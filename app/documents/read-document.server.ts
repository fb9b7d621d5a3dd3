import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { SourceDocument } from '~/domain/report/source'
import { readingLimits } from './reading-limits'
import { readApart } from './reading-pool.server'
import { refused, type DocumentRefusal } from './refusals'

export type { DocumentRefusal } from './refusals'
export { sourceFromText } from './source-from-text'

/** Reads the file at `path` (PDF, DOCX, HTML or plain text, told by its content) into lines with their places.
 *  The reading runs in a process of its own that is killed after 30 seconds or beyond 512 MB, so a hostile file
 *  costs a refusal and nothing else. Throws only where the file or the process itself cannot be had. */
export async function readDocument(
  path: string,
  _originalName?: string,
  limits: { milliseconds: number } = readingLimits,
): Promise<{ ok: true; source: SourceDocument } | DocumentRefusal> {
  const { size } = await stat(path)
  if (size === 0) return refused('empty')
  if (size > readingLimits.fileMegabytes * 1024 * 1024) return refused('too-large')
  const answer = await readApart(resolve(path), limits.milliseconds)
  return 'source' in answer ? { ok: true, source: answer.source } : refused(answer.refusal)
}
