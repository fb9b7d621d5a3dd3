import type { SourceDocument } from '~/domain/report/source'
import { sourceFromHtml } from './source-from-html'
import type { DocumentRefusalReason } from './refusals'

/** The lines of a Word document, by way of the HTML that mammoth makes of it. Runs only in the reading process. */
export async function sourceFromDocx(
  bytes: Uint8Array,
  limits: { inflatedMegabytes: number },
): Promise<SourceDocument | DocumentRefusalReason> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const declared = declaredSize(buffer)
  if (declared === undefined) return 'corrupt'
  if (declared > limits.inflatedMegabytes * 1024 * 1024) return 'too-large'
  const mammoth = await import('mammoth')
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  )
  return sourceFromHtml(value, 'docx')
}

/** The sum of the inflated sizes that the zip's own list gives. A list that lies meets the memory limit instead. */
function declaredSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1 || end + 22 > zip.length) return undefined
  let at = zip.readUInt32LE(end + 16)
  let sum = 0
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50) {
    sum += zip.readUInt32LE(at + 24)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return sum
}
