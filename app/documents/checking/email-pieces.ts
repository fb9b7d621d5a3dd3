import { nameWithoutIdentifiers } from '~/domain/evidence/identifiers-in-file'
import { sixteenBitMark } from '~/domain/evidence/text-files'
import { textOf } from '../what-it-is.server'
import { wordsOfMarkup } from './markup-words'
import type { Pieces } from './pieces'

/** Reads what is attached to an email or embedded in a document; `called` says what it is. */
export type ReadPacked = (bytes: Buffer, called: string) => Promise<void>

/** The headers of an email, each text it holds and what is attached, emails within emails too. */
export async function emailPieces(
  raw: string,
  pieces: Pieces,
  readPacked: ReadPacked,
  {
    depth = 0,
    isAgain = false,
    wordsOf = wordsOfMarkup,
  }: { depth?: number; isAgain?: boolean; wordsOf?: (markup: string) => string } = {},
): Promise<void> {
  // Deeper than anybody forwards: not read is not clean.
  if (depth > deepest) return pieces.addUnsearched('too-large')
  const end = /\r?\n\r?\n/.exec(raw)
  const headers = unfolded(end ? raw.slice(0, end.index) : raw)
  const body = end ? raw.slice(end.index + end[0].length) : ''
  pieces.add(depth === 0 ? headersOfEmail : headersOfPart, headers)
  const type = headerOf(headers, 'content-type')
  const inner = /^multipart\//i.test(type) ? partsOf(body, type) : undefined
  if (inner && inner.length > 0) {
    if (inner.length > mostParts) pieces.addUnsearched('too-large')
    const areForms = /^multipart\/alternative/i.test(type)
    // A form without words leaves the saying to the next one.
    let isSaid = false
    for (const part of inner.slice(0, mostParts)) {
      const before = pieces.all.length
      await emailPieces(part.replace(/^\s*?\r?\n/, ''), pieces, readPacked, {
        depth: depth + 1,
        isAgain: isAgain || (areForms && isSaid),
        wordsOf,
      })
      isSaid ||= pieces.all.slice(before).some(({ where }) => where === textOfEmail)
    }
    return
  }
  const encoding = headerOf(headers, 'content-transfer-encoding')
  if (inner) {
    // Nothing cuts it, so its words are searched as they stand; what is packed in it stays unread.
    if (body.trim() !== '') pieces.addUnsearched('corrupt', textOfEmail)
    return pieces.add(
      textOfEmail,
      decoded(body, encoding, type) ?? body,
      isAgain ? { isAgain } : {},
    )
  }
  if (/^message\/rfc822/i.test(type)) {
    const isPacked = /base64|quoted-printable/i.test(encoding)
    const inner = isPacked ? textOf(bytesOf(body, encoding)) : body
    if (inner === undefined) return pieces.addUnsearched('unread-kind', 'an email within the email')
    return emailPieces(inner, pieces, readPacked, { depth: depth + 1, wordsOf })
  }
  const name = nameIn(headers) ?? 'without a name'
  const attachment = `the attachment “${nameWithoutIdentifiers(name).name}”`
  if (type !== '' && !/^text\/(?!rtf|richtext)/i.test(type)) {
    return readPacked(bytesOf(body, encoding), attachment)
  }
  const isAttached = /^attachment/i.test(headerOf(headers, 'content-disposition'))
  const where = isAttached ? `${attachment}: the text` : textOfEmail
  const written = decoded(body, encoding, type)
  if (written === undefined) return pieces.addUnsearched('unread-kind', where)
  const text = /html/i.test(type) ? wordsOf(written) : written
  pieces.add(where, text, isAgain ? { isAgain } : {})
}

export const headersOfEmail = 'the headers of the email'
export const headersOfPart = 'the headers of a part'
export const textOfEmail = 'the text of the email'

const deepest = 8
const mostParts = 500

/** The parts of an email between the lines that are its mark and nothing else; none where no line is. */
function partsOf(body: string, type: string): string[] {
  const boundary = /boundary="?([^";\n]+)"?/i.exec(type)?.[1]?.trim()
  if (!boundary) return []
  const escaped = boundary.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
  // The mark of a part within may begin as this one does: it is this one only to the end of the line.
  const mark = new RegExp(`^--${escaped}(?=(?:--)?[ \\t]*$)`, 'm')
  // What stands before the first mark and after the last is for programs that know no parts.
  return body
    .split(mark)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
}

function bytesOf(body: string, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64')
  return /quoted-printable/i.test(encoding)
    ? fromQuotedPrintable(body)
    : Buffer.from(body, 'latin1')
}

