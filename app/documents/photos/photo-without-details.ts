/**
 * Photos without what they say of themselves: where, when and with what they were taken, thumbnails,
 * comments, and whatever lies behind the picture. The picture itself is not touched: its bytes are copied
 * as they are. What is kept is listed, what is not on the list goes; how the picture is to be turned and
 * its colours are kept.
 *
 * Source: the JPEG (ITU T.81), PNG (W3C), WebP (RFC 9649), GIF89a and HEIF (ISO 14496-12) formats.
 */
import type { TakenOut } from '~/domain/evidence/taken-out'
import { gifWithout } from './gif'
import { heifWithout } from './heif'
import { jpegWithout } from './jpeg'
import { pngWithout } from './png'
import { webpWithout } from './webp'
import { Details } from './what-a-photo-says'

const writers: Record<string, (bytes: Buffer, details: Details) => Buffer[]> = {
  'image/jpeg': jpegWithout,
  'image/png': pngWithout,
  'image/apng': pngWithout,
  'image/webp': webpWithout,
  'image/gif': gifWithout,
  'image/heic': heifWithout,
  'image/heif': heifWithout,
}

export const isPhoto = (mediaType: string): boolean => mediaType in writers

/** @throws Error where it is not a whole picture of its kind */
export function photoWithoutDetails(
  bytes: Buffer,
  mediaType: string,
): { pieces: Buffer[]; takenOut: TakenOut[]; said: Buffer[] } {
  const details = new Details()
  const pieces = writers[mediaType]!(bytes, details)
  return { pieces, takenOut: details.takenOut, said: details.said }
}
