import { readFile } from 'node:fs/promises'
import { SaxesParser } from 'saxes'
import { storable } from '../storable-text'
import { Parts } from '../tables/zip-reader.server'
import { Blocks } from './docx-blocks'
import type { Preview } from './preview'

/**
 * The paragraphs, headings, lists and tables of a Word document, by way of the HTML that mammoth makes of
 * it. Nothing of that HTML goes further: its elements are counted off a list of ours, its addresses and
 * pictures are never looked at. Runs only in the reading process.
 */
export async function docxPreview(path: string): Promise<Preview> {
  // The sizes that the zip's list declares are added up before any of it is inflated.
  const parts = await Parts.open(path)
  parts.close()
  const mammoth = await import('mammoth')
  const { value } = await mammoth.convertToHtml(
    { buffer: await readFile(path) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  )
  const blocks = new Blocks()
  const parser = new SaxesParser({ fragment: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) =>
    blocks.open(name, attributes as Record<string, string>),
  )
  parser.on('closetag', ({ name }) => blocks.close(name))
  parser.on('text', (text) => blocks.write(text))
  // In steps, so that a document of any length is left once enough of it is there.
  const html = storable(value)
  for (let at = 0; at < html.length && !blocks.isCut; at += step) {
    parser.write(html.slice(at, at + step))
  }
  return { is: 'document', ...blocks.finish() }
}

const step = 64 * 1024
