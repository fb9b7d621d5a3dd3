import { readFile } from 'node:fs/promises'
import { drawnSize } from '~/domain/evidence/preview'
import { bringNewerBuffers } from '../pdf-source.server'
import { storable } from '../storable-text'
import { asWebp } from './picture-preview.server'
import type { Preview, PreviewPage } from './preview'
import { previewLimits } from './preview-limits'

/**
 * The first pages of a PDF: their sizes and words. The words are read as the search for identifiers reads
 * them, so that nothing is told here that was not searched. Runs only in the reading process.
 */
export async function pdfPreview(path: string, most: number): Promise<Preview> {
  bringNewerBuffers()
  const { getDocumentProxy } = await import('unpdf')
  const bytes = new Uint8Array(await readFile(path))
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false })
  const pages: PreviewPage[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, most); number += 1) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const words = items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
    const notes = (await page.getAnnotations()) as Record<string, unknown>[]
    pages.push({
      ...drawnSize(width, height),
      words: storable(words).trim().slice(0, previewLimits.lettersOnPage),
      notes: notes.flatMap(notesIn).slice(0, 100),
    })
    page.cleanup()
  }
  const inAll = pdf.numPages
  await pdf.loadingTask.destroy()
  return { is: 'pages', pages, inAll }
}

/** What somebody filled in or noted, in words; what a button or a link would do is not told. */
function notesIn({
  fieldType,
  fieldName,
  fieldValue,
  contentsObj,
}: Record<string, unknown>): string[] {
  const note = (contentsObj as { str?: unknown } | undefined)?.str
  const value = Array.isArray(fieldValue) ? fieldValue.join(', ') : fieldValue
  const isFilled = typeof value === 'string' && value.trim() !== '' && fieldType !== 'Sig'
  const named = typeof fieldName === 'string' && fieldName ? `${fieldName}: ` : ''
  return [isFilled ? `${named}${value}` : '', typeof note === 'string' ? note.trim() : '']
    .filter((words) => words !== '')
    .map((words) => storable(words).slice(0, previewLimits.lettersInCell))
}

/**
 * Draws one page, counted from 1; undefined where there is none. PDFium runs as WebAssembly and is built
 * without the means to run a PDF's scripts; forms are drawn as they are filled in, and nothing reacts.
 */
export async function drawPdfPage(path: string, number: number): Promise<Buffer | undefined> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  const library = await PDFiumLibrary.init()
  const pdf = await library.loadDocument(await readFile(path)).catch((error: unknown) => {
    // The library says it in words alone; others read the name.
    const isLocked = error instanceof Error && error.message.startsWith('Password')
    throw isLocked ? Object.assign(new Error(), { name: 'PasswordException' }) : error
  })
  try {
    if (number > pdf.getPageCount()) return undefined
    const page = pdf.getPage(number - 1)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const size = drawnSize(originalWidth, originalHeight)
    const { data } = await page.render({ ...size, scale: 1, render: 'bitmap' })
    return await asWebp(data, { raw: { ...size, channels: 4 } })
  } finally {
    pdf.destroy()
    library.destroy()
  }
}
