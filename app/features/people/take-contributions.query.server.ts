import { Readable } from 'node:stream'
import { sql } from 'kysely'
import yazl from 'yazl'
import type { Context } from '~/auth/context.server'
import type { Db } from '~/db/db.server'
import { bytesMayBeGivenTo } from '~/db/tables/virus-checks.server'
import { fileVisibleTo, isHeld } from '~/db/visible.server'
import { csvLine, csvMark } from '~/documents/tables/write-csv'
import { canTakeContributions, isStillReady } from '~/domain/access/contributions'
import type { Decision } from '~/domain/decision'
import { longDate } from '~/domain/time/calendar-date'
import { openBlob } from '~/storage/storage.server'
import { contributions, type Given, type LeftOut } from './contributions'

export interface TakeContributionsView {
  id: number
  name: string
  /** what is in it, and what is not, with why */
  holds: string[]
  leftOut: { table: string; because: string }[]
  decision: Decision
}

const given = Object.entries(contributions).filter(
  (one): one is [string, Given] => !('leftOut' in one[1]),
)
const left = Object.entries(contributions).filter(
  (one): one is [string, LeftOut] => 'leftOut' in one[1],
)

export async function takeContributionsView(
  { db, actor }: Context,
  personId: number,
): Promise<TakeContributionsView | undefined> {
  const person = await db
    .selectFrom('people')
    .where('id', '=', personId)
    .select(['id', 'name'])
    .executeTakeFirst()
  return (
    person && {
      ...person,
      holds: given.map(([, { title }]) => title),
      leftOut: left.map(([table, { leftOut }]) => ({ table, because: leftOut })),
      decision: canTakeContributions(actor),
    }
  )
}

/**
 * Everything one person wrote and did, as a ZIP that is made as it is sent: a CSV file for each table in
 * which they have a hand, and the files that they added, save those that are held. Undefined where it was
 * not made ready for the actor within the hour.
 */
export async function takenContributions(
  context: Context,
  { personId, takenId }: { personId: number; takenId: number },
): Promise<{ name: string; mediaType: string; open: () => Readable } | undefined> {
  const { db, actor, now, today } = context
  const taken = await db
    .selectFrom('events as v')
    .innerJoin('people as p', 'p.id', 'v.subjectId')
    .where('v.id', '=', String(takenId))
    .where('v.what', '=', 'person.contributions-taken')
    .where('v.subjectKind', '=', 'person')
    .where('v.subjectId', '=', personId)
    .select(['v.actorId as byId', 'v.happenedAt as at', 'p.name'])
    .executeTakeFirst()
  if (!taken || !isStillReady(actor, taken, now)) return undefined
  const files = await filesOf(context, personId)
  return {
    name: `What ${taken.name} wrote and did ${today}.zip`,
    mediaType: 'application/zip',
    open: () => zipOf(db, personId, files, readMe(taken.name, longDate(today))),
  }
}

function zipOf(db: Db, personId: number, files: readonly TakenFile[], words: string): Readable {
  const zip = new yazl.ZipFile()
  const out = zip.outputStream as Readable
  zip.on('error', (error) => out.destroy(error as Error))
  zip.addBuffer(Buffer.from(words), 'read-me.txt')
  // One is read after the other; whoever goes away in the middle leaves none open.
  let reading: Readable | undefined
  out.on('close', () => reading?.destroy())
  const add = (name: string, open: () => Promise<Readable>) =>
    zip.addReadStreamLazy(name, (give) => {
      open().then(
        (stream) => {
          reading = stream
          give(null, stream)
        },
        (error: unknown) => give(error, null as never),
      )
    })
  const addLines = (name: string, lines: () => AsyncGenerator<string>) =>
    add(name, () => Promise.resolve(Readable.from(lines(), { objectMode: false })))
  for (const [table, of] of given) {
    addLines(`${table.replaceAll('_', '-')}.csv`, () => linesOf(db, personId, table, of))
  }
  addLines('files.csv', () => linesOfFiles(files))
  for (const { place, sha256 } of files) {
    if (place === undefined) continue
    add(place, async () => {
      const stream = await openBlob(sha256)
      if (!stream) throw new Error(`The store has lost ${sha256}`)
      return stream
    })
  }
  zip.end()
  return out
}

const atOnce = 500

