import { sql } from 'kysely'
import type { ImpactVerdict } from '~/domain/action/impact'
import type { EvidenceKind } from '~/domain/evidence/kinds'
import { burnUp, type BurnUpDay, type BurnUpFacts } from '~/domain/plan/burn-up'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { endOfDay } from '~/domain/time/end-of-day'
import type { Db } from './db.server'
import { shelfLivesKnownAt } from './tables/shelf-lives.server'

/**
 * How many actions were delivered, assured and shown to make a difference at the end of each of the days,
 * as the plan stood then. One query for all of the days, over the rows of today and those that were
 * superseded, and one for the shelf lives; which evidence is enough is the rule's to say.
 */
export async function burnUpOn(db: Db, days: readonly CalendarDate[]): Promise<BurnUpDay[]> {
  const moments = days.map((day) => endOfDay(day, 'Europe/London'))
  const shelfLives = await shelfLivesKnownAt(db, moments)
  const counted = days.map((on, at) => ({ on, shelfLives: shelfLives[at]! }))
  return burnUp(counted, await spansOf(db, moments))
}

/** What the history says, its moments as places in the row of days: the first day's is 0. */
async function spansOf(db: Db, moments: readonly Date[]): Promise<BurnUpFacts> {
  const ends = moments.map((moment) => moment.toISOString())
  const { rows } = await sql<Row>`
    with ends (moments) as materialized (select ${ends}::timestamptz[]),
    -- a row's place is how many of the days had ended before its moment
    kept_actions as (
      select id, delivered_on, recorded_at as since, 'infinity'::timestamptz as superseded_at from public.actions
      union all
      select id, delivered_on, recorded_at, superseded_at from history.actions
    ),
    kept_links as (
      select evidence_id, action_id, recorded_at as since, 'infinity'::timestamptz as superseded_at
        from public.evidence_actions
      union all
      select evidence_id, action_id, recorded_at, superseded_at from history.evidence_actions
    ),
    kept_evidence as (
      select id, supersedes_id, kind, period_to, recorded_at as since, 'infinity'::timestamptz as superseded_at
        from public.evidence
      union all
      select id, supersedes_id, kind, period_to, recorded_at, superseded_at from history.evidence h
       -- what was let go of is told of no day
       where exists (select from public.evidence e where e.id = h.id)
    ),
    kept_reviews as (
      select evidence_id, id, verdict, recorded_at as since, 'infinity'::timestamptz as superseded_at
        from public.evidence_reviews
      union all
      select evidence_id, id, verdict, recorded_at, superseded_at from history.evidence_reviews
    ),
    -- a review counts until a later one is known, a sign-off likewise
    reviews as (
      select evidence_id, verdict, since,
             least(superseded_at, min(since) over (partition by evidence_id order by id
               rows between 1 following and unbounded following)) as superseded_at
        from kept_reviews
    ),
    kept_sign_offs as (
      select action_id, id, verdict, recorded_at as since, 'infinity'::timestamptz as superseded_at
        from public.impact_sign_offs
      union all
      select action_id, id, verdict, recorded_at, superseded_at from history.impact_sign_offs
    ),
    sign_offs as (
      select verdict, since,
             least(superseded_at, min(since) over (partition by action_id order by id
               rows between 1 following and unbounded following)) as superseded_at
        from kept_sign_offs
    ),
    accepted as (
      select e.id, e.supersedes_id, e.kind, e.period_to,
             greatest(e.since, r.since) as since, least(e.superseded_at, r.superseded_at) as superseded_at
        from reviews r join kept_evidence e on e.id = r.evidence_id
       where r.verdict = 'accepted'
    ),
    spans as (
      select 'action' as what, null::integer as action_id, null::integer as id, null as word,
             delivered_on as day, since, superseded_at
        from kept_actions
      union all
      select 'sign-off', null, null, verdict, null, since, superseded_at from sign_offs
      union all
      select 'evidence', l.action_id, e.id, e.kind, e.period_to,
             greatest(l.since, e.since), least(l.superseded_at, e.superseded_at)
        from accepted e join kept_links l on l.evidence_id = e.id
      union all
      select 'replaced', null, supersedes_id, null, null, since, superseded_at
        from accepted where supersedes_id is not null
    ),
    placed as (
      select what, action_id, id, word, day,
             width_bucket(since - interval '1 microsecond', moments) as "from",
             width_bucket(superseded_at - interval '1 microsecond', moments) as until
        from spans, ends
       where superseded_at > since
    )
    select what, action_id, id, word, day, "from", until, count(*)::integer as count
      from placed where "from" < until
     group by what, action_id, id, word, day, "from", until`.execute(db)
  const of = (what: Row['what']) => rows.filter((row) => row.what === what)
  return {
    actions: of('action').map(({ day, ...span }) => ({ ...span, deliveredOn: day })),
    signOffs: of('sign-off').map(({ word, ...span }) => ({
      ...span,
      verdict: word as ImpactVerdict,
    })),
    replaced: of('replaced').map(({ id, from, until }) => ({ id: id!, from, until })),
    evidence: of('evidence').map(({ id, actionId, word, day, from, until }) => ({
      id: id!,
      actionId: actionId!,
      kind: word as EvidenceKind,
      periodTo: day!,
      from,
      until,
    })),
  }
}

interface Row {
  what: 'action' | 'sign-off' | 'evidence' | 'replaced'
  actionId: number | null
  /** of evidence */
  id: number | null
  /** of a sign-off its verdict, of evidence its kind */
  word: string | null
  /** of an action when it was delivered, of evidence when its period ended */
  day: CalendarDate | null
  from: number
  until: number
  count: number
}
