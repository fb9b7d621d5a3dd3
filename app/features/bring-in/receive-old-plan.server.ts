import { largestDocument } from '~/documents/reading-limits'
import { settings } from '~/settings.server'
import { receiveUpload } from '~/storage/storage.server'
import type { ReceivedPlan } from './received-plan'

type Typed = Record<string, string[]>
type Answer =
  | { ok: true; typed: Typed; plan: ReceivedPlan }
  | { ok: false; typed: Typed; field: string; sentence: string; status: number }

// What cannot be read is taken all the same, to be told by the reader exactly what it is and what to do.
const oldOffice = {
  'application/x-cfb': { title: 'Older Office file', endings: ['xls', 'xlsx', 'doc'] },
} as const

/** The old plan that comes with a form, or what to do where it did not come. */
export async function receiveOldPlan(request: Request): Promise<Answer> {
  const upload = await receiveUpload(request, {
    maxBytes: largestDocument(settings().MAX_UPLOAD_MB),
    fileField: 'plan',
    alsoTaken: oldOffice,
  })
  if (!upload.ok) return upload
  const { file, typed } = upload
  if (file) return { ok: true, typed, plan: file }
  return {
    ok: false,
    typed,
    field: 'plan',
    sentence: 'Choose the file that holds the old plan.',
    status: 422,
  }
}
