import type { PreviewKind } from '~/domain/evidence/preview'
import { docxPreview } from './docx-preview.server'
import { emailPreview } from './email-preview.server'
import { drawHeic, heicPreview } from './heic-preview.server'
import { drawPdfPage, pdfPreview } from './pdf-preview.server'
import { drawPicture as drawnAnew, picturePreview } from './picture-preview.server'
import type { Preview } from './preview'
import { slidesPreview } from './slides-preview.server'
import { csvPreview, workbookPreview } from './tables-preview.server'
import { textPreview } from './text-preview.server'

/** What a page shows of the file at `path`. Runs only in the reading process. */
export function previewOf(
  path: string,
  { kind, pages }: { kind: PreviewKind; pages: number },
): Promise<Preview> {
  switch (kind) {
    case 'pages':
      return pdfPreview(path, pages)
    case 'picture':
      return picturePreview(path)
    case 'heic':
      return heicPreview(path)
    case 'text':
      return textPreview(path)
    case 'document':
      return docxPreview(path)
    case 'email':
      return emailPreview(path)
    case 'slides':
      return slidesPreview(path)
    case 'workbook':
      return workbookPreview(path)
    case 'table':
      return csvPreview(path)
  }
}

/** One picture of the file, as a WebP; undefined where it has none of that number. Runs only in the reading process. */
export async function drawPicture(
  path: string,
  { kind, number }: { kind: PreviewKind; number: number },
): Promise<Buffer | undefined> {
  if (kind === 'pages') return drawPdfPage(path, number)
  if (number !== 1) return undefined
  if (kind === 'heic') return drawHeic(path)
  return kind === 'picture' ? drawnAnew(path) : undefined
}