/** What a part is called; in quotation marks whatever stands between them. */
function nameIn(headers: string): string | undefined {
  const [, quoted, bare] = /name=(?:"((?:\\.|[^"\\\n])*)"|"?([^";\n]+))/i.exec(headers) ?? []
  return (quoted?.replace(/\\(.)/g, '$1') || bare)?.trim()
}

/**
 * A header with what it tells in pieces or in percent signs put together, before all else that it tells.
 * Source: RFC 2231, 3 and 4: filename*=UTF-8''Zo%C3%AB.pdf, or filename*0="Zo"; filename*1="e.pdf".
 */
export function withWholeNames(header: string): string {
  const found = new Map<string, { at: number; isCoded: boolean; says: string }[]>()
  const piece = /;\s*([a-z-]+)\*(?:(\d{1,4})(\*)?)?=\s*(?:"((?:\\.|[^"\\])*)"|([^;"]*))/gi
  const rest = header.replace(
    piece,
    (_, name: string, at?: string, star?: string, quoted?: string, bare = '') => {
      const says = quoted?.replace(/\\(.)/g, '$1') ?? bare.trim()
      const isCoded = at === undefined || star !== undefined
      const known = found.get(name.toLowerCase()) ?? []
      found.set(name.toLowerCase(), [...known, { at: Number(at ?? 0), isCoded, says }])
      return ''
    },
  )
  const whole = [...found].map(([name, pieces]) => {
    const inOrder = pieces.sort((one, other) => one.at - other.at)
    // The pieces are put together before they are read: a letter may be cut in two.
    const written = inOrder
      .map(({ isCoded, says }) => (isCoded ? says : says.replaceAll('%', '%25')))
      .join('')
    const [, charset, words] = inOrder[0]!.isCoded
      ? (/^([^']*)'[^']*'(.*)$/s.exec(written) ?? [])
      : []
    const says = inCharset(fromPercents(words ?? written), charset || 'utf-8')
    return `; ${name}="${says.replace(/[\r\n]/g, ' ').replace(/["\\]/g, '\\$&')}"`
  })
  return rest.replace(/^[^;]*/, (start) => start + whole.join(''))
}

const fromPercents = (words: string): Buffer =>
  Buffer.from(
    Buffer.from(words)
      .toString('latin1')
      .replace(/%([0-9A-F]{2})/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    'latin1',
  )

const encodedWord = /=\?([^?\s]{1,40})\?([QB])\?([^?\s]*)\?=/gi

/** "=?UTF-8?Q?Plan_for_the_visit?=": how a header holds other letters than English ones. */
const unfolded = (headers: string): string =>
  headers
    .replace(/\r?\n[ \t]+/g, ' ')
    .replace(/^content-(?:type|disposition):.*$/gim, withWholeNames)
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(new RegExp(`(?:${encodedWord.source})+`, 'gi'), (run) => {
      // Some programs cut a letter in two, so the bytes are put together before they are read.
      const words = [...run.matchAll(encodedWord)].map(([, charset = '', how, word = '']) => ({
        charset,
        bytes:
          how!.toUpperCase() === 'B'
            ? Buffer.from(word, 'base64')
            : fromQuotedPrintable(word.replace(/_/g, ' ')),
      }))
      return words
        .map(({ charset }, at) => {
          const isSame = (one: (typeof words)[number]) => one.charset === charset
          if (at > 0 && isSame(words[at - 1]!)) return ''
          const end = words.findIndex((one, later) => later > at && !isSame(one))
          const bytes = words.slice(at, end === -1 ? undefined : end).map((one) => one.bytes)
          return inCharset(Buffer.concat(bytes), charset)
        })
        .join('')
    })

/** What a header of that name says; nothing where there is none. */
export const headerOf = (headers: string, name: string): string =>
  headers
    .split(/\r?\n/)
    .find((line) => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim() ?? ''

/** The words of a part; undefined where its bytes are none in the charset that it says, or in any we know. */
function decoded(body: string, encoding: string, type: string): string | undefined {
  if (!/base64|quoted-printable/i.test(encoding)) return body
  const bytes = bytesOf(body, encoding)
  // Sixteen-bit text says so itself, whatever the header forgot to say.
  if (sixteenBitMark(bytes)) return textOf(bytes)
  const charset = /charset="?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8'
  const text = isKnown(charset) ? inCharset(bytes, charset) : textOf(bytes)
  return text?.includes('\0') ? undefined : text
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== ''
  } catch {
    return false
  }
}

const fromQuotedPrintable = (words: string): Buffer =>
  Buffer.from(
    words
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    'latin1',
  )

function inCharset(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
