import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { PreviewKind, PreviewRefusal } from '~/domain/evidence/preview'
import { drawApart, previewApart } from '../reading-pool.server'
import type { Preview } from './preview'
import { previewLimits } from './preview-limits'

/** What the council sets: how many pages of a PDF are shown, and how large a file is looked into. */
export interface PreviewSettings {
  pages: number
  bytes: number
}

/**
 * What a page shows of the file at `path`, made in the process that opens strangers' files: a hostile one
 * costs a refusal and nothing else. Throws only where the file or the process itself cannot be had.
 */
export async function previewFile(
  path: string,
  kind: PreviewKind,
  { pages, bytes }: PreviewSettings,
  {
    gone,
    milliseconds = previewLimits.milliseconds,
  }: { gone?: AbortSignal; milliseconds?: number } = {},
): Promise<{ preview: Preview } | { refusal: PreviewRefusal }> {
  const { size } = await stat(path)
  if (size === 0) return { refusal: 'empty' }
  if (size > bytes) return { refusal: 'too-large' }
  const answer = await inTurn(async () =>
    // nobody is there to be told, and others wait
    gone?.aborted
      ? { refusal: 'took-too-long' }
      : previewApart(resolve(path), { kind, pages }, milliseconds),
  )
  return 'refusal' in answer ? { refusal: refusalOf(answer.refusal) } : answer
}

/**
 * One picture of the file at `path`, as a WebP: a page of a PDF, or the picture that it is. Undefined where
 * there is none of that number, where it cannot be drawn, or where whoever asked is gone before its turn.
 */
export async function drawPictureOf(
  path: string,
  { kind, number }: { kind: PreviewKind; number: number },
  { pages, bytes }: PreviewSettings,
  gone?: AbortSignal,
): Promise<Buffer | undefined> {
  if (number > pages || (await stat(path)).size > bytes) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'waymark-drawn-'))
  try {
    const drawnPath = join(folder, 'picture')
    const asked = { kind, number, drawnPath }
    const answer = await inTurn(async () =>
      gone?.aborted ? undefined : drawApart(resolve(path), asked, previewLimits.milliseconds),
    )
    return answer && 'isDrawn' in answer && answer.isDrawn ? await readFile(drawnPath) : undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Previews are made one after the other: so the other place for reading stays free for files that arrive. */
let last: Promise<unknown> = Promise.resolve()

function inTurn<Answer>(make: () => Promise<Answer>): Promise<Answer> {
  const mine = last.then(make)
  last = mine.catch(() => undefined)
  return mine
}

function refusalOf(reason: string): PreviewRefusal {
  if (reason === 'encrypted' || reason === 'took-too-long') return reason
  if (reason === 'empty' || reason === 'no-table') return 'empty'
  return /^too-/.test(reason) ? 'too-large' : 'corrupt'
}