/** The rows of a table in which the person has a hand, some hundreds at a time, in the order in which they lie. */
async function* linesOf(
  db: Db,
  personId: number,
  table: string,
  { hands, without = [] }: Given,
): AsyncGenerator<string> {
  const columns = await columnsOf(db, table, without)
  yield csvMark + csvLine(['Their part', ...columns.map((one) => one.replaceAll('_', ' '))])
  const names = Object.keys(hands)
  const isTheirs = sql.join(
    names.map((hand) => sql`t.${sql.ref(hand)} = ${personId}`),
    sql` or `,
  )
  const part = sql.join(
    names.map((hand) => sql`case when t.${sql.ref(hand)} = ${personId} then ${hands[hand]} end`),
  )
  const cells = sql.join(columns.map((column) => sql`t.${sql.ref(column)}::text`))
  for (let after = '(0,0)'; ;) {
    const { rows } = await sql<{ place: string; part: string; cells: (string | null)[] }>`
      select t.ctid::text as place, concat_ws('; ', ${part}) as part, array[${cells}] as cells
        from public.${sql.table(table)} t
       where (${isTheirs}) and t.ctid > ${after}::tid
       order by t.ctid limit ${atOnce}`.execute(db)
    for (const row of rows) yield csvLine([row.part, ...row.cells])
    if (rows.length < atOnce) return
    after = rows.at(-1)!.place
  }
}

/** What a row says, without the people in it: whoever reads this learns of nobody else by name or number. */
async function columnsOf(db: Db, table: string, without: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname as name from pg_attribute a
     where a.attrelid = ${`public.${table}`}::regclass and a.attnum > 0 and not a.attisdropped
       and a.attname <> 'recorded_at'
       and a.attname <> all (${Object.keys(contributions[table]!.hands).filter((hand) => hand !== 'id')}::text[])
       and a.attname <> all (${[...without]}::text[])
       and not exists (
         select from pg_constraint c
          where c.conrelid = a.attrelid and c.contype = 'f'
            and c.confrelid = 'public.people'::regclass and a.attnum = any (c.conkey))
     order by a.attnum`.execute(db)
  return rows.map(({ name }) => name)
}

interface TakenFile {
  evidenceId: number
  name: string
  mediaType: string
  bytes: number | null
  sha256: string
  /** where it lies in the ZIP; undefined where it is not in it */
  place: string | undefined
  because: string
}

/** The files of the evidence that they added. A held one is seen by nobody else, so its name is not told. */
async function filesOf({ db, actor }: Context, personId: number): Promise<TakenFile[]> {
  const rows = await db
    .selectFrom('evidenceFiles as f')
    .innerJoin('evidence as e', 'e.id', 'f.evidenceId')
    .leftJoin('blobs as b', 'b.sha256', 'f.blobSha256')
    .leftJoin('fileTombstones as stone', 'stone.fileId', 'f.id')
    .where('e.addedById', '=', personId)
    .orderBy('f.id')
    .select(['f.id', 'f.evidenceId', 'f.name', 'f.mediaType', 'f.blobSha256', 'stone.sha256'])
    .select((eb) => [
      eb.cast<number | null>('b.bytes', 'bigint').as('bytes'),
      isHeld().as('isHeld'),
      eb.and([fileVisibleTo(actor), bytesMayBeGivenTo(actor)]).as('mayBeGiven'),
    ])
    .execute()
  return rows.map(({ id, blobSha256, sha256, isHeld: held, mayBeGiven, ...file }) => {
    const because = held
      ? 'Held: given to nobody but, where no virus is in it, the person who added it.'
      : blobSha256 === null
        ? 'Destroyed.'
        : mayBeGiven
          ? ''
          : 'Not found to be free of viruses.'
    return {
      ...file,
      name: held ? '' : file.name,
      sha256: blobSha256 ?? sha256 ?? '',
      place: because === '' ? `files/${id} ${file.name.replace(/[/\\]/g, '_')}` : undefined,
      because,
    }
  })
}

async function* linesOfFiles(files: readonly TakenFile[]): AsyncGenerator<string> {
  yield (
    csvMark +
    csvLine(['Evidence', 'Name', 'Media type', 'Bytes', 'SHA-256', 'In this ZIP', 'Why not'])
  )
  for (const one of files) {
    yield csvLine([
      ...[one.evidenceId, one.name, one.mediaType, one.bytes, one.sha256],
      ...[one.place ?? '', one.because],
    ])
    await Promise.resolve()
  }
}

const readMe = (name: string, day: string): string =>
  [
    `What ${name} wrote and did in Waymark, as it stands on ${day}.`,
    '',
    'Each CSV file holds the rows in which they have a part; its first column says which. Other people are left out, by name and by number, save where somebody wrote of them in words.',
    '',
    ...given.map(([table, { title }]) => `${table.replaceAll('_', '-')}.csv: ${title}`),
    'files.csv: The files of the evidence that they added; those that are not held lie in files/',
    '',
    'Not in it:',
    ...left.map(([table, { leftOut }]) => `${table.replaceAll('_', ' ')}: ${leftOut}`),
    'Files that are held: nobody but the person who added one sees it, and she can open it herself.',
    '',
  ].join('\r\n')
