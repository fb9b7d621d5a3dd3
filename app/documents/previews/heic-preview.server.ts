import { readFile } from 'node:fs/promises'
import { Refused } from '../tables/tables-read'
import { drawnFrom, fitting } from './picture-preview.server'
import type { Preview } from './preview'
import { previewLimits } from './preview-limits'

/**
 * The photos of a telephone, which sharp does not read. libheif runs as WebAssembly, by itself: each picture
 * has memory of its own, and a picture that turns out to be larger than its head says is left at once. How
 * it is turned is a property of the picture, which the library follows; its EXIF nothing here looks at.
 */

/** How large the photo will be drawn. Reads its head alone. Runs only in the reading process. */
export async function heicPreview(path: string): Promise<Preview> {
  return { is: 'picture', ...fitting(await opened(path)) }
}

/** Draws the photo anew; of several in one file, the one that the file says is it. */
export async function drawHeic(path: string): Promise<Buffer> {
  const { library, photo } = await opened(path)
  // Four to a dot, seen through or not: a row is filled up to sixteen bytes, which three rarely divide.
  const channels = 4
  const decoded = library.heif_js_decode_image2(
    photo,
    library.heif_colorspace.heif_colorspace_RGB,
    library.heif_chroma.heif_chroma_interleaved_RGBA,
  )
  const rows = decoded.channels?.[0]
  if (!rows) throw new Error(decoded.message)
  const { width, height, stride, data } = rows
  // A row may be longer than what is seen of it.
  return drawnFrom(data, { width: stride / channels, height, channels }, width)
}

async function opened(path: string) {
  const { default: libheif } = await import('libheif-js/libheif-wasm/libheif-bundle.mjs')
  const library = libheif()
  const context = library.heif_context_alloc()
  const read = library.heif_context_read_from_memory(context, await readFile(path))
  if (read.code !== library.heif_error_code.heif_error_Ok) throw new Error(read.message)
  const photo = library.heif_js_context_get_primary_image_handle(context)
  if (photo.code !== undefined) throw new Error(photo.message)
  const width = library.heif_image_handle_get_width(photo)
  const height = library.heif_image_handle_get_height(photo)
  if (width * height > previewLimits.dotsOfHeic) throw new Refused('too-large')
  return { library, photo, width, height }
}
