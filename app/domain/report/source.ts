/** A document as the reader sees it: lines with the place where they stand on the page.
 *  Every format comes down to this, so that the rules of reading know nothing of PDF or Word. */

/** One run of words on one line and in one column. Two columns on one line are two source lines. */
export type SourceLine = {
  /** 1-based. Documents without pages (DOCX, HTML, pasted text) are one page. */
  page: number
  /** 0-based within the page, top to bottom, then left to right. */
  line: number
  text: string
  /** Points from the left edge to the first letter. */
  x: number
  /** Points from the top edge to the baseline. */
  y: number
  /** Type size in points. */
  size: number
  /** Points from the left edge to the end of the last letter. */
  right: number
  bold?: boolean
  /** Says only which lines share a typeface; the name itself means nothing. */
  font?: string
  /** A raised number that stood at the start (a footnote) or elsewhere (a reference to one). Not part of the text. */
  raised?: { text: string; atStart: boolean }[]
}

export type SourceDocument = {
  format: 'pdf' | 'docx' | 'html' | 'text'
  pages: number
  lines: SourceLine[]
  /** Width and height in points, by page number minus one; only where the format has pages. */
  pageSizes?: { width: number; height: number }[]
}

/** Pasted words and Word files have no pages that anybody could turn to. */
export const hasPages = ({ format }: Pick<SourceDocument, 'format'>): boolean => format === 'pdf'
