import { linesByPage } from './furniture'
import type { SourceLine } from './source'

/** Side by side columns are read one after the other: lines that begin at the same left edge, page by page.
 *  Source: DOMAIN 1.3 (two-column tables whose columns interleave in a text extraction). */
export function columnOrder(lines: readonly SourceLine[]): SourceLine[] {
  return linesByPage(lines).flatMap((page) => {
    const columns: { x: number; lines: SourceLine[] }[] = []
    const edges = columnEdges(page)
    for (const line of page) {
      const edge = edges.filter((x) => x <= line.x + 1).at(-1) ?? edges[0] ?? line.x
      const column = columns.find((known) => known.x === edge)
      if (column) column.lines.push(line)
      else columns.push({ x: edge, lines: [line] })
    }
    return columns.sort((a, b) => a.x - b.x).flatMap((column) => column.lines)
  })
}

/** Left edges of the columns: where a second run of words begins on a line that has one already. */
export function columnEdges(page: readonly SourceLine[]): number[] {
  const left = page.reduce((least, line) => Math.min(least, line.x), Infinity)
  const starts = new Map<number, number>()
  for (const [index, line] of page.entries()) {
    const before = page[index - 1]
    if (starts.size > 200) break
    if (!before || Math.abs(before.y - line.y) > 2.5 || line.x < before.right) continue
    const edge = [...starts.keys()].find((x) => Math.abs(x - line.x) < 6) ?? line.x
    starts.set(edge, (starts.get(edge) ?? 0) + 1)
  }
  const edges = [...starts]
    .filter(([, times]) => times >= 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([x]) => x - 6)
  return [left, ...edges.filter((x) => x > left + 30)].sort((a, b) => a - b)
}
