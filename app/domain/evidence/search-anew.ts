/**
 * A file is searched anew when what is looked for has changed since it was searched: Waymark's own rules
 * were mended, or the council set others. What is found then is held as it would be when it comes, save
 * what was said of it before; evidence that was accepted stays accepted.
 *
 * Source: PRODUCT rule 8; issue 4, "until the check has run, only the uploader sees the file"; decision
 * 0032. In SQL: evidence_file_searches_rules_are_counted.
 */

/**
 * Which of Waymark's own rules a file is searched by. Whoever changes what is found in a file, or which
 * parts of it are read, counts on: every file that was added before is then searched anew.
 */
export const rulesOfSearch = 8

/** By what a file was searched. */
export interface SearchedBy {
  rules: number
  /** the council's settings; null where it had said nothing */
  settingsId: number | null
}

/** How far the search of older files has come, in a sentence. */
export function searchedSoFar({
  searched,
  waiting,
}: {
  searched: number
  waiting: number
}): string {
  const figure = (count: number) => count.toLocaleString('en-GB')
  if (searched + waiting === 0) return 'There are no files of evidence yet.'
  if (waiting === 0) return `All ${figure(searched)} by what is looked for today.`
  return `${figure(searched)} of ${figure(searched + waiting)} by what is looked for today; ${figure(waiting)} wait their turn.`
}
