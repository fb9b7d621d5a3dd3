import type { Parts } from '../tables/zip-reader.server'
import type { Pieces } from './pieces'

/**
 * The data that a workbook keeps for its pivot tables, also of rows that were deleted from the sheet or
 * that never were in this workbook: row by row under the headings, so that a date of birth stands under
 * its own. Answers with the parts that were read.
 */
export async function pivotPieces(parts: Parts, pieces: Pieces): Promise<readonly string[]> {
  const read: string[] = []
  for (const definition of [...parts.names()].filter((name) => isDefinition.test(name))) {
    const headings = await fieldsOf(parts, definition, pieces)
    const records = await recordsOf(parts, definition)
    for (const name of records) await rowsOf(parts, name, headings, pieces)
    read.push(definition, ...records)
  }
  return read
}

const isDefinition = /^xl\/pivotCache\/[^/]*Definition[^/]*\.xml$/i
const where = 'the kept data of a pivot table'

/** The headings; the values that each field was ever given are told under its own. */
async function fieldsOf(parts: Parts, definition: string, pieces: Pieces): Promise<string[]> {
  const headings: string[] = []
  let text = ''
  let isInField = false
  await parts.read(definition, {
    open: (element, attributes) => {
      if (element === 'cacheField') {
        isInField = true
        headings.push(attributes.name ?? '')
        text += '\n'
      }
      for (const words of wordsOf(attributes)) {
        // As a table of one column: a heading is known by standing in a row of cells.
        text += `${oneLine(words)}${isInField ? '\t' : ''}\n`
      }
    },
    close: (element) => {
      if (element === 'cacheField') isInField = false
    },
  })
  pieces.add(where, text)
  return headings
}

/** In `v` stands a value; the rest are names, and where the data came from. */
const wordsOf = (attributes: Record<string, string>): string[] =>
  ['name', 'caption', 'formula', 'sheet', 'refreshedBy', 'v']
    .map((attribute) => attributes[attribute] ?? '')
    .filter((words) => words !== '')

async function recordsOf(parts: Parts, definition: string): Promise<string[]> {
  const links = definition.replace(/([^/]*)$/, '_rels/$1.rels')
  const folder = definition.replace(/[^/]*$/, '')
  const records: string[] = []
  await parts.read(links, {
    open: (_element, { Target = '', TargetMode }) => {
      if (TargetMode === 'External') return
      const name = Target.startsWith('/') ? Target.slice(1) : folder + Target
      if (parts.has(name)) records.push(name)
    },
  })
  return records
}

/** The rows; a value that a field lists was told there, and its cell is left empty. */
async function rowsOf(
  parts: Parts,
  records: string,
  headings: readonly string[],
  pieces: Pieces,
): Promise<void> {
  let text = headings.map(oneLine).join('\t')
  await parts.read(records, {
    open: (element, { v }) => {
      if (element === 'r') text += '\n'
      else if (element === 'x') text += '\t'
      else if (valuesOfRows.has(element)) text += `${oneLine(v ?? '')}\t`
    },
  })
  pieces.add(where, text)
}

const valuesOfRows = new Set(['s', 'n', 'd', 'b', 'e', 'm'])

const oneLine = (words: string): string => words.replace(/\s+/g, ' ')
