import { bringNewerBuffers } from '../pdf-source.server'
import { readingLimits } from '../reading-limits'
import { Refused } from '../tables/tables-read'
import type { ReadPacked } from './email-pieces'
import type { Pieces } from './pieces'

/** The words of each page, of what is stuck on it, and what the file says of itself. */
export async function pdfPieces(
  bytes: Uint8Array,
  pieces: Pieces,
  readPacked: ReadPacked,
): Promise<void> {
  bringNewerBuffers()
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf')
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false })
  if (pdf.numPages > readingLimits.pages) throw new Refused('too-large')
  const { OPS } = await getResolvedPDFJS()
  const paintsPicture = new Set([
    ...[OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject],
    OPS.paintImageXObjectRepeat,
  ])
  let isScan = false
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const words = items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
    pieces.add(`page ${number}`, words)
    // One such page is enough to know that somebody must look; asking a page what it paints is slow.
    if (!isScan && words.trim() === '') {
      const { fnArray } = await page.getOperatorList()
      isScan = fnArray.some((painted) => paintsPicture.has(painted))
      if (isScan) pieces.addUnsearched('scan', `page ${number}`)
    }
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
  pieces.add('the bookmarks', bookmarks(await pdf.getOutline()).join('\n'))
  const attached = (await pdf.getAttachments()) as Record<
    string,
    { filename: string; content: Uint8Array }
  > | null
  for (const { filename, content } of Object.values(attached ?? {})) {
    pieces.add('the name of an attachment', filename)
    await readPacked(Buffer.from(content), 'a file attached to it')
  }
  await pdf.loadingTask.destroy()
}

interface Bookmark {
  title: string
  unsafeUrl: string | undefined
  items: Bookmark[]
}

/** What the list beside the pages says and where it leads, however deep. */
const bookmarks = (outline: readonly Bookmark[] | null): string[] =>
  (outline ?? []).flatMap(({ title, unsafeUrl, items }) => [
    title,
    unsafeUrl ?? '',
    ...bookmarks(items),
  ])

function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(wordsIn).join('\n')
  if (value && typeof value === 'object') return Object.values(value).map(wordsIn).join('\n')
  return ''
}
