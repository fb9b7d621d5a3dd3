import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Pieces } from '~/auth/as-at.server'
import type { Db } from '~/db/db.server'
import { csvLine, csvMark } from '~/documents/tables/write-csv'
import { xlsxStream } from '~/documents/tables/write-xlsx.server'
import type { BroughtMilestone } from '~/domain/bring-in/milestones'
import type { Delivery } from '~/domain/action/delivery'
import { type CalendarDate, longDate } from '~/domain/time/calendar-date'
import { exportColumns, type ExportedAction } from './export-columns'
import type { RegisterFilter } from './register-filter'
import { type RegisterRow, registerRows } from './register.query.server'

export const exportFormats = ['xlsx', 'csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

const mediaTypes: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

export interface ExportedFile {
  name: string
  mediaType: string
  /** begins to read the register; whoever stops reading stops that too */
  open: () => Readable
}

/**
 * The register as a file, narrowed as it is on its page: for Excel, unless another format that there is is
 * named. Of a past day its name and its first line say the day, wherever the file ends up.
 */
export function exportedRegister(
  pieces: Pieces,
  filter: RegisterFilter,
  format: string | null,
): ExportedFile | undefined {
  const known = exportFormats.find((one) => one === (format ?? 'xlsx'))
  if (!known) return undefined
  return {
    name: `Plan ${pieces.asAt ? 'as at ' : ''}${pieces.on}.${known}`,
    mediaType: mediaTypes[known],
    open: () => streamOf(known, exportedActions(pieces, filter), pieces.asAt),
  }
}

function streamOf(
  format: ExportFormat,
  actions: AsyncGenerator<ExportedAction>,
  asAt: CalendarDate | undefined,
): Readable {
  const above = asAt && `The plan as it stood at the end of ${longDate(asAt)}`
  if (format === 'xlsx') {
    const headings = exportColumns.map(({ heading }) => heading)
    const days = new Set(exportColumns.flatMap(({ isDay }, at) => (isDay ? [at] : [])))
    return xlsxStream({ name: 'Plan', above, headings, days }, cellsOf(actions))
  }
  return Readable.from(inSteps(format === 'csv' ? csvOf(actions, above) : jsonOf(actions, asAt)), {
    objectMode: false,
  })
}

async function* cellsOf(actions: AsyncIterable<ExportedAction>) {
  for await (const action of actions) yield exportColumns.map(({ cell }) => cell(action))
}

async function* csvOf(
  actions: AsyncIterable<ExportedAction>,
  above: string | undefined,
): AsyncGenerator<string> {
  yield csvMark + (above ? csvLine([above]) : '')
  yield csvLine(exportColumns.map(({ heading }) => heading))
  for await (const cells of cellsOf(actions)) yield csvLine(cells)
}

/** One object to a line, so that a long list can be read line by line. */
async function* jsonOf(
  actions: AsyncIterable<ExportedAction>,
  asAt: CalendarDate | undefined,
): AsyncGenerator<string> {
  yield asAt ? `{"asAt":"${asAt}","actions":[` : '['
  let before = '\n'
  for await (const cells of cellsOf(actions)) {
    yield (
      before +
      JSON.stringify(
        Object.fromEntries(exportColumns.map(({ heading }, at) => [heading, cells[at]])),
      )
    )
    before = ',\n'
  }
  yield asAt ? '\n]}\n' : '\n]\n'
}

/** Some hundred lines at a time: one by one they would cost more to send than to read. */
async function* inSteps(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting: string[] = []
  for await (const line of lines) {
    waiting.push(line)
    if (waiting.length < 200) continue
    yield Buffer.from(waiting.join(''))
    waiting = []
  }
  yield Buffer.from(waiting.join(''))
}

const atOnce = 500

/** Every action that fits, some hundreds at a time, with what the register itself does not show. */
export async function* exportedActions(
  pieces: Pieces,
  filter: RegisterFilter,
): AsyncGenerator<ExportedAction> {
  let waiting: RegisterRow[] = []
  for await (const row of registerRows(pieces, filter)) {
    waiting.push(row)
    if (waiting.length < atOnce) continue
    yield* await pieces.read(({ db }) => withDetails(db, waiting))
    waiting = []
  }
  if (waiting.length > 0) yield* await pieces.read(({ db }) => withDetails(db, waiting))
}

interface Details {
  id: number
  outcome: string
  successMeasure: string
  startOn: CalendarDate | null
  ownerEmail: string | null
  stated: Delivery | null
  lastUpdate: string | null
  recommendations: string[]
  contributors: { name: string; email: string }[]
  milestones: BroughtMilestone[]
}

async function withDetails(db: Db, rows: readonly RegisterRow[]): Promise<ExportedAction[]> {
  const ids = rows.map(({ id }) => id)
  const { rows: details } = await sql<Details>`
    select a.id, a.outcome, a.success_measure, a.start_on, o.email as owner_email,
           u.stated_delivery as stated, u.words as last_update,
           array(select r.text from action_recommendations ar join recommendations r on r.id = ar.recommendation_id
                  where ar.action_id = a.id order by r.id) as recommendations,
           coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'email', p.email) order by p.name, p.id)
                       from action_contributors c join people p on p.id = c.person_id
                      where c.action_id = a.id), '[]') as contributors,
           coalesce((select jsonb_agg(jsonb_build_object('title', m.title, 'dueOn', m.due_on, 'doneOn', m.done_on)
                                      order by m.due_on, m.id)
                       from milestones m where m.action_id = a.id), '[]') as milestones
      from actions a
      left join people o on o.id = a.owner_id
      left join lateral (
        select stated_delivery, words from updates where action_id = a.id
         order by said_at desc, id desc limit 1) u on true
     where a.id = any (${ids}::integer[])`.execute(db)
  const byId = new Map(details.map((one) => [one.id, one]))
  return rows.flatMap((row) => {
    const more = byId.get(row.id)
    // Nothing is removed from a plan; what is not there was never committed.
    return more ? [{ ...row, ...more }] : []
  })
}
