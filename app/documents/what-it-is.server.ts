import { fileTypeFromBuffer } from 'file-type'
import { controlsIn, isMostlyText, sixteenBitMark } from '~/domain/evidence/text-files'

/** What a file is, by its content. Its name is never asked. */
export type WhatItIs =
  | { type: 'pdf' | 'docx' | 'html' }
  | { type: 'text'; text: string }
  | { type: 'encrypted-office' }
  | { type: 'none'; found: string | undefined }

export async function whatItIs(bytes: Uint8Array): Promise<WhatItIs> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024))
  // Some programs put a few bytes before the PDF begins; every reader forgives them.
  if (head.includes('%PDF-')) return { type: 'pdf' }

  // The mark of sixteen-bit text looks like the beginning of an MP3.
  const found = sixteenBitMark(bytes)
    ? undefined
    : await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.ext === 'docx') return { type: 'docx' }
  if (found?.ext === 'cfb' && hasUtf16(bytes, 'EncryptedPackage'))
    return { type: 'encrypted-office' }
  // XML and the like are text that the library gives a name of its own.
  if (found && !/^(?:text\/|application\/(?:xml|xhtml))/.test(found.mime)) {
    return { type: 'none', found: found.ext }
  }

  const text = textOf(bytes)
  if (text === undefined || /^\s*\{\\rtf/.test(text)) return { type: 'none', found: found?.ext }
  return looksLikeHtml(text) ? { type: 'html' } : { type: 'text', text }
}

const looksLikeHtml = (text: string): boolean =>
  /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*(?:<!doctype html[^>]*>\s*)?<html)/i.test(text) ||
  (/^\s*<[a-z!]/i.test(text) && /<\/(?:p|div|body|h[1-6]|ul|table)>/i.test(text))

/** Undefined where the bytes are no text in any encoding that councils use. */
export function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decoderFor(bytes)
  if (decoded === undefined) return undefined
  if (decoded.includes('\0')) return undefined
  const controls = controlsIn(decoded)
  return isMostlyText({ letters: decoded.length, controls }) ? decoded : undefined
}

function decoderFor(bytes: Uint8Array): string | undefined {
  const marked = sixteenBitMark(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fromWindows1252(bytes)
  }
}

// What Windows puts at 0x80 to 0x9F. Node 20's own decoder takes them for control letters.
const windowsMarks = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'

function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (mark) => windowsMarks[mark.charCodeAt(0) - 0x80]!)
}

const hasUtf16 = (bytes: Uint8Array, word: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(word, 'utf16le'),
  )
