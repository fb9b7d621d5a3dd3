import type { Db } from '~/db/db.server'
import { deleteUploadsBefore } from '~/db/tables/uploads.server'
import { uploadsKeptForHours } from '~/domain/evidence/uploads'
import { sweepUploads } from '~/storage/storage.server'

/**
 * Lets go of files that were sent ahead of a form and that nothing has come to for a day, by the clock
 * of the files themselves; and of what was known of them.
 */
export async function sweepUploadsOf({
  db,
  now,
  filesNow,
}: {
  db: Db
  now: Date
  /** now, by the clock that the files were written by */
  filesNow: Date
}): Promise<{ removed: number; forgotten: number }> {
  const dayBefore = (moment: Date) => new Date(moment.getTime() - uploadsKeptForHours * 3_600_000)
  const { removed, left } = await sweepUploads(dayBefore(filesNow))
  return { removed, forgotten: await deleteUploadsBefore(db, dayBefore(now), left) }
}
