import type { SourceDocument, SourceLine } from '~/domain/report/source'
import { storable } from './storable-text'

/** HTML becomes lines by its blocks: headings larger, list items marked and set in by their depth, table cells side by side.
 *  Reads forward once and keeps counts instead of a tree, so that deep nesting costs nothing. */

const leading = 14
const margin = 72
const silent = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'svg',
  'select',
  'iframe',
])
const blocks = new Set(
  'address article aside blockquote body br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const headingSizes: Record<string, number> = { h1: 20, h2: 16, h3: 14, h4: 13, h5: 12, h6: 12 }

type List = { ordered: boolean; count: number }

export function sourceFromHtml(written: string, format: 'html' | 'docx'): SourceDocument {
  const html = storable(written)
  const page = new PageOfLines()
  let silence: string | undefined
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open !== at) {
      const words = html.slice(at, open === -1 ? undefined : open)
      if (!silence) page.write(decodeEntities(words))
      if (open === -1) break
    }
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end === -1 ? html.length : end + 3
      continue
    }
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])/.exec(html.slice(open, open + 24))
    const close = html.indexOf('>', open)
    if (!tag && !/^<[!?]/.test(html.slice(open, open + 2))) {
      if (!silence) page.write('<')
      at = open + 1
      continue
    }
    at = close === -1 ? html.length : close + 1
    if (!tag) continue
    const name = tag[2]!.toLowerCase()
    const closing = tag[1] === '/'
    if (silence) {
      if (closing && name === silence) silence = undefined
    } else if (silent.has(name) && !closing) {
      if (!html.slice(open, at).endsWith('/>')) silence = name
    } else if (closing) page.close(name)
    else page.open(name)
  }
  return { format, pages: 1, lines: page.finish() }
}

class PageOfLines {
  private lines: SourceLine[] = []
  private text = ''
  private boldLetters = 0
  private bold = 0
  private raised = 0
  private heading: string | undefined
  private lists: List[] = []
  private mark = ''
  private row = 0
  private cell: number | undefined
  private gap = false

  write(words: string): void {
    if (this.raised > 0 && /^\s*\[?\d{1,3}\]?\s*$/.test(words)) return
    this.text += words
    if (this.bold > 0) this.boldLetters += words.replace(/\s/g, '').length
  }

  open(name: string): void {
    if (name === 'b' || name === 'strong') this.bold += 1
    if (name === 'sup') this.raised += 1
    if (!blocks.has(name)) return
    this.flush()
    if (name in headingSizes) {
      this.heading = name
      this.gap = true
    }
    if (name === 'p' || name === 'div' || name === 'hr') this.gap = true
    if (name === 'ul' || name === 'ol') {
      if (this.lists.length < 50) this.lists.push({ ordered: name === 'ol', count: 0 })
    }
    if (name === 'li') {
      const list = this.lists.at(-1)
      if (list) list.count += 1
      this.mark = list?.ordered ? `${list.count}. ` : '• '
    }
    if (name === 'tr') {
      // The line between two rows is a gap.
      this.row += 2
      this.cell = -1
    }
    if ((name === 'td' || name === 'th') && this.cell !== undefined) this.cell += 1
    if (name === 'table') this.gap = true
  }

  close(name: string): void {
    if (name === 'b' || name === 'strong') this.bold = Math.max(0, this.bold - 1)
    if (name === 'sup') this.raised = Math.max(0, this.raised - 1)
    if (!blocks.has(name)) return
    this.flush()
    if (name === this.heading) this.heading = undefined
    if (name === 'ul' || name === 'ol') this.lists.pop()
    if (name === 'li') this.mark = ''
    if (name === 'tr' || name === 'table') this.cell = undefined
    if (name === 'p' || name in headingSizes) this.gap = true
  }

  finish(): SourceLine[] {
    this.flush()
    return this.lines
  }

  private flush(): void {
    const words = this.text.replace(/\s+/g, ' ').trim()
    const letters = words.replace(/\s/g, '').length
    const bold = letters > 0 && this.boldLetters >= 0.9 * letters
    this.text = ''
    this.boldLetters = 0
    if (words === '') return
    const inCell = this.cell !== undefined && this.cell >= 0
    if (!inCell) this.row += this.gap ? 2 : 1
    else if (this.lines.at(-1)?.y === margin + this.row * leading && this.cell === 0) this.row += 1
    this.gap = false
    const text = this.mark + words
    this.mark = ''
    const depth = Math.max(0, this.lists.length - 1)
    const x = margin + (inCell ? this.cell! * 240 : depth * 18)
    this.lines.push({
      page: 1,
      line: this.lines.length,
      text,
      x,
      y: margin + this.row * leading,
      size: this.heading ? headingSizes[this.heading]! : 12,
      right: x + text.length * 6,
      ...(bold || this.heading ? { bold: true } : {}),
    })
  }
}

const named: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', hellip: '…', pound: '£', shy: '', eacute: 'é',
} // prettier-ignore

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, ten, hex, name) => {
      if (name) return named[name] ?? whole
      const code = ten ? Number(ten) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : ''
    },
  )
