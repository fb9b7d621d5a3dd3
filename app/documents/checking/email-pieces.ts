import { nameWithoutIdentifiers } from '~/domain/evidence/identifiers-in-file'
import type { Pieces } from './pieces'

/** Reads what is attached to an email or embedded in a document; `called` says what it is. */
export type ReadPacked = (bytes: Buffer, called: string) => Promise<void>

/** The headers of an email, each text it holds and what is attached, emails within emails too. */
export async function emailPieces(
  raw: string,
  pieces: Pieces,
  readPacked: ReadPacked,
  depth = 0,
): Promise<void> {
  // Deeper than anybody forwards: not read is not clean.
  if (depth > deepest) return pieces.addUnsearched('too-large')
  const end = /\r?\n\r?\n/.exec(raw)
  const headers = unfolded(end ? raw.slice(0, end.index) : raw)
  const body = end ? raw.slice(end.index + end[0].length) : ''
  pieces.add(depth === 0 ? 'the headers of the email' : 'the headers of a part', headers)
  const type = headerOf(headers, 'content-type')
  const boundary = /boundary="?([^";\n]+)"?/i.exec(type)?.[1]?.trim()
  if (boundary) {
    // What stands before the first mark and after the last is for programs that know no parts.
    const inner = body.split(`--${boundary}`).slice(1)
    if (inner.length > mostParts) pieces.addUnsearched('too-large')
    for (const part of inner.slice(0, mostParts)) {
      if (part.startsWith('--')) continue
      await emailPieces(part.replace(/^\s*?\r?\n/, ''), pieces, readPacked, depth + 1)
    }
    return
  }
  const encoding = headerOf(headers, 'content-transfer-encoding')
  if (/^message\/rfc822/i.test(type)) {
    const inner = /base64/i.test(encoding) ? Buffer.from(body, 'base64').toString('utf8') : body
    return emailPieces(inner, pieces, readPacked, depth + 1)
  }
  if (type !== '' && !/^text\//i.test(type)) {
    const name = /(?:file)?name\*?="?([^";\n]+)/i.exec(headers)?.[1]?.trim() ?? 'without a name'
    return readPacked(
      bytesOf(body, encoding),
      `the attachment “${nameWithoutIdentifiers(name).name}”`,
    )
  }
  const text = decoded(body, encoding, type)
  pieces.add('the text of the email', /html/i.test(type) ? wordsOfMarkup(text) : text)
}

const deepest = 8
const mostParts = 500

function bytesOf(body: string, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64')
  return /quoted-printable/i.test(encoding)
    ? fromQuotedPrintable(body)
    : Buffer.from(body, 'latin1')
}

const encodedWord = /=\?([^?\s]{1,40})\?([QB])\?([^?\s]*)\?=/gi

/** "=?UTF-8?Q?Plan_for_the_visit?=": how a header holds other letters than English ones. */
const unfolded = (headers: string): string =>
  headers
    .replace(/\r?\n[ \t]+/g, ' ')
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

const headerOf = (headers: string, name: string): string =>
  headers
    .split(/\r?\n/)
    .find((line) => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim() ?? ''

function decoded(body: string, encoding: string, type: string): string {
  const charset = /charset="?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8'
  if (/base64/i.test(encoding)) return inCharset(Buffer.from(body, 'base64'), charset)
  if (/quoted-printable/i.test(encoding)) return inCharset(fromQuotedPrintable(body), charset)
  return body
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

/** The words of HTML and of drawings, with what is told of a picture instead of it. */
export const wordsOfMarkup = (markup: string): string =>
  withoutTags(
    [
      markup,
      ...[
        ...markup.matchAll(/[\s:](?:alt|title|string|aria-label)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi),
      ].map(([, double, single]) => double ?? single),
    ].join('\n'),
  )

const withoutTags = (html: string): string =>
  html
    .replace(/<(?:\/(?:p|div|tr|li|h\d)|br\s?\/?)>/gi, '\n')
    .replace(/<\/t[dh]>/gi, '\t')
    .replace(/<[^<>]*>/g, '')
    .replace(/&nbsp;/gi, '\u00a0')
    .replace(/&#(\d{1,6});/g, (_, code: string) =>
      String.fromCodePoint(Math.min(Number(code), 0xffff)),
    )
