/** Two texts are the same words when they differ only in white space and in the shape of quotes and dashes.
 *  Source: DOMAIN 1.3, PDF text traps. */

const singleQuotes = /[\u2018\u2019\u201A\u201B\u2032\u02BC`]/g
const doubleQuotes = /[\u201C\u201D\u201E\u201F\u2033]/g
const dashes = /[\u2010-\u2015\u2212\u00AD]/g

/** Quotes and dashes in one shape each; the length of the text stays the same. */
export const withPlainMarks = (text: string): string =>
  text.replace(singleQuotes, "'").replace(doubleQuotes, '"').replace(dashes, '-')

/** For telling headings and labels: lower case, plain marks, single spaces. */
export const folded = (text: string): string =>
  withPlainMarks(text).toLowerCase().replace(/\s+/g, ' ').trim()

/** For telling whether two readings are the same words: no white space, no hyphens, quotes alike. */
export const bareWords = (text: string): string =>
  withPlainMarks(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s-]+/g, '')
