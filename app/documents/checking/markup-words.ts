/**
 * The words of HTML and its like, and after them those that nobody sees on the page: what stands in comments,
 * what is told in place of a picture, what a field holds and where a link leads.
 */
export function wordsOfMarkup(markup: string): string {
  const comments: string[] = []
  const shown = markup.replace(/<!--([\s\S]*?)(?:-->|$)/g, (_, comment: string) => {
    comments.push(comment)
    return ''
  })
  return [shown, ...comments]
    .flatMap((part) => [withoutTags(part), ...told(part).map(lettersOf)])
    .filter((words) => words.trim() !== '')
    .join('\n')
}

/** The words of a page as somebody reads it, and nothing that stands in it for the program that shows it. */
export const seenOfMarkup = (markup: string): string =>
  withoutTags(
    markup.replace(/<!--[\s\S]*?-->|<(style|script|title)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, ''),
  ).replace(
    /&(lt|gt|quot|apos|lsquo|rsquo|ldquo|rdquo|pound|hellip|amp);/g,
    (_, name: string) => signs[name]!,
  )

const signs: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', quot: '"', apos: "'", lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
  ...{ pound: '£', hellip: '…', amp: '&' },
}

const withoutTags = (markup: string): string =>
  lettersOf(
    markup
      .replace(/<(?:\/(?:p|div|tr|li|h\d)|br\s?\/?)>/gi, '\n')
      .replace(/<\/t[dh]>/gi, '\t')
      .replace(/<[^<>]*>/g, ''),
  )

const tells =
  /[\s:](?:alt|title|string|aria-label|content|value|href)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

const told = (markup: string): string[] =>
  [...markup.matchAll(tells)].map(([, double, single]) => withoutEscapes(double ?? single ?? ''))

/** An address with its spaces and letters as people read them. */
function withoutEscapes(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}

// Those that stand between the groups of a number; letters and figures have no names that anybody uses.
const named: Readonly<Record<string, string>> = {
  ...{ nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', shy: '\u00ad' },
  ...{ hyphen: '\u2010', dash: '\u2010', ndash: '–', mdash: '—', minus: '\u2212', Tab: '\t' },
  ...{ sol: '/', period: '.', colon: ':', num: '#', NewLine: '\n', zwj: '\u200d', zwnj: '\u200c' },
}

const lettersOf = (words: string): string =>
  words.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )
