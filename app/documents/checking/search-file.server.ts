import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import type { FileSearch } from '~/domain/evidence/identifiers-in-file'
import { readingLimits } from '../reading-limits'
import { searchApart } from '../reading-pool.server'

/**
 * Searches the file at `path` for what would tell who a child is, hidden words too, in a process of
 * its own: a hostile file costs the answer 'not-searched' and nothing else. What is found comes back
 * masked. Throws only where the file or the process itself cannot be had.
 */
export async function searchFile(
  path: string,
  mediaType: string,
  settings: IdentifierSettings = {},
  limits: { milliseconds: number } = readingLimits,
): Promise<FileSearch> {
  if (isUnread(mediaType)) return { outcome: 'not-searched', because: 'unread-kind' }
  const { size } = await stat(path)
  // Of a recording of any length only what it says of itself is read.
  if (!isRecording(mediaType) && size > readingLimits.fileMegabytes * 1024 * 1024) {
    return { outcome: 'not-searched', because: 'too-large' }
  }
  const answer = await searchApart(resolve(path), { mediaType, settings }, limits.milliseconds)
  if (!('refusal' in answer)) return answer
  const { refusal } = answer
  if (refusal === 'encrypted' || refusal === 'took-too-long') {
    return { outcome: 'not-searched', because: refusal }
  }
  const isTooLarge = /^too-(?:large|many)/.test(refusal)
  return { outcome: 'not-searched', because: isTooLarge ? 'too-large' : 'corrupt' }
}

/** Kinds that hold words or details which nothing here reads; clean they are not. */
const isUnread = (mediaType: string): boolean => /opendocument|\/rtf$|\/tiff$/.test(mediaType)

const isRecording = (mediaType: string): boolean => /^(?:audio|video)\//.test(mediaType)
