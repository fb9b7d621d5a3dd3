import { readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { fileKindTitle } from '~/domain/evidence/file-kinds'
import { dateFromParts, fullDate, months } from '~/domain/time/calendar-date'
import {
  emailPieces,
  headerOf,
  headersOfEmail,
  headersOfPart,
  textOfEmail,
} from '../checking/email-pieces'
import { seenOfMarkup } from '../checking/markup-words'
import { Pieces } from '../checking/pieces'
import { storable } from '../storable-text'
import { Refused } from '../tables/tables-read'
import { textOf } from '../what-it-is.server'
import type { Preview, PreviewedAttachment, PreviewedMessage } from './preview'
import { previewLimits } from './preview-limits'
import { Room } from './room'

/**
 * The words of an email, read as the search for identifiers reads them, so that nothing is told here that
 * was not searched. What is attached is named by what it is and not opened; of words that come as a page
 * too, the page is left away. Runs only in the reading process.
 */
export async function emailPreview(path: string): Promise<Preview> {
  const pieces = new Pieces()
  const attached: PreviewedAttachment[] = []
  const readPacked = async (bytes: Buffer, called: string) => {
    attached.push({ name: nameOf(called), kind: await kindOf(bytes) })
  }
  const raw = textOf(await readFile(path)) ?? ''
  await emailPieces(raw, pieces, readPacked, { wordsOf: seenOfMarkup })
  const messages: PreviewedMessage[] = []
  const room = new Room()
  for (const { where, text, isAgain = false } of pieces.all) {
    if (where === headersOfEmail || where === headersOfPart) {
      const heads = headsIn(text)
      if (messages.length === 0 || heads.length > 0) messages.push({ heads, text: '' })
    } else if (where === textOfEmail && !isAgain) {
      const message = messages.at(-1)!
      message.text = `${message.text}\n\n${room.fit(text)}`.trim()
    } else if (/^the attachment “/.test(where)) {
      attached.push({ name: nameOf(where), kind: 'Text' })
    }
  }
  const isEmpty = messages.every(({ heads, text }) => heads.length === 0 && text === '')
  if (isEmpty && attached.length === 0) throw new Refused('empty')
  return {
    is: 'email',
    messages,
    attached: attached.slice(0, previewLimits.rows),
    isCut: room.isFull,
  }
}

/** What a reader looks for in the head of an email, in that order. */
const heads: readonly [header: string, name: string][] = [
  ['from', 'From'],
  ['to', 'To'],
  ['cc', 'Copied to'],
  ['date', 'Sent'],
  ['subject', 'Subject'],
]

const headsIn = (headers: string): PreviewedMessage['heads'] =>
  heads
    .map(([header, name]) => {
      const says = storable(headerOf(headers, header)).slice(0, previewLimits.lettersInCell)
      return { name, words: header === 'date' ? sentInWords(says) : says }
    })
    .filter(({ words }) => words !== '')

/** "Mon, 20 Oct 2025 09:14:05 +0100" as people say it, by the clock of whoever sent it; else as it is written. */
function sentInWords(date: string): string {
  const [, day, month = '-', year, time] =
    /^(?:[A-Z][a-z]{2}, ?)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d)/.exec(date) ?? []
  const inYear = months.findIndex((name) => name.startsWith(month)) + 1
  const on = dateFromParts(Number(year), inYear, Number(day))
  return on ? `${fullDate(on)}, ${time}` : date
}

const nameOf = (where: string): string =>
  storable(/“(.*)”/s.exec(where)?.[1] ?? '').slice(0, previewLimits.lettersInCell)

async function kindOf(bytes: Buffer): Promise<string> {
  const mediaType = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  return mediaType ? fileKindTitle(mediaType) : textOf(bytes) === undefined ? 'File' : 'Text'
}
