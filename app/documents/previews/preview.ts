/** What a preview is made of: words alone, beside the sizes of the pictures that are drawn when they are asked for. */
export type Preview =
  | { is: 'pages'; pages: PreviewPage[]; inAll: number }
  | { is: 'picture'; width: number; height: number }
  | { is: 'text'; text: string; isCut: boolean }
  | { is: 'document'; blocks: DocumentBlock[]; isCut: boolean; pictures: number }
  | {
      is: 'email'
      messages: PreviewedMessage[]
      attached: PreviewedAttachment[]
      isCut: boolean
    }
  | { is: 'slides'; slides: PreviewedSlide[]; comments: string[]; pictures: number; isCut: boolean }
  | { is: 'tables'; tables: PreviewTable[]; hidden: string[]; unshown: string[] }

export interface PreviewPage {
  /** in dots, as it is drawn */
  width: number
  height: number
  words: string
  /** what is filled in or noted on it */
  notes: string[]
}

export type DocumentBlock =
  | { is: 'heading'; level: number; text: string }
  | { is: 'paragraph'; text: string }
  | { is: 'list'; list: DocumentList }
  | { is: 'table'; rows: DocumentCell[][] }

export interface DocumentList {
  isOrdered: boolean
  items: { text: string; lists: DocumentList[] }[]
}

export interface DocumentCell {
  text: string
  isHead: boolean
  /** how many columns and rows it stands in */
  across: number
  down: number
}

/** An email, or one that was sent on within it. */
export interface PreviewedMessage {
  /** who wrote to whom, when and about what, as far as it says so */
  heads: { name: string; words: string }[]
  text: string
}

export interface PreviewedAttachment {
  /** in its quotation marks, as the search for identifiers tells it */
  name: string
  kind: string
}

export interface PreviewedSlide {
  /** as the file counts them */
  number: number
  text: string
  notes: string
  isHidden: boolean
}

export interface PreviewTable {
  name: string
  /** with the number that the file gives each row */
  rows: { row: number; cells: string[] }[]
  /** what the columns shown are called, A, B, C, as far as the widest row goes */
  columns: string[]
  hasMoreRows: boolean
  hasMoreColumns: boolean
  hiddenRows: number
  /** that hold something in the rows above */
  hiddenColumns: number
}
