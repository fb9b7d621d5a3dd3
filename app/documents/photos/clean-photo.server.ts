import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { NotSearched } from '~/domain/evidence/identifiers-in-file'
import type { TakenOut } from '~/domain/evidence/taken-out'
import { readingLimits } from '../reading-limits'
import { cleanPhotoApart } from '../reading-pool.server'

export { isPhoto } from './photo-without-details'

export type CleanedPhoto =
  { isClean: true; takenOut: TakenOut[] } | { isClean: false; because: NotSearched }

/**
 * Writes the photo at `path` to `cleanPath` without what it says of itself, in the process that opens
 * strangers' files. What is no whole picture is not written.
 */
export async function cleanPhoto(
  path: string,
  mediaType: string,
  cleanPath: string,
): Promise<CleanedPhoto> {
  const { size } = await stat(path)
  if (size > readingLimits.fileMegabytes * 1024 * 1024)
    return { isClean: false, because: 'too-large' }
  const photo = { mediaType, cleanPath: resolve(cleanPath) }
  const answer = await cleanPhotoApart(resolve(path), photo, readingLimits.milliseconds)
  if (!('refusal' in answer)) return { isClean: true, takenOut: answer.takenOut }
  const { refusal } = answer
  if (refusal === 'took-too-long' || refusal === 'too-large') {
    return { isClean: false, because: refusal }
  }
  return { isClean: false, because: 'corrupt' }
}
