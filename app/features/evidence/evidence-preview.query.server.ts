import type { Context } from '~/auth/context.server'
import { evidenceVisibleTo, isHeld } from '~/db/visible.server'
import type { Preview } from '~/documents/previews/preview'
import {
  drawPictureOf,
  previewFile,
  type PreviewSettings,
} from '~/documents/previews/preview-file.server'
import { previewKindOf, whyNoPreview, whyRefused } from '~/domain/evidence/preview'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { settings } from '~/settings.server'
import { fetchBlob, StoreAway } from '~/storage/storage.server'
import { type EvidenceFile, evidenceFile } from './evidence-file.query.server'

interface FileIds {
  evidenceId: number
  fileId: number
}

/** A file as the server shows it, for whom the file itself is given. */
export interface EvidencePreviewView {
  evidence: { id: number; title: string; shows: string }
  file: { id: number; name: string }
  shown:
    | {
        is: 'there'
        mediaType: string
        bytes: number
        /** only the person who added it sees it for now */
        isHeld: boolean
        preview: Preview | undefined
        /** why there is no preview */
        because: string | undefined
      }
    /** its tombstone */
    | { is: 'destroyed'; by: string; on: CalendarDate; why: string }
}

export async function evidencePreviewView(
  context: Context,
  ids: FileIds,
  gone?: AbortSignal,
): Promise<EvidencePreviewView | undefined> {
  const file = await evidenceFile(context, ids)
  const seen = await seenWithIt(context, ids)
  if (!seen) return undefined
  const { id, title, shows, fileId, name, isHeld: held, by, destroyedAt, why } = seen
  const known = { evidence: { id, title, shows }, file: { id: fileId, name } }
  if (file) {
    const there = { is: 'there', mediaType: file.mediaType, bytes: file.bytes } as const
    const isHeld = Boolean(held)
    return { ...known, shown: { ...there, isHeld, ...(await previewOf(file, gone)) } }
  }
  if (destroyedAt === null) return undefined
  const on = calendarDateIn(destroyedAt, 'Europe/London')
  return { ...known, shown: { is: 'destroyed', by: by!, on, why: why! } }
}

/** Draws one picture of a preview; undefined where the file is not given to the actor. */
export async function evidencePicture(
  context: Context,
  { number, ...ids }: FileIds & { number: number },
  gone: AbortSignal,
): Promise<(() => Promise<Buffer | undefined>) | undefined> {
  const file = await evidenceFile(context, ids)
  const kind = file && previewKindOf(file.mediaType)
  if (!kind || file.bytes > allowed().bytes) return undefined
  return async () => drawPictureOf(await pathOf(file), { kind, number }, allowed(), gone)
}

const allowed = (): PreviewSettings => {
  const { PREVIEW_PAGES: pages, PREVIEW_FILE_MB: megabytes } = settings()
  return { pages, bytes: megabytes * 1024 * 1024 }
}

/** What the page says beside the file, and of one that was destroyed. */
const seenWithIt = ({ db, actor }: Context, { evidenceId, fileId }: FileIds) =>
  db
    .selectFrom('evidence as e')
    .innerJoin('evidenceFiles as f', 'f.evidenceId', 'e.id')
    .leftJoin('fileTombstones as t', 't.fileId', 'f.id')
    .leftJoin('people as who', 'who.id', 't.destroyedById')
    .where('e.id', '=', evidenceId)
    .where('f.id', '=', fileId)
    .where(evidenceVisibleTo(actor))
    .select(['e.id', 'e.title', 'e.shows', 'f.id as fileId', 'f.name', isHeld().as('isHeld')])
    .select(['who.name as by', 't.destroyedAt', 't.why'])
    .executeTakeFirst()

async function previewOf(
  file: EvidenceFile,
  gone: AbortSignal | undefined,
): Promise<{ preview: Preview | undefined; because: string | undefined }> {
  const none = (because: string) => ({ preview: undefined, because })
  const kind = previewKindOf(file.mediaType)
  if (!kind) return none(whyNoPreview(file.mediaType))
  // Before a store that is elsewhere is asked for all of it.
  if (file.bytes > allowed().bytes) return none(whyRefused('too-large'))
  try {
    const answer = await previewFile(await pathOf(file), kind, allowed(), { gone })
    if ('refusal' in answer) return none(whyRefused(answer.refusal))
    return { preview: answer.preview, because: undefined }
  } catch (error) {
    if (error instanceof StoreAway) return none(whyRefused('away'))
    throw error
  }
}

async function pathOf({ sha256 }: EvidenceFile): Promise<string> {
  const path = await fetchBlob(sha256)
  if (path === undefined) throw new Error(`The store has lost ${sha256}`)
  return path
}
