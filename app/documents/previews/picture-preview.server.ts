import type { Sharp, SharpOptions } from 'sharp'
import { Refused } from '../tables/tables-read'
import type { Preview } from './preview'
import { previewLimits } from './preview-limits'

/** How large a picture will be drawn. Reads its head alone. Runs only in the reading process. */
export async function picturePreview(path: string): Promise<Preview> {
  // Whatever it says of its size: no dot of it is asked for yet.
  const picture = await opened(path, false)
  const { autoOrient } = await picture.metadata()
  if (autoOrient.width * autoOrient.height > previewLimits.dots) throw new Refused('too-large')
  return { is: 'picture', ...fitting(autoOrient) }
}

/** Draws the picture anew, as it is to be turned and no larger than a page shows it; of several, the first. */
export async function drawPicture(path: string): Promise<Buffer> {
  const picture = await opened(path, previewLimits.dots)
  return written(noLarger(picture.autoOrient()))
}

/** The dots of a photo as a WebP no larger than a page shows it; `seen` of each row, the rest is filling. */
export async function drawnFrom(
  dots: Uint8Array,
  raw: { width: number; height: number; channels: 4 },
  seen: number,
): Promise<Buffer> {
  const rows = (await library())(dots, { raw, limitInputPixels: previewLimits.dots })
  return written(noLarger(rows.extract({ left: 0, top: 0, width: seen, height: raw.height })))
}

/** The dots of a drawing as a WebP. */
export const asWebp = async (
  dots: Uint8Array,
  options: Pick<SharpOptions, 'raw'>,
): Promise<Buffer> => written((await library())(dots, options))

/** Whatever the file says of itself beside its dots stays behind: nothing of it is asked to be kept. */
const written = (picture: Sharp): Promise<Buffer> =>
  picture
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .webp({ quality: 82, effort: 2 })
    .toBuffer()

const noLarger = (picture: Sharp): Sharp =>
  picture.resize(previewLimits.drawn, previewLimits.drawn, {
    fit: 'inside',
    withoutEnlargement: true,
  })

const opened = async (path: string, limitInputPixels: number | false): Promise<Sharp> =>
  (await library())(path, {
    limitInputPixels,
    sequentialRead: true,
    failOn: 'error',
  })

/** How large a page shows it. */
export function fitting({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, previewLimits.drawn / Math.max(width, height))
  const dots = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: dots(width), height: dots(height) }
}

/** Only the kinds that have a preview are opened, whatever else the library reads: drawings in SVG, PDFs. */
async function library() {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: readers.map((kind) => `VipsForeignLoad${kind}`) })
  return sharp
}

const readers = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff']
