import { gradeAtStart, gradeOf, type Grade } from './grades'
import { joinLines } from './paragraphs'
import type { SourceLine } from './source'

/** The table of judgements: the name at the left over several lines, its grade at the right, level with their middle.
 *  Source: DOMAIN 1.1. */

export type TableRow = { name: string; grade: Grade; page: number }

/** `beginsRow` says which lines at the left open a new name. */
export function judgementTable(
  lines: readonly SourceLine[],
  beginsRow: (text: string) => boolean,
): TableRow[] {
  const start = lines.findIndex(
    (line) => /^judge?ments?\b/i.test(line.text) && line.text.length < 40,
  )
  if (start === -1) return []
  const header = lines[start]!
  const region = lines.slice(start + 1, start + 60).filter((line) => line.page === header.page)
  return judgementRows(region, beginsRow)
}

/** The same without a heading row. */
export function judgementRows(
  region: readonly SourceLine[],
  beginsRow: (text: string) => boolean,
): TableRow[] {
  const left = region.find((line) => beginsRow(line.text))?.x ?? 0
  const gradeEdges = region.filter((line) => line.x > left + 60 && beginsGrade(line.text))
  if (gradeEdges.length < 2) return inOrder(region, beginsRow)
  return placed(
    region,
    gradeEdges.reduce((least, line) => Math.min(least, line.x), Infinity) - 20,
    beginsRow,
  )
}

const beginsGrade = (text: string): boolean =>
  gradeAtStart(text) !== undefined ? text.length < 40 : /^requires$/i.test(text)

function placed(
  table: readonly SourceLine[],
  gradeEdge: number,
  beginsRow: (text: string) => boolean,
): TableRow[] {
  const names: SourceLine[][] = []
  const marks: SourceLine[][] = []
  for (const line of table) {
    if (line.x > gradeEdge) {
      if (beginsGrade(line.text)) marks.push([line])
      else if (/^(?:improvement|to be good|be good|good)\b/i.test(line.text)) {
        marks.at(-1)?.push(line)
      }
    } else if (beginsRow(line.text)) names.push([line])
    else {
      const name = names.at(-1)
      const last = name?.at(-1)
      // The first paragraph below the table stands well apart from it. In a pasted table the grade may stand between
      // the two lines of its name.
      const mark = marks.at(-1)?.at(-1)
      const isAroundGrade = mark && last && mark.y > last.y + 3 && mark.y < line.y - 3
      const isNear = last && line.y - last.y < (isAroundGrade ? 3 : 1.5) * line.size
      if (name && isNear && name.length < 4) name.push(line)
    }
  }
  return marks.flatMap((mark) => {
    const grade = gradeOf(joinLines(mark.map((line) => line.text)))
    const middle = middleOf(mark)
    const nearest = names
      .map((name) => ({ name, away: Math.abs(middleOf(name) - middle) }))
      .sort((a, b) => a.away - b.away)[0]
    if (!grade || !nearest || nearest.away > 24) return []
    const name = joinLines(nearest.name.map((line) => line.text))
    return [{ name, grade, page: mark[0]!.page }]
  })
}

const middleOf = (lines: readonly SourceLine[]): number =>
  (lines[0]!.y + lines[lines.length - 1]!.y) / 2

/** Without positions: what stands between one name and the next holds its grade. */
function inOrder(lines: readonly SourceLine[], beginsRow: (text: string) => boolean): TableRow[] {
  const rows: TableRow[] = []
  let name: SourceLine[] = []
  for (const line of lines.slice(0, 30)) {
    if (line.text.length > 160) break
    if (beginsRow(line.text)) name = [line]
    else if (name.length > 0) name.push(line)
    const text = joinLines(name.map((part) => part.text))
    const ending =
      /^(.*?)[\s|:–-]*\b(outstanding|good|requires improvement(?: to be good)?|inadequate)$/i.exec(
        text,
      )
    const grade = ending ? gradeOf(ending[2]!) : undefined
    if (ending && grade) {
      rows.push({ name: ending[1]!, grade, page: line.page })
      name = []
    }
  }
  return rows
}
