import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import { may } from '~/domain/access/permissions'
import { type VisitKind, visitKindTitles } from '~/domain/inspection/visit-kinds'
import { clockTime } from '~/domain/time/clock-time'
import { calendarDateIn, knownCalendarDate, shortDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import type { Choice } from '~/ui/field'
import { type Detail, eventDetails, eventTitle, type Names, subjectKinds } from './event-in-words'

export interface AuditTrailView {
  events: AuditEvent[]
  filter: { person: string | undefined; kind: string | undefined; isOlder: boolean }
  people: Choice[]
  kinds: Choice[]
  /** where the older ones begin, if there are any */
  older: string | undefined
}

export interface AuditEvent {
  id: number
  at: string
  /** undefined where the system itself acted */
  who: { name: string; to: string } | undefined
  title: string
  kind: string
  subject: { name: string; to: string | undefined }
  /** undefined where the reader may not see the thing that it speaks of */
  details: Detail[] | undefined
}

const mostOnAPage = 50

/** A place between two events: a moment in milliseconds, and the number of the event. */
function placeIn(text: string | undefined): { at: Date; id: number } | undefined {
  const parts = /^(\d{1,15})-(\d{1,15})$/.exec(text ?? '')
  return parts ? { at: new Date(Number(parts[1])), id: Number(parts[2]) } : undefined
}

export async function auditTrailView(
  context: Context,
  asked: { person?: string; kind?: string; before?: string },
): Promise<AuditTrailView> {
  const { db } = context
  const person = /^\d{1,9}$/.test(asked.person ?? '') ? Number(asked.person) : undefined
  const kind = asked.kind && asked.kind in subjectKinds ? asked.kind : undefined
  const before = placeIn(asked.before)

  const [rows, people, teams] = await Promise.all([
    db
      .selectFrom('events')
      .$if(person !== undefined, (query) =>
        query.where((eb) =>
          eb.or([
            eb('actorId', '=', person!),
            eb.and([eb('subjectKind', '=', 'person'), eb('subjectId', '=', person!)]),
          ]),
        ),
      )
      .$if(kind !== undefined, (query) => query.where('subjectKind', '=', kind!))
      .$if(before !== undefined, (query) =>
        query.where((eb) => {
          const place = sql`(${before!.at}::timestamptz, ${before!.id}::bigint)`
          return sql<boolean>`(${eb.ref('happenedAt')}, ${eb.ref('id')}) < ${place}`
        }),
      )
      .orderBy('happenedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(mostOnAPage + 1)
      .selectAll()
      .execute(),
    db
      .selectFrom('people')
      .orderBy(sql`name collate "en-GB-x-icu"`)
      .select(['id', 'name'])
      .execute(),
    db.selectFrom('teams').select(['id', 'name']).execute(),
  ])
  const shown = rows.slice(0, mostOnAPage)
  const last = shown.at(-1)
  const names: Names = {
    people: new Map(people.map(({ id, name }) => [id, name])),
    teams: new Map(teams.map(({ id, name }) => [id, name])),
  }
  const subjects = await subjectsOf(context, shown, names)
  return {
    events: shown.map((event) => {
      const subject = subjects.get(`${event.subjectKind} ${event.subjectId}`)
      const isHidden =
        event.subjectKind === 'evidence'
          ? !subject
          : event.what.includes('evidence') && !may(context.actor, 'evidence.read').allowed
      return {
        id: Number(event.id),
        at: `${shortDate(calendarDateIn(event.happenedAt, 'Europe/London'))}, ${clockTime(event.happenedAt)}`,
        who:
          event.actorId === null
            ? undefined
            : {
                name: names.people.get(event.actorId) ?? `Person ${event.actorId}`,
                to: paths.adminAudit({ person: String(event.actorId) }),
              },
        title: eventTitle(event.what),
        kind: subjectKinds[event.subjectKind] ?? event.subjectKind,
        subject: subject ?? {
          name: `${event.subjectKind.replaceAll('-', ' ')} ${event.subjectId}`,
          to: undefined,
        },
        details: isHidden ? undefined : eventDetails(event.before, event.after, names),
      }
    }),
    filter: { person: person?.toString(), kind, isOlder: before !== undefined },
    people: people.map(({ id, name }) => ({ value: String(id), title: name })),
    kinds: Object.entries(subjectKinds).map(([value, title]) => ({ value, title })),
    older:
      last && rows.length > mostOnAPage
        ? paths.adminAudit({
            person: person?.toString(),
            kind,
            before: `${last.happenedAt.getTime()}-${last.id}`,
          })
        : undefined,
  }
}

type Subjects = Map<string, AuditEvent['subject']>

/** What the events speak of, by name, as far as the reader may see it. */
async function subjectsOf(
  { db, actor }: Context,
  events: { subjectKind: string; subjectId: number }[],
  names: Names,
): Promise<Subjects> {
  const subjects: Subjects = new Map()
  const idsOf = (kind: string) => [
    ...new Set(events.filter((e) => e.subjectKind === kind).map((e) => e.subjectId)),
  ]
  const name = (kind: string, id: number, words: string, to?: string) =>
    subjects.set(`${kind} ${id}`, { name: words, to })
  const lookUp = async (kind: string, find: (ids: number[]) => Promise<unknown>) => {
    const ids = idsOf(kind)
    if (ids.length > 0) await find(ids)
  }

  for (const id of idsOf('person')) {
    name('person', id, names.people.get(id) ?? `Person ${id}`, paths.adminPerson(id))
  }
  for (const id of idsOf('team')) {
    name('team', id, names.teams.get(id) ?? `Team ${id}`, paths.adminTeams())
  }
  await Promise.all([
    lookUp('action', async (ids) => {
      const rows = await db
        .selectFrom('actions')
        .where('id', 'in', ids)
        .select(['id', 'title'])
        .execute()
      for (const { id, title } of rows) name('action', id, `A${id} ${title}`, paths.action(id))
    }),
    lookUp('evidence', async (ids) => {
      const rows = await db
        .selectFrom('evidence as e')
        .where('e.id', 'in', ids)
        .where(evidenceVisibleTo(actor))
        .select(['e.id', 'e.title'])
        .execute()
      for (const { id, title } of rows) name('evidence', id, title, paths.evidence(id))
    }),
    lookUp('inspection', async (ids) => {
      const rows = await db
        .selectFrom('inspections')
        .where('id', 'in', ids)
        .select(['id', 'council', 'inspectedTo'])
        .execute()
      for (const { id, council, inspectedTo } of rows) {
        const day = shortDate(knownCalendarDate(inspectedTo))
        name('inspection', id, `${council}, ${day}`, paths.inspection(id))
      }
    }),
    lookUp('recommendation', async (ids) => {
      const rows = await db
        .selectFrom('recommendations')
        .where('id', 'in', ids)
        .select(['id', 'position', 'text'])
        .execute()
      for (const { id, position, text } of rows) {
        name('recommendation', id, `R${position} ${text}`, paths.recommendation(id))
      }
    }),
    lookUp('visit', async (ids) => {
      const rows = await db
        .selectFrom('visits')
        .where('id', 'in', ids)
        .select(['id', 'kind', 'expectedFrom'])
        .execute()
      for (const { id, kind, expectedFrom } of rows) {
        const day = shortDate(knownCalendarDate(expectedFrom))
        name('visit', id, `${visitKindTitles[kind as VisitKind]}, ${day}`, paths.visit(id))
      }
    }),
    lookUp('report-import', async (ids) => {
      const mayOpen = may(actor, 'inspection.import').allowed
      const rows = await db
        .selectFrom('reportImports as i')
        .innerJoin('reportSources as s', 's.id', 'i.sourceId')
        .where('i.id', 'in', ids)
        .select(['i.id', 's.originalName'])
        .execute()
      for (const { id, originalName } of rows) {
        name('report-import', id, originalName, mayOpen ? paths.reportImport(id) : undefined)
      }
    }),
    lookUp('bring-in', async (ids) => {
      const mayOpen = may(actor, 'plan.bring-in').allowed
      const rows = await db
        .selectFrom('bringIns')
        .where('id', 'in', ids)
        .select(['id', 'originalName'])
        .execute()
      for (const { id, originalName } of rows) {
        name('bring-in', id, originalName, mayOpen ? paths.bringInPlan(id) : undefined)
      }
    }),
  ])
  return subjects
}
