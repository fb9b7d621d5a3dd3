import { Parts } from '../tables/zip-reader.server'
import { textOf } from '../what-it-is.server'
import type { ReadPacked } from './email-pieces'
import { wordsOfMarkup } from './markup-words'
import type { Pieces } from './pieces'
import { pivotPieces } from './pivot-pieces.server'
import { readableWords } from './readable-words'
import { placesInSheet, WordsOfPart } from './words-of-part'

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
    const isRead = new Set([
      ...(parts.has('xl/workbook.xml') ? await readSheets(path, pieces) : []),
      ...(await pivotPieces(parts, pieces)),
    ])
    for (const name of parts.names()) {
      if (isRead.has(name) || withoutWords.test(name)) continue
      if (/\.(?:xml|rels)$/i.test(name)) await readPart(parts, name, pieces)
      else if (!name.endsWith('/')) await readPackedPart(parts, name, pieces, readPacked)
    }
  } finally {
    parts.close()
  }
}

/** Only workbooks need what follows the formats of numbers: it is loaded with the first of them. */
async function readSheets(path: string, pieces: Pieces): Promise<readonly string[]> {
  const { sheetPieces } = await import('./sheet-pieces.server')
  return sheetPieces(path, pieces)
}

// Looks and lists of parts.
const withoutWords =
  /^\[Content_Types\]\.xml$|^docProps\/thumbnail\.\w+$|\/printerSettings\d*\.bin$|\.(?:odttf|fntdata|ttf|otf)$|^(?:word|ppt)\/(?:.*\/)?(?:styles|stylesWithEffects|fontTable|webSettings|tableStyles|viewProps)\.xml$|^xl\/calcChain\.xml$|(?:^|\/)theme\//i

/** Parts of how a document looks; what somebody wrote into one stands on every slide or sheet. */
const looks =
  /^xl\/(?:styles|tableStyles)\.xml$|^ppt\/(?:slideLayouts|slideMasters|notesMasters|handoutMasters)\//i

const knownParts: readonly [RegExp, (number: string) => string][] = [
  [/^word\/document\.xml$/i, () => 'the text'],
  [/^word\/comments.*\.xml$/i, () => 'a comment'],
  [/^word\/header\d*\.xml$/i, () => 'a header'],
  [/^word\/footer\d*\.xml$/i, () => 'a footer'],
  [/^word\/footnotes\.xml$/i, () => 'a footnote'],
  [/^word\/endnotes\.xml$/i, () => 'an endnote'],
  [/^word\/settings\.xml$/i, () => 'the settings of the document'],
  [/^ppt\/slides\/slide(\d+)\.xml$/i, (number) => `slide ${number}`],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/i, () => 'the notes of a slide'],
  [/^ppt\/(?:comments\/.*|commentAuthors|authors)\.xml$/i, () => 'a comment on a slide'],
  [/^ppt\/slide(?:Layouts|Masters)\//i, () => 'the layout of slides'],
  [/^ppt\/(?:notes|handout)Masters\//i, () => 'the layout of notes and handouts'],
  [/^xl\/(?:comments\d*|threadedComments\/.*|comments\/.*)\.xml$/i, () => 'a comment on a cell'],
  [/^xl\/persons\//i, () => 'the name of who commented on a cell'],
  [/^xl\/workbook\.xml$/i, () => 'the names in the workbook'],
  [/^xl\/sharedStrings\.xml$/i, () => 'the words that cells share'],
  [/^xl\/drawings\//i, () => 'a drawing on a sheet'],
  [/^xl\/chartsheets\//i, () => 'a sheet of a chart'],
  [/^xl\/worksheets\/[^/]*\.xml$/i, () => 'a sheet that the workbook no longer lists'],
  [/^xl\/externalLinks\//i, () => 'what is kept of another workbook'],
  [/^xl\/pivotTables\//i, () => 'a pivot table'],
  [/^xl\/(?:slicers|slicerCaches|timelines|timelineCaches)\//i, () => 'a slicer'],
  [/^xl\/tables\//i, () => 'the headings of a table'],
  [/^xl\/(?:connections|queryTables\/.*)\.xml$/i, () => 'a connection of the workbook'],
  [/^xl\/revisions\//i, () => 'a change that is still kept'],
  [/^xl\/styles\.xml$/i, () => 'a format of the workbook'],
  [/^(?:word|ppt|xl)\/(?:charts|chartex)\//i, () => 'a chart'],
  [/^(?:word|ppt|xl)\/diagrams\//i, () => 'a diagram'],
  [/^docProps\//i, () => 'the document’s properties'],
  [/^customXml\//i, () => 'data kept with the document'],
  [/\.rels$/i, () => 'where a link leads'],
]

function whereIs(name: string): string {
  for (const [pattern, say] of knownParts) {
    const match = pattern.exec(name)
    if (match) return say(match[1] ?? '')
  }
  return 'another part of the document'
}

async function readPart(parts: Parts, name: string, pieces: Pieces): Promise<void> {
  if (/\.rels$/i.test(name)) return readLinks(parts, name, pieces)
  const words = new WordsOfPart(whereIs(name), {
    ...(/^xl\/\w+sheets\//i.test(name) ? { places: placesInSheet } : {}),
    isProperties: /^docProps\//i.test(name),
    isCustom: /^customXml\/item\d*\.xml$/i.test(name),
    isLook: looks.test(name),
  })
  await parts.read(name, words)
  words.tell(pieces)
}

async function readLinks(parts: Parts, name: string, pieces: Pieces): Promise<void> {
  let text = ''
  await parts.read(name, {
    open: (_element, { TargetMode, Target }) => {
      if (TargetMode === 'External') text += `${linkInWords(Target)}\n`
    },
  })
  pieces.add(whereIs(name), text)
}

/** A link with its spaces and letters as people read them. */
function linkInWords(target = ''): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** A part that is no XML: a picture, a recording, another document. What it is, its content says. */
async function readPackedPart(
  parts: Parts,
  name: string,
  pieces: Pieces,
  readPacked: ReadPacked,
): Promise<void> {
  const bytes = await parts.bytes(name)
  if (/\.(?:vml|svg)$/i.test(name)) {
    const markup = textOf(bytes)
    if (markup === undefined) pieces.addUnsearched('unread-kind', 'a drawing')
    else pieces.add('a drawing', wordsOfMarkup(markup))
  } else if (/\.(?:emf|wmf)$|\/(?:activeX|customProperty)[^/]*\.bin$/i.test(name)) {
    pieces.add('a drawing or a control', readableWords(bytes).join('\n\n'))
  } else {
    const isMedia = /\/media\//i.test(name)
    await readPacked(bytes, isMedia ? 'a picture or recording in it' : 'a document embedded in it')
  }
}
