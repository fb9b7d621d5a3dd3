import type { Context } from '~/auth/context.server'
import { heldAndLeftBehind } from '~/db/tables/evidence-file-holds.server'
import { searchesSoFar } from '~/db/tables/evidence-file-searches.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import type { HeldReason } from '~/domain/evidence/held-file'
import { rulesOfSearch } from '~/domain/evidence/search-anew'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'

/** How the store of files fares, for those who keep it: no names and no words of what is in it. */
export interface StoreView {
  files: number
  bytes: number
  neverChecked: number
  /** the day on which the one that was read back longest ago was; null while none was */
  oldestCheck: CalendarDate | null
  troubles: { sha256: string; what: 'missing' | 'changed'; since: CalendarDate; isFor: string[] }[]
  /** files of evidence by what is looked for today, and those that only their authors see */
  searches: { searched: number; waiting: number; held: number }
  /** held files whose adders have left, those held longest first */
  leftBehind: { fileId: number; evidenceId: number; reason: HeldReason; since: CalendarDate }[]
  viruses: { waiting: number; infected: { sha256: string; found: string; on: CalendarDate }[] }
}

const day = (instant: Date): CalendarDate => calendarDateIn(instant, 'Europe/London')

export async function storeView({ db }: Context): Promise<StoreView> {
  const counted = await db
    .selectFrom('blobs as b')
    .leftJoin('blobChecks as c', 'c.blobSha256', 'b.sha256')
    .select((eb) => [
      eb.fn.countAll<number>().as('files'),
      eb.fn.coalesce(eb.fn.sum<number>('b.bytes'), eb.lit(0)).as('bytes'),
      eb.fn.count<number>('c.blobSha256').as('checked'),
      eb.fn.min('c.checkedAt').as('oldest'),
    ])
    .executeTakeFirstOrThrow()
  const troubles = await db
    .selectFrom('blobChecks as c')
    .where('c.trouble', 'is not', null)
    .orderBy('c.checkedAt')
    .select(['c.blobSha256 as sha256', 'c.trouble', 'c.checkedAt'])
    .select((eb) =>
      eb
        .selectFrom('evidenceFiles as f')
        .whereRef('f.blobSha256', '=', 'c.blobSha256')
        .select((file) => file.fn.agg<number[]>('array_agg', ['f.evidenceId']).as('ids'))
        .as('evidenceIds'),
    )
    .execute()
  const checks = await db
    .selectFrom('virusChecks')
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'infected')]))
    .orderBy('askedAt', 'desc')
    .select(['sha256', 'outcome', 'found', 'askedAt'])
    .execute()
  const { id: settingsId } = await presentIdentifiers(db)
  return {
    leftBehind: (await heldAndLeftBehind(db)).map(({ heldAt, ...file }) => ({
      ...file,
      since: day(heldAt),
    })),
    searches: await searchesSoFar(db, { rules: rulesOfSearch, settingsId }),
    files: counted.files,
    bytes: Number(counted.bytes),
    neverChecked: counted.files - counted.checked,
    oldestCheck: counted.oldest && day(counted.oldest),
    troubles: troubles.map(({ sha256, trouble, checkedAt, evidenceIds }) => ({
      sha256,
      what: trouble as 'missing' | 'changed',
      since: day(checkedAt),
      isFor: (evidenceIds ?? []).map((id) => `evidence ${id}`),
    })),
    viruses: {
      waiting: checks.filter(({ outcome }) => outcome === null).length,
      infected: checks.flatMap(({ sha256, found, askedAt }) =>
        found === null ? [] : [{ sha256, found, on: day(askedAt) }],
      ),
    },
  }
}
