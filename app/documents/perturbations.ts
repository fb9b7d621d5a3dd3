import { listMark } from '~/domain/report/bullets'
import { bodyLines, linesByPage, pageHeight } from '~/domain/report/furniture'
import type { SourceDocument, SourceLine } from '~/domain/report/source'
import type { Chance } from './mutations'
import { sourceFromText } from './source-from-text'

/** For tests: the same report as another program, another year or another typist would have laid it out. The words are
 *  the same, so the reading must be. */
export type Perturbation = {
  named: string
  change: (source: SourceDocument, chance: Chance) => SourceDocument
  /** Something that told items apart is gone: an item may be read otherwise where it says that it is uncertain. */
  mayDoubt?: true
}

const between = (chance: Chance, least: number, most: number): number =>
  least + chance() * (most - least)

export const perturbations: readonly Perturbation[] = [
  { named: 'moved on the page', change: moved },
  { named: 'each page moved apart', change: pagesMoved },
  { named: 'set larger or smaller', change: scaled },
  { named: 'other list marks', change: otherMarks },
  { named: 'list marks drawn as pictures', change: withoutMarks, mayDoubt: true },
  { named: 'bold list items', change: boldItems },
  { named: 'lines broken elsewhere', change: rewrapped },
  { named: 'pages broken elsewhere', change: repaginated },
  { named: 'no page numbers', change: withoutPageNumbers },
  { named: 'plain quotes and dashes', change: plainMarks },
  { named: 'other names of typefaces', change: otherFaces },
  { named: 'all on one long page', change: onOnePage },
  { named: 'places shaken a little', change: shaken },
  { named: 'copied out and pasted', change: pasted },
]

const withLines = (source: SourceDocument, lines: SourceLine[]): SourceDocument => {
  const counts = new Map<number, number>()
  return {
    ...source,
    lines: lines.map((line) => {
      const count = counts.get(line.page) ?? 0
      counts.set(line.page, count + 1)
      return { ...line, line: count }
    }),
  }
}

function moved(source: SourceDocument, chance: Chance): SourceDocument {
  const x = between(chance, -25, 25)
  const y = between(chance, -8, 8)
  return {
    ...source,
    lines: source.lines.map((line) => ({
      ...line,
      x: line.x + x,
      right: line.right + x,
      y: line.y + y,
    })),
  }
}

/** As where left and right pages have margins of their own. */
function pagesMoved(source: SourceDocument, chance: Chance): SourceDocument {
  const by = between(chance, 5, 12)
  return {
    ...source,
    lines: source.lines.map((line) => {
      const x = line.page % 2 === 0 ? by : 0
      return { ...line, x: line.x + x, right: line.right + x }
    }),
  }
}

function scaled(source: SourceDocument, chance: Chance): SourceDocument {
  const by = between(chance, 0.8, 1.25)
  return {
    ...source,
    lines: source.lines.map((line) => ({
      ...line,
      x: line.x * by,
      right: line.right * by,
      y: line.y * by,
      size: Math.round(line.size * by * 10) / 10,
    })),
    ...(source.pageSizes
      ? {
          pageSizes: source.pageSizes.map(({ width, height }) => ({
            width: width * by,
            height: height * by,
          })),
        }
      : {}),
  }
}

const itemMarks = ['•', '●', '▪', '\uF0B7', '\uF0A7', '➢', '–', '■', '*', 'o']
const partMarks = ['–', '-', 'o', '‑', '›', '◦']

/** Items get one mark and parts another, as a person chooses them. */
function otherMarks(source: SourceDocument, chance: Chance): SourceDocument {
  const item = itemMarks[Math.floor(chance() * itemMarks.length)]!
  const part = partMarks.filter((mark) => mark !== item)[Math.floor(chance() * 5)]!
  return {
    ...source,
    lines: source.lines.map((line) => {
      const mark = listMark(line.text)
      if (mark === '') return line
      const isDash = /^[-\u2010-\u2015\u2212o]/.test(mark)
      return { ...line, text: `${isDash ? part : item} ${line.text.slice(mark.length)}` }
    }),
  }
}

/** A drawn mark is no letter: the words stand where the item's other lines stand. */
function withoutMarks(source: SourceDocument): SourceDocument {
  return withLines(
    source,
    source.lines
      .map((line, index, all) => {
        const mark = listMark(line.text)
        if (mark === '') return line
        const below = all.slice(index + 1, index + 9).find((other) => listMark(other.text) === '')
        const hang = below && below.x > line.x + 6 && below.x < line.x + 40 ? below.x : line.x + 18
        return { ...line, text: line.text.slice(mark.length), x: hang }
      })
      .filter((line) => line.text !== ''),
  )
}

function boldItems(source: SourceDocument): SourceDocument {
  return {
    ...source,
    lines: source.lines.map((line) => (listMark(line.text) ? { ...line, bold: true } : line)),
  }
}

/** The same paragraphs in a narrower column: a paragraph goes on where the next line stands a usual line below it. */
function rewrapped(source: SourceDocument, chance: Chance): SourceDocument {
  const narrower = between(chance, 0.7, 0.95)
  const lines: SourceLine[] = []
  const heights: { width: number; height: number }[] = []
  for (const page of linesByPage(source.lines)) {
    const height = pageHeight(source, page[0]!.page)
    const foot = page.filter((line) => line.y > 0.88 * height)
    const body = page.filter((line) => line.y <= 0.88 * height)
    let down = 0
    for (const block of blocksIn(body)) {
      const leading = block.length > 1 ? block[1]!.y - block[0]!.y : 1.2 * block[0]!.size
      const broken = brokenAnew(block, narrower)
      for (const [index, line] of broken.entries()) {
        lines.push({ ...line, y: block[0]!.y + down + index * leading })
      }
      down += (broken.length - block.length) * leading
    }
    for (const line of foot) lines.push({ ...line, y: line.y + down })
    heights[page[0]!.page - 1] = {
      width: source.pageSizes?.[page[0]!.page - 1]?.width ?? 595,
      height: height + down,
    }
  }
  const pageSizes = Array.from(
    { length: source.pages },
    (_, page) => heights[page] ?? source.pageSizes?.[page] ?? { width: 595, height: 842 },
  )
  return { ...withLines(source, lines), pageSizes }
}

