/**
 * A file is text where its letters are ones that people write: none is zero, and of two hundred at most one
 * is a control letter that is no white space. Whoever recognises a file and whoever searches it ask the same,
 * so that nothing is taken for text in which then no words are found.
 *
 * Source: PRODUCT rule 8. What calls itself sixteen-bit text says so in its first two bytes (Unicode, 23.8).
 */

/** The letters that stand for no sign; tabs, ends of lines and pages are white space. */
export function controlsIn(text: string): number {
  let controls = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 9 || (code > 13 && code < 32)) controls += 1
  }
  return controls
}

export const isMostlyText = ({ letters, controls }: { letters: number; controls: number }) =>
  controls <= letters / 200

export type SixteenBits = 'utf-16le' | 'utf-16be'

/** The encoding of sixteen-bit text, by the mark that it begins with. */
export function sixteenBitMark(bytes: Uint8Array): SixteenBits | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** Whether a text is an email, by its headers. */
export function isEmail(text: string): boolean {
  const headers = text.split(/\r?\n\r?\n/, 1)[0]!
  return (
    headers.split(/\r?\n/).every((line) => /^(?:[!-9;-~]+:|[ \t])/.test(line)) &&
    /^From:/im.test(headers) &&
    /^(?:Received|MIME-Version|Message-ID):/im.test(headers)
  )
}
