/**
 * A cell of an export never begins with a sign that a spreadsheet takes for a formula; the apostrophe
 * put before it goes again when the export is brought in.
 *
 * Source: OWASP, "CSV Injection"; issue 3, "CSV injection on export". Words that begin with apostrophes
 * and then such a sign get one more, so that what goes out comes back as it was.
 */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/

export const guarded = (text: string): string => (risky.test(text) ? `'${text}` : text)

export const unguarded = (text: string): string =>
  text.startsWith("'") && risky.test(text) ? text.slice(1) : text
