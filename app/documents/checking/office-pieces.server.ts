import { type Cell, wordsOf } from '~/domain/bring-in/cell'
import { xlsxTables } from '../tables/xlsx-tables.server'
import { Parts } from '../tables/zip-reader.server'
import { textOf } from '../what-it-is.server'
import { type ReadPacked, withoutTags } from './email-pieces'
import type { Pieces } from './pieces'
import { readableWords } from './readable-words'

/**
 * Every part of an office document that holds words, also those that nobody sees on the page: what
 * was deleted with its track kept, comments, notes, hidden sheets, properties. A part that we do not
 * know by name is read like the others, so that nothing is left out because it is unusual.
 */
export async function officePieces(
  path: string,
  pieces: Pieces,
  readPacked: ReadPacked,
): Promise<void> {
  const parts = await Parts.open(path)
  try {
    for (const name of parts.names()) {
      if (withoutWords.test(name)) continue
      if (/\.(?:xml|rels)$/i.test(name)) await readPart(parts, name, pieces)
      else if (!name.endsWith('/')) await readPackedPart(parts, name, pieces, readPacked)
    }
    if (parts.has('xl/workbook.xml')) await sheets(path, pieces)
  } finally {
    parts.close()
  }
}

// Looks and lists of parts; the cells of sheets are read apart, with their places.
const withoutWords =
  /^\[Content_Types\]\.xml$|^docProps\/thumbnail\.\w+$|\/printerSettings\d*\.bin$|\.(?:odttf|fntdata|ttf|otf)$|(?:^|\/)(?:styles|stylesWithEffects|fontTable|webSettings|calcChain|sharedStrings|tableStyles|presProps|viewProps)\.xml$|(?:^|\/)theme\/|slide(?:Layouts|Masters)\/|xl\/worksheets\/sheet[^/]*\.xml$/i

const knownParts: readonly [RegExp, (number: string) => string][] = [
  [/^word\/document\.xml$/i, () => 'the text'],
  [/^word\/comments.*\.xml$/i, () => 'a comment'],
  [/^word\/header\d*\.xml$/i, () => 'a header'],
  [/^word\/footer\d*\.xml$/i, () => 'a footer'],
  [/^word\/footnotes\.xml$/i, () => 'a footnote'],
  [/^word\/endnotes\.xml$/i, () => 'an endnote'],
  [/^ppt\/slides\/slide(\d+)\.xml$/i, (number) => `slide ${number}`],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/i, () => 'the notes of a slide'],
  [/^ppt\/(?:comments\/.*|commentAuthors)\.xml$/i, () => 'a comment on a slide'],
  [/^xl\/(?:comments\d*|threadedComments\/.*|comments\/.*)\.xml$/i, () => 'a comment on a cell'],
  [/^xl\/workbook\.xml$/i, () => 'the names in the workbook'],
  [/^xl\/drawings\//i, () => 'a drawing on a sheet'],
  [/^xl\/pivotCache\//i, () => 'the kept data of a pivot table'],
  [/^docProps\//i, () => 'the document’s properties'],
  [/\.rels$/i, () => 'where a link leads'],
]

/** A part that is no XML: a picture, a recording, another document. What it is, its content says. */
async function readPackedPart(
  parts: Parts,
  name: string,
  pieces: Pieces,
  readPacked: ReadPacked,
): Promise<void> {
  const bytes = await parts.bytes(name)
  if (/\.(?:vml|svg)$/i.test(name)) {
    pieces.add('a drawing', withoutTags(textOf(bytes) ?? ''))
  } else if (/\.(?:emf|wmf)$|\/(?:activeX|customProperty)[^/]*\.bin$/i.test(name)) {
    pieces.add('a drawing or a control', readableWords(bytes).join('\n\n'))
  } else {
    const isMedia = /\/media\//i.test(name)
    await readPacked(bytes, isMedia ? 'a picture or recording in it' : 'a document embedded in it')
  }
}

function whereIs(name: string): string {
  for (const [pattern, say] of knownParts) {
    const match = pattern.exec(name)
    if (match) return say(match[1] ?? '')
  }
  return 'another part of the document'
}

// Where words end, so that those of two cells or paragraphs are never read as one number.
const endsLine = new Set(['p', 'tr', 'br', 'cr', 'comment', 'text', 'definedName', 'author', 'is'])

async function readPart(parts: Parts, name: string, pieces: Pieces): Promise<void> {
  let text = ''
  let deleted = ''
  const open: string[] = []
  const isLinks = /\.rels$/i.test(name)
  const isProperties = /^docProps\//i.test(name)
  await parts.read(name, {
    open: (element, attributes) => {
      open.push(element)
      if (isLinks) {
        if (attributes.TargetMode === 'External') text += `${linkInWords(attributes.Target)}\n`
        return
      }
      if (element === 'tab') text += '\t'
      // Names and what a pivot table keeps stand in attributes.
      for (const key of ['name', 'author', 'initials', 'descr', 'title', 'v']) {
        const value = Object.entries(attributes).find(
          ([given]) => given.slice(given.indexOf(':') + 1) === key,
        )?.[1]
        if (value) text += `\n${value}\n`
      }
    },
    text: (words) => {
      const inside = open.at(-1)
      if (inside === 'delText') deleted += words
      // White space between elements is the file's own.
      else if (inside === 't' || words.trim() !== '') text += words
    },
    close: (element) => {
      open.pop()
      if (element === 'tc') text += '\t'
      if (isProperties || endsLine.has(element)) {
        text += '\n'
        if (deleted !== '') deleted += '\n'
      }
    },
  })
  const where = whereIs(name)
  pieces.add(where, text)
  pieces.add(`a deletion that is still kept in ${where}`, deleted)
}

/** A link with its spaces and letters as people read them. */
function linkInWords(target = ''): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** The cells of every sheet, hidden ones too, row by row. */
async function sheets(path: string, pieces: Pieces): Promise<void> {
  let sheet: { where: string; lines: string[]; rows: number[] } | undefined
  const endSheet = () => {
    if (sheet) pieces.add(sheet.where, sheet.lines.join('\n'), sheet.rows)
  }
  await xlsxTables(path, {
    begin: (name, isHidden = false) => {
      endSheet()
      const where = isHidden ? `hidden ${name.replace(/^S/, 's')}` : name.replace(/^S/, 's')
      sheet = { where, lines: [], rows: [] }
      return {
        name,
        isHidden,
        rows: 0,
        columns: 0,
        merged: 0,
        formulas: 0,
        hiddenRows: 0,
        merges: [],
      }
    },
    row: (row: number, cells: Cell[]) => {
      sheet!.lines.push(Array.from(cells, (cell) => wordsOf(cell).replace(/\s+/g, ' ')).join('\t'))
      sheet!.rows.push(row)
    },
    drain: () => Promise.resolve(),
  })
  endSheet()
}
