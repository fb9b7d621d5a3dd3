import { encodingOf, headOf } from '../tables/csv-table.server'
import { Refused } from '../tables/tables-read'
import { storable } from '../storable-text'
import type { Preview } from './preview'
import { previewLimits } from './preview-limits'

/** The first lines of a text, as words. Runs only in the reading process. */
export async function textPreview(path: string): Promise<Preview> {
  const encoding = await encodingOf(path)
  if (!encoding) throw new Refused('corrupt')
  const most = 4 * previewLimits.letters
  const head = await headOf(path, most)
  // As a stream, so that a sign which the end of the head cuts in two is left away.
  const text = storable(new TextDecoder(encoding).decode(head, { stream: true })).replace(
    /\r\n?/g,
    '\n',
  )
  const lines = text.split('\n', previewLimits.lines + 1)
  const shown = lines.slice(0, previewLimits.lines).join('\n').slice(0, previewLimits.letters)
  if (shown.trim() === '') throw new Refused('empty')
  const isCut = head.length === most || text.trimEnd().length > shown.trimEnd().length
  return { is: 'text', text: shown.replace(/[\uD800-\uDBFF]$/, '').trimEnd(), isCut }
}
