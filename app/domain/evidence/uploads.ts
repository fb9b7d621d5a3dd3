/**
 * Who may add evidence may send files ahead of the form: none that is empty or larger than the largest
 * that is taken, and no more at a time than 20 files, or five of the largest. A file that is sent ahead
 * is its sender's alone, and is kept for a day; by then a form has named it, or it goes.
 *
 * Source: issue 4, "Adding". In SQL: uploads_are_not_empty.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { sizeInWords } from './file-kinds'

export const mostUploadsWaiting = 20
export const largestFilesWaiting = 5
export const uploadsKeptForHours = 24

export interface UploadsWaiting {
  count: number
  bytes: number
}

export const canBeginUpload = (
  actor: Actor,
  upload: { bytes: number },
  limits: { largestBytes: number; waiting: UploadsWaiting },
): Decision =>
  all(
    may(actor, 'evidence.add'),
    upload.bytes === 0 ? no('The file is empty. Choose another.') : yes,
    upload.bytes > limits.largestBytes ? no(tooLargeSentence(limits.largestBytes)) : yes,
    limits.waiting.count >= mostUploadsWaiting
      ? no(
          `${mostUploadsWaiting} of your files wait to be saved already. Save them, or take some away, and add the others then.`,
        )
      : yes,
    limits.waiting.bytes + upload.bytes > largestFilesWaiting * limits.largestBytes
      ? no(
          'So much of yours waits to be saved already that this file does not fit in. Save what is there, and add the others then.',
        )
      : yes,
  )

export const tooLargeSentence = (largestBytes: number): string =>
  `The file is larger than ${sizeInWords(largestBytes)}. Choose a smaller one, or give a link to where it is kept.`

/** How long files may be that are searched and looked through for viruses; longer ones are held. */
export interface LookedThrough {
  searchedBytes: number
  /** undefined where there is no virus scanner */
  scannedBytes: number | undefined
}

/**
 * What is known of a file before it is sent, so that nobody waits for two gigabytes to hear it: one that is
 * too long to be searched is never taken for a clean one.
 */
export function toldBeforeSending(
  file: { bytes: number; mediaType: string },
  { searchedBytes, scannedBytes }: LookedThrough,
): string[] {
  const holdsWords = !/^(?:audio|video)\//.test(file.mediaType)
  const told = []
  if (holdsWords && file.bytes > searchedBytes) {
    told.push(
      `It is longer than the ${sizeInWords(searchedBytes)} that can be searched for what tells who a child is: only you will see it until you have said why it tells nobody.`,
    )
  }
  if (scannedBytes !== undefined && file.bytes > scannedBytes) {
    told.push(
      `It is longer than the ${sizeInWords(scannedBytes)} that the virus scanner looks through: only you will see it until the scanner looks through more.`,
    )
  }
  return told
}
