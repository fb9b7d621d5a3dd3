// A line end belongs to what is read: a number may be broken by one.
const words = /[\p{L}\p{N}\p{P}\p{Zs}\t\r\n]{4,}/gu
// Letters of Europe with their marks, and the spaces and dashes that stand between the groups of a number.
const notOurLetters = /[^\t\r\n\u0020-\u024f\u2000-\u206f\u3000]/g

/** The words in bytes of a form that we do not take apart: in one byte a letter, and in two, as Windows writes. */
export function readableWords(data: Buffer): string[] {
  const found = [...(data.toString('utf8').match(words) ?? [])]
  for (const offset of [0, 1]) {
    const wide = data
      .subarray(offset, data.length - ((data.length - offset) % 2))
      .toString('utf16le')
      .replace(notOurLetters, '\0')
    found.push(...(wide.match(words) ?? []))
  }
  return found
}
