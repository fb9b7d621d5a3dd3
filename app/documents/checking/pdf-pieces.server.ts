import { bringNewerBuffers } from '../pdf-source.server'
import { readingLimits } from '../reading-limits'
import { Refused } from '../tables/tables-read'
import type { Pieces } from './pieces'

/** The words of each page, of what is stuck on it, and what the file says of itself. */
export async function pdfPieces(bytes: Uint8Array, pieces: Pieces): Promise<void> {
  bringNewerBuffers()
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false })
  if (pdf.numPages > readingLimits.pages) throw new Refused('too-large')
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pieces.add(
      `page ${number}`,
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    )
    for (const note of (await page.getAnnotations()) as Record<string, unknown>[]) {
      const words = [
        note.contentsObj,
        note.titleObj,
        note.fieldValue,
        note.alternativeText,
        note.url,
      ]
      pieces.add(`a comment or field on page ${number}`, words.map(wordsIn).join('\n'))
    }
    page.cleanup()
  }
  const { info, metadata } = await pdf.getMetadata()
  const said = [...Object.values(info as Record<string, unknown>), ...(metadata ?? [])]
  pieces.add('the document’s properties', said.flat().map(wordsIn).join('\n'))
  await pdf.loadingTask.destroy()
}

function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(wordsIn).join('\n')
  if (value && typeof value === 'object') return Object.values(value).map(wordsIn).join('\n')
  return ''
}
