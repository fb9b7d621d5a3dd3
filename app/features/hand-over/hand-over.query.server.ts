import type { Context } from '~/auth/context.server'
import { offeredName, stillOffered } from '~/db/offered.server'
import { peopleWhoMay } from '~/db/people-who-may.server'
import { newOwner, offersTo } from '~/db/tables/offers.server'
import { decisionsFor, everythingOf, type Item } from '~/db/what-is-theirs.server'
import { may } from '~/domain/access/permissions'
import type { Decision } from '~/domain/decision'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import type { Choice } from '~/ui/field'
import { personChoices } from '~/ui/person-choices'

export interface HandOverView {
  today: CalendarDate
  person: { id: number; name: string; jobTitle: string; leftOn: CalendarDate | undefined }
  /** whether the reader may hand over, and not only read */
  decision: Decision
  newOwners: Choice[]
  /** who is to take over, as far as that is chosen */
  to: { id: number; name: string } | undefined
  actions: ShownItem[]
  delivered: ShownItem[]
  parts: ShownItem[]
  requests: ShownItem[]
  reviews: ShownItem[]
  measures: ShownItem[]
  /** to be made ready for a visit, and to be seen to for the board */
  ready: ShownItem[]
  decided: ShownItem[]
  /** What is theirs and does not pass by itself: each in a sentence, with where to look. */
  beside: {
    sentence: string
    items: { id: number; title: string; to: string }[]
  }[]
  standsInFor: string[]
}

export interface ShownItem extends Omit<Item, 'held' | 'subject'> {
  /** undefined while nobody is chosen to take over */
  decision: Decision | undefined
}

/** Everything somebody has, before it is handed over; undefined where there is nobody. */
export async function handOverView(
  context: Context,
  personId: number,
  toId: number | undefined,
): Promise<HandOverView | undefined> {
  const { db, actor, today } = context
  const person = await db
    .selectFrom('people')
    .where('id', '=', personId)
    .select(['id', 'name', 'jobTitle', 'suspendedAt'])
    .executeTakeFirst()
  if (!person) return undefined
  const items = await everythingOf(db, personId)
  const to = toId === undefined ? undefined : await newOwner(db, toId)
  const decisions = to && (await decisionsFor(db, actor, personId, to, items))
  const shown = items.map(({ held: _, subject: __, ...item }) => ({
    ...item,
    decision: decisions?.get(item.key),
  }))
  const of = (kind: Item['kind']) => shown.filter((item) => item.kind === kind)
  return {
    today,
    person: {
      id: person.id,
      name: person.name,
      jobTitle: person.jobTitle,
      leftOn: person.suspendedAt ? calendarDateIn(person.suspendedAt, 'Europe/London') : undefined,
    },
    decision: may(actor, 'hand-over.make'),
    newOwners: personChoices(await peopleWhoMay(db, 'hand-over.answer', { but: personId })),
    to: to && { id: to.personId, name: to.name },
    actions: of('action').filter(({ action }) => !action?.isDelivered),
    delivered: of('action').filter(({ action }) => action?.isDelivered),
    parts: of('part'),
    requests: of('request'),
    reviews: of('review'),
    measures: of('measure'),
    ready: of('ready'),
    decided: of('decided'),
    beside: await besideThose(context, personId),
    standsInFor: await standsInFor(context, personId),
  }
}

/** Offers that others asked them to accept, dates they asked for, evidence of theirs that waits. */
async function besideThose(
  { db, actor }: Context,
  personId: number,
): Promise<HandOverView['beside']> {
  const [offered, dates, evidence] = await Promise.all([
    stillOffered(db, (tx) => offersTo(tx, personId)),
    db
      .selectFrom('dueDateChanges as c')
      .innerJoin('actions as a', 'a.id', 'c.actionId')
      .where('c.askedById', '=', personId)
      .where('c.decision', 'is', null)
      .orderBy('a.id')
      .select(['a.id', 'a.title'])
      .execute(),
    may(actor, 'evidence.read-restricted').allowed
      ? db
          .selectFrom('evidence as e')
          .where('e.addedById', '=', personId)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('evidenceReviews as v')
                  .whereRef('v.evidenceId', '=', 'e.id')
                  .select('v.id'),
              ),
            ),
          )
          .orderBy('e.id')
          .select(['e.id', 'e.title'])
          .execute()
      : [],
  ])
  const about = <One extends { id: number }>(
    sentence: string,
    rows: readonly One[],
    tell: (one: One) => { title: string; to: string },
  ) =>
    rows.length === 0
      ? []
      : [{ sentence, items: rows.map((one) => ({ id: one.id, ...tell(one) })) }]
  const anAction = ({ id, title }: { id: number; title: string }) => ({
    title,
    to: paths.action(id),
  })
  return [
    ...about('Asked to accept, and not answered yet', offered.reverse(), ({ id, item }) => ({
      title: offeredName(item),
      to: paths.offer(id),
    })),
    ...about('A new date they asked for waits for a leader', dates, anAction),
    ...about('Evidence they added waits to be judged', evidence, ({ id, title }) => ({
      title,
      to: paths.evidence(id),
    })),
  ]
}

async function standsInFor({ db, today }: Context, personId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('absences as a')
    .innerJoin('people as p', 'p.id', 'a.personId')
    .where('a.deputyId', '=', personId)
    .where('a.awayTo', '>=', today)
    .where('a.backOn', 'is', null)
    .orderBy('p.name')
    .select('p.name')
    .distinct()
    .execute()
  return rows.map(({ name }) => name)
}
