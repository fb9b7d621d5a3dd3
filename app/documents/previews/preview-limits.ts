/** What a preview may hold, so that its page stays one that a telephone can open. */
export const previewLimits = {
  milliseconds: 30_000,
  /** dots of a picture as it lies in the file: 100 million are 10,000 by 10,000 */
  dots: 100_000_000,
  /** of a HEIC, which lies in memory whole: a telephone takes 12 or 24 million; measured at 290 MB */
  dotsOfHeic: 30_000_000,
  /** how large a picture is drawn, at most, in either direction */
  drawn: 1_600,
  lines: 500,
  letters: 60_000,
  /** words of one page of a PDF */
  lettersOnPage: 12_000,
  /** paragraphs, headings, items of lists and rows of tables of a document */
  blocks: 500,
  /** of each sheet */
  rows: 100,
  columns: 20,
  lettersInCell: 300,
  /** of all sheets together; the sheets beyond are named */
  cells: 5_000,
}
