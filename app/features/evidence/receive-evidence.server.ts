import type { Context } from '~/auth/context.server'
import {
  deleteUpload,
  deleteUploadsOf,
  recogniseUpload,
  waitingUpload,
  waitingUploads,
} from '~/db/tables/uploads.server'
import { isKnownInfected, keepVirusCheck } from '~/db/tables/virus-checks.server'
import { largestDocument } from '~/documents/reading-limits'
import type { LookedThrough } from '~/domain/evidence/uploads'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import { nameWithoutIdentifiers } from '~/domain/evidence/identifiers-in-file'
import { settings } from '~/settings.server'
import {
  fetchBlob,
  longestScanned,
  type Received,
  type ReceivedFile,
  receiveUpload,
  scanBlob,
  takeUpUpload,
} from '~/storage/storage.server'
import { uploadsField } from './add-evidence.form'
import { holdInfected } from './hold-infected.server'
import type { CheckedFile } from './search-evidence-file.server'

export const largestFile = (): number => settings().MAX_UPLOAD_MB * 1024 * 1024

/** As many as a person chooses at once; the rest can follow with the next. */
const mostFiles = 10

export interface FileChoice {
  largestBytes: number
  mostFiles: number
  lookedThrough: LookedThrough
  /** files of the actor's that have arrived and that no saved form has named yet */
  arrived: { id: string; name: string; bytes: number }[]
  /** those that were broken off, and go on where they were once the same file is chosen again */
  brokenOff: { id: string; name: string; bytes: number; changedAt: number }[]
}

export async function fileChoice({ db, actor, now }: Context): Promise<FileChoice> {
  const waiting = await waitingUploads(db, { personId: actor.personId, now })
  const brokenOff = waiting.flatMap(({ id, name, bytes, changedAt, finishedAt }) =>
    changedAt && !finishedAt ? [{ id, name, bytes, changedAt: changedAt.getTime() }] : [],
  )
  const arrived = waiting
    .filter(({ finishedAt }) => finishedAt !== null)
    .map(({ id, name, bytes }) => ({ id, name, bytes }))
  const lookedThrough = {
    searchedBytes: largestDocument(settings().MAX_UPLOAD_MB),
    scannedBytes: longestScanned(),
  }
  return { largestBytes: largestFile(), mostFiles, lookedThrough, arrived, brokenOff }
}

type Typed = Record<string, string[]>

export type ReceivedEvidence =
  | { ok: true; typed: Typed; files: readonly CheckedFile[] }
  | { ok: false; typed: Typed; errors: { field: string; sentence: string }[]; status?: number }

/**
 * Reads a posted evidence form, with the files that it brings and those that were sent ahead and are
 * named in it. All are in the store when this answers. Those that were sent ahead can be named again,
 * should the form be refused.
 */
export async function receiveEvidence(
  context: Context,
  request: Request,
  looksFor: IdentifierSettings,
): Promise<ReceivedEvidence> {
  const limits = { maxBytes: largestFile(), fileField: 'file', mostFiles }
  const upload = await receiveUpload(request, limits)
  if (!upload.ok) {
    const { typed, field, sentence, status } = upload
    return { ok: false, typed, errors: [{ field, sentence }], status }
  }
  const { typed } = upload
  const named = [...new Set(typed[uploadsField])]
  if (upload.lostItsFile && named.length === 0) return { ok: false, typed, errors: [fileIsLost] }

  const files = [...(upload.files ?? [])]
  for (const id of named) {
    const received = await sentAhead(context, id)
    if (received && 'file' in received) {
      files.push(received.file)
      continue
    }
    const { sentence, status } = received ?? goneSince
    const others = { ...typed, [uploadsField]: named.filter((other) => other !== id) }
    return { ok: false, typed: others, errors: [{ field: 'file', sentence }], status }
  }
  if (files.length > mostFiles) return { ok: false, typed, errors: [tooMany], status: 422 }
  const checked: CheckedFile[] = []
  for (const file of files) {
    const isInfected = await hasVirus(context, file)
    checked.push(isInfected ? { ...file, isInfected } : file)
  }
  return {
    ok: true,
    // The names are shown if the form goes wrong and the files are lost with it.
    typed: {
      ...typed,
      fileName: files.map(
        ({ originalName }) => nameWithoutIdentifiers(originalName, looksFor).name,
      ),
    },
    files: checked,
  }
}

/** What a form named that is saved now is not offered again. */
export async function forgetUploads(
  { db, actor }: Context,
  typed: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  await deleteUploadsOf(db, actor.personId, typed[uploadsField] ?? [])
}

/**
 * Whether a virus was found in a file: by the scanner now, which may know more than when others brought the
 * same bytes, or earlier, where it cannot say today. Where nobody could say, that is kept: nobody but who
 * added the file is given it before it has said.
 */
async function hasVirus({ db, now }: Context, { sha256, bytes }: ReceivedFile): Promise<boolean> {
  const verdict = await scanBlob(sha256, bytes)
  if (verdict?.outcome === 'infected') {
    await holdInfected({ db, now }, { sha256, found: verdict.found })
    return true
  }
  const outcome = verdict?.outcome === 'clean' ? 'clean' : null
  if (verdict) await keepVirusCheck(db, { sha256, outcome, found: null, at: now })
  return isKnownInfected(db, sha256)
}

/** A file of the actor's that came whole before the form; undefined where there is none of that name. */
async function sentAhead({ db, actor, now }: Context, id: string): Promise<Received | undefined> {
  const upload = await waitingUpload(db, id, { personId: actor.personId, now })
  if (!upload) return undefined
  const { name, bytes, blobSha256: sha256, mediaType } = upload
  if (sha256 !== null && mediaType !== null) {
    const path = await fetchBlob(sha256)
    return path === undefined
      ? undefined
      : { file: { sha256, bytes, mediaType, originalName: name, path } }
  }
  const received = await takeUpUpload(upload)
  if (received && 'file' in received) {
    const { originalName, ...file } = received.file
    const found = { name: originalName, blobSha256: file.sha256, mediaType: file.mediaType }
    await recogniseUpload(db, id, found)
  } else if (received?.status === 422) await deleteUpload(db, id) // nobody can ever use it
  return received
}

const goneSince = {
  sentence: 'A file that was sent ahead is no longer here. Choose it again.',
  status: 404,
}

const tooMany = {
  field: 'file',
  sentence: `That is more than ${mostFiles} files. Add the first ${mostFiles}, and then the others.`,
}

const fileIsLost = {
  field: 'file',
  sentence: 'Choose the files again, or add the evidence without them.',
}
