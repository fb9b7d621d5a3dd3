import type { SourceDocument, SourceLine } from './source'

/** For tests: a page drawn with letters. The first letter's place is the place on the page; `#` sets a line large and bold,
 *  `*` bold; a wide gap begins another column; a blank line is a gap; a line of `---` ends the page. */
export function drawnPage(drawing: string): SourceDocument {
  const lines: SourceLine[] = []
  let page = 1
  let y = 100
  let count = 0
  for (const row of drawing
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n')) {
    if (row.trim() === '---') {
      page += 1
      y = 100
      count = 0
      continue
    }
    for (const match of row.matchAll(/\S+(?: \S+)*/g)) {
      const [, sign = '', text = ''] = /^([#*]?) ?(.*)$/.exec(match[0])!
      const x = 60 + match.index * 6
      lines.push({
        page,
        line: count++,
        text,
        x,
        y,
        size: sign === '#' ? 14 : 12,
        right: x + text.length * 6,
        ...(sign ? { bold: true } : {}),
      })
    }
    y += row.trim() === '' ? 12 : 14.5
  }
  return {
    format: 'pdf',
    pages: page,
    lines,
    pageSizes: Array.from({ length: page }, () => ({ width: 595, height: 842 })),
  }
}
