const longest = 200

// Controls, and the marks that turn the direction of writing and so hide what a name ends in; the
// joiner within emoji stays.
const unseen = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029]|(?!\u200d)\p{Cf}/gu

/** A name as its sender sees it: without folders and what is not seen. May be empty. */
export const seenName = (given: string): string =>
  (given.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')

/**
 * A name as it may be shown and downloaded: no folders, nothing invisible, at most 200 characters
 * (UTF-16 units, no sign cut in two), ending as its content says.
 * @param endings without the dot; a name with none of them gets the first
 */
export function cleanFileName(given: string, endings: readonly [string, ...string[]]): string {
  const seen = seenName(given)
  const ending = /\.([^.]+)$/.exec(seen)?.[1]
  const isRight = ending !== undefined && endings.includes(ending.toLowerCase())
  const stem = isRight ? seen.slice(0, -ending.length - 1).trimEnd() : seen
  const tail = `.${isRight ? ending : endings[0]}`
  return cut(stem === '' ? 'File' : stem, longest - tail.length) + tail
}

const signs = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const { segment } of signs.segment(text)) {
    if (kept.length + segment.length > length) break
    kept += segment
  }
  return kept
}
