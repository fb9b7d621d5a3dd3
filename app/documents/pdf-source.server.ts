import type { SourceDocument, SourceLine } from '~/domain/report/source'
import { linesFromItems, type PlacedText } from './lines-from-items'

/** The lines of a PDF. Runs only in the reading process: a hostile file may take all it is given. */
export async function sourceFromPdf(
  bytes: Uint8Array,
  limits: { pages: number },
): Promise<SourceDocument | 'too-long'> {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false })
  if (pdf.numPages > limits.pages) return 'too-long'

  const lines: SourceLine[] = []
  const pageSizes: { width: number; height: number }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const [left = 0, bottom = 0] = page.view
    const content = await page.getTextContent()
    const items: PlacedText[] = []
    for (const item of content.items) {
      if (!('str' in item)) continue
      const [a, b, c, d, e, f] = item.transform as number[]
      // Letters that run up the page are decoration or a watermark, never part of the text.
      if (Math.abs(b!) > Math.abs(a!)) continue
      items.push({
        text: item.str,
        x: e! - left,
        y: f! - bottom,
        width: item.width,
        size: Math.hypot(c!, d!),
        font: item.fontName,
      })
    }
    lines.push(...linesFromItems(number, height, items))
    pageSizes.push({ width, height })
    page.cleanup()
  }
  const pages = pdf.numPages
  await pdf.loadingTask.destroy()
  return { format: 'pdf', pages, lines, pageSizes }
}
