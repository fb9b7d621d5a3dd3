/**
 * A preview is made on the server out of what a file holds, and none of the file's own bytes go with it:
 * pages and pictures are drawn anew, words and tables are told as words. It is shown to whom the file
 * itself is given, and to nobody else. What it leaves out, it says: further pages, rows and sheets, and
 * what is hidden in the file. A file that has no preview says why, and is downloaded.
 *
 * Source: issue 4, "Storage"; decision 0030.
 */
import { counted } from '../time/calendar-date'
import { fileKindTitle } from './file-kinds'

/** How a file is previewed. */
export type PreviewKind =
  'pages' | 'picture' | 'heic' | 'text' | 'email' | 'document' | 'slides' | 'workbook' | 'table'

const ooxml = 'application/vnd.openxmlformats-officedocument'

const kinds: Readonly<Record<string, PreviewKind>> = {
  'application/pdf': 'pages',
  [`${ooxml}.wordprocessingml.document`]: 'document',
  [`${ooxml}.spreadsheetml.sheet`]: 'workbook',
  [`${ooxml}.presentationml.presentation`]: 'slides',
  'message/rfc822': 'email',
  'text/plain': 'text',
  'text/csv': 'table',
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/webp': 'picture',
  'image/gif': 'picture',
  'image/tiff': 'picture',
  'image/heic': 'heic',
  'image/heif': 'heic',
}

/** Undefined where files of this kind have no preview. */
export const previewKindOf = (mediaType: string): PreviewKind | undefined =>
  Object.hasOwn(kinds, mediaType) ? kinds[mediaType] : undefined

export const previewedMediaTypes: readonly string[] = Object.keys(kinds)

/** What stood in the way of a preview that the kind of the file would have. */
export type PreviewRefusal =
  'encrypted' | 'corrupt' | 'empty' | 'too-large' | 'took-too-long' | 'away'

const refusals: Readonly<Record<PreviewRefusal, string>> = {
  encrypted: 'It is protected with a password, so it cannot be shown here.',
  corrupt: 'It is damaged, or not what it says it is, so it cannot be shown here.',
  empty: 'There is nothing in it that could be shown here.',
  'too-large': 'It holds more than can be shown here safely.',
  'took-too-long': 'It took too long to draw, so that was stopped.',
  away: 'The store that keeps the files does not answer just now. Nothing is lost: try again in a few minutes.',
}

export const whyRefused = (refusal: PreviewRefusal): string => refusals[refusal]

/** Why a kind has none: a sentence of its own where there is something to know. */
export function whyNoPreview(mediaType: string): string {
  if (/^audio\//.test(mediaType)) return 'A recording is not played here.'
  if (/^video\//.test(mediaType)) return 'A video is not played here.'
  return `Files of this kind (${fileKindTitle(mediaType)}) cannot be shown here.`
}

/** "The first 20 of 34 pages."; undefined where all of them are there. */
export const firstOf = (shown: number, inAll: number, one: string): string | undefined =>
  shown < inAll ? `The first ${shown} of ${counted(inAll, one)}.` : undefined

/** A page is drawn 1,400 dots wide, or as wide as its form allows; never finer than 180 dots to the inch. */
const drawn = { width: 1400, height: 2000, dotsToPoint: 2.5 }

/** How large a page of this size, in points, is drawn. */
export function drawnSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(drawn.dotsToPoint, drawn.width / width, drawn.height / height)
  const dots = (points: number) => Math.max(1, Math.round(points * scale))
  return { width: dots(width), height: dots(height) }
}

/**
 * The levels of a document's headings as they stand on our page, below a heading of `under`: in the same
 * order, none deeper than one below the one before it, so that nobody who goes by headings misses one.
 */
export function headingLevels(levels: readonly number[], under: number): number[] {
  const open: { theirs: number; ours: number }[] = []
  return levels.map((theirs) => {
    while (open.length > 0 && open.at(-1)!.theirs >= theirs) open.pop()
    const ours = Math.min(6, (open.at(-1)?.ours ?? under) + 1)
    open.push({ theirs, ours })
    return ours
  })
}
