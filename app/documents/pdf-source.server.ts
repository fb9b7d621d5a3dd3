import type { getDocumentProxy } from 'unpdf'
import type { SourceDocument, SourceLine } from '~/domain/report/source'
import { linesFromItems, type PlacedText } from './lines-from-items'
import type { DocumentRefusalReason } from './refusals'

/** The lines of a PDF. Runs only in the reading process: a hostile file may take all it is given. */
export async function sourceFromPdf(
  bytes: Uint8Array,
  limits: { pages: number },
): Promise<SourceDocument | DocumentRefusalReason> {
  bringNewerBuffers()
  const unpdf = await import('unpdf')
  const pdf: Pdf = await unpdf.getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false })
  if (pdf.numPages > limits.pages) return 'too-long'

  const lines: SourceLine[] = []
  const pageSizes: { width: number; height: number }[] = []
  const faces = new Faces()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const [left = 0, bottom = 0] = page.view
    const content = await page.getTextContent()
    await faces.learn(page, Object.keys(content.styles))
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
        font: faces.nameOf(item.fontName),
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

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** The text of a page comes with made-up names for its typefaces. The real ones, which say what is bold, come only
 *  with the drawing of the page: so a page is drawn (to nowhere) where it brings a typeface not met before. */
class Faces {
  private names = new Map<string, string>()
  private spent = 0

  async learn(page: Page, ids: readonly string[]): Promise<void> {
    if (ids.every((id) => this.names.has(id)) || this.spent > 4_000) return
    const start = performance.now()
    try {
      await page.getOperatorList()
      for (const id of ids) {
        const face: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined
        const name = (face as { name?: unknown } | undefined)?.name
        this.names.set(id, typeof name === 'string' ? name.replace(/^[A-Z]{6}\+/, '') : id)
      }
    } catch {
      for (const id of ids) this.names.set(id, id)
    }
    this.spent += performance.now() - start
  }

  nameOf(id: string): string {
    return this.names.get(id) ?? id
  }
}

/** The PDF library uses two methods that Node 20 does not have yet. */
export function bringNewerBuffers(): void {
  const buffers = ArrayBuffer.prototype as unknown as Record<string, unknown>
  function transferred(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
    const copy = new ArrayBuffer(length)
    new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
    return copy
  }
  buffers.transfer ??= transferred
  buffers.transferToFixedLength ??= transferred
}