/** Lines of one paragraph: alone on their height, at one leading, in one size, the later ones at one left edge. */
function blocksIn(page: readonly SourceLine[]): SourceLine[][] {
  const blocks: SourceLine[][] = []
  const alone = (line: SourceLine): boolean =>
    page.every((other) => other === line || Math.abs(other.y - line.y) > 3)
  for (const line of page) {
    const block = blocks.at(-1)
    const last = block?.at(-1)
    const gap = last ? line.y - last.y : 0
    const goesOn =
      block !== undefined &&
      last !== undefined &&
      alone(line) &&
      alone(last) &&
      line.size === last.size &&
      line.bold === last.bold &&
      listMark(line.text) === '' &&
      !/^\d{1,3}[.)]\s/.test(line.text) &&
      gap > 0 &&
      gap < 1.32 * line.size &&
      (block.length === 1 ? line.x >= last.x - 1 : Math.abs(line.x - last.x) < 1) &&
      last.right > 430
    if (goesOn) block.push(line)
    else blocks.push([line])
  }
  return blocks
}

function brokenAnew(block: readonly SourceLine[], narrower: number): SourceLine[] {
  if (block.length < 2) return [...block]
  const first = block[0]!
  const hang = block[1]!
  const letter = (first.right - first.x) / Math.max(1, first.text.length)
  const edge = hang.x + (Math.max(...block.map((line) => line.right)) - hang.x) * narrower
  const words = block.flatMap((line) => line.text.split(' '))
  const lines: SourceLine[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last && last.x + (last.text.length + 1 + word.length) * letter <= edge) {
      last.text += ` ${word}`
      last.right = last.x + last.text.length * letter
    } else {
      const model = lines.length === 0 ? first : hang
      lines.push({ ...model, text: word, right: model.x + word.length * letter })
    }
  }
  return lines
}

/** Shorter pages, so that lists are broken at other places. */
function repaginated(source: SourceDocument, chance: Chance): SourceDocument {
  const room = between(chance, 300, 600)
  const lines: SourceLine[] = []
  let page = 1
  let y = 90
  let before: SourceLine | undefined
  for (const line of bodyLines(source)) {
    const gap = before === undefined ? 0 : line.page === before.page ? line.y - before.y : 14.5
    if (before !== undefined && line.page === 1 && before.page !== 1) continue
    y += Math.max(gap, gap < -3 ? 14.5 : gap)
    // Columns that stand on one height stay together, and so does the first page with its table.
    const leavesFirst = before?.page === 1 && line.page > 1
    if (leavesFirst || (gap > 3 && y > 90 + room && line.page > 1)) {
      page += 1
      y = 90
    }
    lines.push({ ...line, page, y })
    before = line
  }
  return {
    ...withLines(source, lines),
    pages: page,
    pageSizes: Array.from({ length: page }, (_, at) => ({
      width: 595,
      height: at === 0 ? 20_000 : 842,
    })),
  }
}

function withoutPageNumbers(source: SourceDocument): SourceDocument {
  return withLines(
    source,
    source.lines.filter((line) => !/^\s*\d{1,3}\s*$/.test(line.text)),
  )
}

function plainMarks(source: SourceDocument): SourceDocument {
  return {
    ...source,
    lines: source.lines.map((line) => ({
      ...line,
      text: line.text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-'),
    })),
  }
}

function otherFaces(source: SourceDocument): SourceDocument {
  return {
    ...source,
    lines: source.lines.map((line) =>
      line.font ? { ...line, font: `F${line.font.length}` } : line,
    ),
  }
}

/** As when all was copied into one file without pages. */
function onOnePage(source: SourceDocument): SourceDocument {
  const height = 842
  return {
    ...withLines(
      source,
      bodyLines(source).map((line) => ({ ...line, page: 1, y: line.y + (line.page - 1) * height })),
    ),
    pages: 1,
    pageSizes: [{ width: 595, height: height * source.pages }],
  }
}

/** Scanners and converters place each run a little off. */
function shaken(source: SourceDocument, chance: Chance): SourceDocument {
  return {
    ...source,
    lines: source.lines.map((line) => {
      const x = between(chance, -0.8, 0.8)
      return {
        ...line,
        x: line.x + x,
        right: line.right + x,
        y: line.y + between(chance, -0.6, 0.6),
      }
    }),
  }
}

/** Without type, each row a line, columns parted by spaces, a blank line where a gap was. */
function pasted(source: SourceDocument): SourceDocument {
  const sheets = linesByPage(source.lines).map((page) => {
    const rows: string[] = []
    let before: SourceLine | undefined
    for (const line of page) {
      const column = ' '.repeat(Math.max(0, Math.round((line.x - 40) / 4)))
      if (before && Math.abs(line.y - before.y) < 3) {
        rows[rows.length - 1] = `${rows.at(-1)!}   `.padEnd(column.length) + line.text
      } else {
        if (before && line.y - before.y > 1.5 * line.size) rows.push('')
        const note = line.raised?.find(({ atStart }) => atStart)
        rows.push(column + (note ? `${note.text} ` : '') + line.text)
      }
      before = line
    }
    return rows.join('\n')
  })
  return sourceFromText(sheets.join('\f'))
}
