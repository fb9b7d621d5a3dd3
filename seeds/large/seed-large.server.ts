/**
 * A plan of the size of a large council's, made by statements over whole sets and not by the product's
 * commands, which would take hours. Every constraint and every trigger of the database holds for it as
 * for any other: history is kept, due dates move by recorded changes, nobody judges their own evidence.
 */
import { sql } from 'kysely'
import { bringStandingsUpTo } from '~/db/action-standings.server'
import { type Db, inTransaction, type Tx } from '~/db/db.server'
import { insertBlob } from '~/db/tables/blobs.server'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { receiveUpload } from '~/storage/storage.server'
import * as words from './words'

export interface LargePlan {
  actions: number
  recommendations: number
  people: number
  updates: number
  evidence: number
  measures: number
}

/** The plan of real size, and smaller ones in the same proportions. */
export const planOf = (actions: number): LargePlan => ({
  actions,
  recommendations: Math.max(4, Math.round(actions / 25)),
  people: Math.max(5, Math.round(actions / 20)),
  updates: actions * 6,
  evidence: actions * 4,
  measures: Math.max(4, Math.round(actions / 100)),
})

/**
 * Makes the plan in an empty database, as at `now`, and answers what stands in it then, counted. Everybody
 * has the password that `argon2id` is of.
 */
export async function seedLarge(
  db: Db,
  { plan, now, argon2id }: { plan: LargePlan; now: Date; argon2id: string | undefined },
): Promise<LargePlan> {
  const today = calendarDateIn(now, 'Europe/London')
  const made = await inTransaction({ db, now }, async (tx) => {
    await tellWords(tx)
    await actBefore(tx, now, 400)
    await makePeople(tx, plan, now, argon2id)
    await makeInspections(tx, plan, today, now)
    await makeVisits(tx, today, now)
    await actBefore(tx, now, 400)
    await makeActions(tx, plan, today, now)
    await makeMeasures(tx, plan, today, now)
    await deliver(tx, plan, today, now)
    await sayAndMove(tx, plan, today, now)
    await showAndJudge(tx, plan, today, now)
    await recordEvents(tx)
  })
  if (made) throw new Error(made.because)
  await sql`analyze`.execute(db)
  await bringStandingsUpTo(today, db)
  await sql`analyze`.execute(db)
  return counted(db)
}

async function counted(db: Db): Promise<LargePlan> {
  const { rows } = await sql<LargePlan>`
    select (select count(*)::integer from actions) as actions,
           (select count(*)::integer from recommendations) as recommendations,
           (select count(*)::integer from people) as people,
           (select count(*)::integer from updates) as updates,
           (select count(*)::integer from evidence) as evidence,
           (select count(*)::integer from measures) as measures`.execute(db)
  return rows[0]!
}

/** From here on all is recorded so many days before `now`: a past day is read from what was recorded then. */
const actBefore = (tx: Tx, now: Date, days: number): Promise<unknown> =>
  sql`select set_config('waymark.now', (${now}::timestamptz - make_interval(days => ${days}))::text, true)`.execute(
    tx,
  )

/** What the statements below draw from: draw(n, salt, of) is the same number at every run. */
async function tellWords(tx: Tx): Promise<void> {
  await sql`
    create temporary table said_in (kind text primary key, words text[] not null) on commit drop`.execute(
    tx,
  )
  for (const [kind, list] of Object.entries(words)) {
    await sql`insert into said_in values (${kind}, ${list}::text[])`.execute(tx)
  }
  await sql`
    create function pg_temp.draw(n bigint, salt integer, of_how_many integer) returns integer
    language sql immutable as $$
      select (abs(hashint8extended(n * 7919 + salt, salt)) % of_how_many)::integer
    $$`.execute(tx)
  await sql`
    create function pg_temp.word(of_kind text, n bigint, salt integer) returns text language sql stable as $$
      select words[1 + pg_temp.draw(n, salt, cardinality(words))] from said_in where kind = of_kind
    $$`.execute(tx)
}

/** The first four can sign in as a manager, a leader, an observer and an administrator. */
async function makePeople(tx: Tx, plan: LargePlan, now: Date, argon2id: string | undefined) {
  const teams = Math.max(4, Math.round(plan.people / 12))
  await sql`
    insert into teams (name) select 'Team ' || n from generate_series(1, ${teams}) n`.execute(tx)
  await sql`
    insert into people (name, email, job_title, team_id, suspended_at, created_at)
    select f.words[1 + (n - 1) % cardinality(f.words)] || ' ' ||
             l.words[1 + ((n - 1) / cardinality(f.words)) % cardinality(l.words)],
           case n when 1 then 'manager' when 2 then 'leader' when 3 then 'observer' when 4 then 'admin'
             else 'person-' || n end || '@harrowdale.example',
           case when n <= 4 or n % 5 = 0 then 'Team manager' else 'Social worker' end,
           1 + n % ${teams}, case when n > 4 and n % 29 = 0 then ${now}::timestamptz end, ${now}
      from generate_series(1, ${plan.people}) n, said_in f, said_in l
     where f.kind = 'firstNames' and l.kind = 'lastNames'`.execute(tx)
  await sql`
    insert into person_roles (person_id, role)
    select id, case id when 1 then 'manager' when 2 then 'leader' when 3 then 'observer' when 4 then 'admin'
             else case when id % 5 = 0 then 'manager' else 'practitioner' end end
      from people`.execute(tx)
  if (argon2id) {
    await sql`
      insert into passwords (person_id, argon2id, set_at) select id, ${argon2id}, ${now} from people`.execute(
      tx,
    )
  }
}

async function makeInspections(tx: Tx, plan: LargePlan, today: CalendarDate, now: Date) {
  const each = 10
  const inspections = Math.ceil(plan.recommendations / each)
  await sql`
    insert into inspections (kind, framework_id, council, inspected_from, inspected_to,
                             report_received_on, confirmed_by_id, confirmed_at)
    select 'ilacs', 'ilacs-2023', 'Harrowdale',
           ${today}::date - 400 - n * 45, ${today}::date - 390 - n * 45, ${today}::date - 360 - n * 45, 1, ${now}
      from generate_series(1, ${inspections}) n`.execute(tx)
  await sql`
    insert into recommendations (inspection_id, position, kind, text, wording, heading, page, area,
                                 national_framework)
    select 1 + (n - 1) / ${each}, n,
           case when n % 9 = 0 then 'area-for-priority-action' else 'area-for-improvement' end,
           'The quality and timeliness of ' || pg_temp.word('things', n, 1) || ' ' || pg_temp.word('ways', n, 2) ||
             ', so that children benefit.',
           'verbatim', 'What needs to improve?', 1 + n % 12,
           (array['help-and-protection', 'children-in-care', 'care-leavers', 'leaders'])[1 + n % 4],
           array['outcome-' || (1 + n % 4)]
      from generate_series(1, ${plan.recommendations}) n`.execute(tx)
}

/** One that is ahead, and one that was held 85 days ago, from which "since the last visit" is counted. */
async function makeVisits(tx: Tx, today: CalendarDate, now: Date) {
  await sql`
    insert into visits (inspection_id, kind, expected_from, expected_to, planned_by_id, planned_at)
    select 1, 'monitoring-visit', ${today}::date + days, ${today}::date + days + 1, 1,
           ${now}::timestamptz - interval '400 days'
      from unnest(array[40, -86]) with ordinality as ahead (days, n) order by n`.execute(tx)
  await actBefore(tx, now, 84)
  await sql`
    update visits set held_from = expected_from, held_to = expected_to
     where expected_to < ${today}::date`.execute(tx)
}

async function makeActions(tx: Tx, plan: LargePlan, today: CalendarDate, now: Date) {
  await sql`insert into themes (name) select initcap(t) from said_in, unnest(words) t where kind = 'things'`.execute(
    tx,
  )
  await sql`
    insert into actions (title, outcome, success_measure, owner_id, start_on, original_due_on, due_on,
                         delivered_on, created_by_id, created_at, theme_id)
    select pg_temp.word('doing', n, 3) || ' ' || pg_temp.word('things', n, 4) || ' ' || pg_temp.word('ways', n, 5),
           pg_temp.word('aims', n, 6), pg_temp.word('measured', n, 7),
           case when n % 23 > 0 then 1 + pg_temp.draw(n, 8, ${plan.people}) end,
           due - 200, case when n % 31 > 0 then due end, case when n % 31 > 0 then due end, null, 1, ${now}::timestamptz - interval '400 days',
           case when n % 2 = 0 then 1 + pg_temp.draw(n, 10, (select count(*)::integer from themes)) end
      from generate_series(1, ${plan.actions}) n,
           lateral (select ${today}::date - 240 + pg_temp.draw(n, 9, 480) as due) d
     order by n`.execute(tx)
  // A whole inspection's recommendations are answered by actions that follow one another.
  await sql`
    insert into action_recommendations (action_id, recommendation_id)
    select n, 1 + ((n - 1) * ${plan.recommendations}::bigint / ${plan.actions})::integer
      from generate_series(1, ${plan.actions}) n`.execute(tx)
  await sql`
    insert into milestones (action_id, title, due_on, done_on)
    select a.id, pg_temp.word('doing', a.id * 3 + k, 11) || ' ' || pg_temp.word('things', a.id * 3 + k, 12),
           a.start_on + k * 60,
           case when pg_temp.draw(a.id * 3 + k, 13, 10) < 8 and a.start_on + k * 60 < ${today}::date
             then a.start_on + k * 60 - 3 end
      from actions a, generate_series(1, 3) k`.execute(tx)
}

/** Each is followed for three years, month by month, and linked to a recommendation and to two actions. */
async function makeMeasures(tx: Tx, plan: LargePlan, today: CalendarDate, now: Date) {
  await sql`
    insert into measures (title, definition, unit, period, better, owner_id, created_by_id, created_at)
    select 'In time: ' || pg_temp.word('things', n, 31) || ', ' || n,
           'Of all that were due in the month, the share that was done in time.', 'percent', 'month', 'up',
           1 + pg_temp.draw(n, 32, ${plan.people}), 1, ${now}::timestamptz - interval '400 days'
      from generate_series(1, ${plan.measures}) n order by n`.execute(tx)
  await sql`
    insert into measure_targets (measure_id, valid_from, value, set_by_id, set_at)
    select id, ${today}::date - 400, 85, 1, ${now}::timestamptz - interval '400 days' from measures`.execute(
    tx,
  )
  await sql`
    insert into measure_links (measure_id, recommendation_id, action_id)
    select n, 1 + ((n - 1) * ${plan.recommendations}::bigint / ${plan.measures})::integer, null
      from generate_series(1, ${plan.measures}) n
    union all
    select n, null, 1 + (n * 97 + k * 31) % ${plan.actions}
      from generate_series(1, ${plan.measures}) n, generate_series(1, 2) k`.execute(tx)
  for (const ago of [400, 300, 200, 100, 1]) {
    await actBefore(tx, now, ago)
    // The last of every five got worse nine months ago.
    await sql`
      insert into measure_points (measure_id, unit, period, period_from, revision, value, entered_by_id, entered_at)
      select m.id, m.unit, m.period, month::date, 1,
             66 + pg_temp.draw(m.id * 50 + n, 33, 12) - case when m.id % 5 = 0 and n > 27 then 14 else 0 end,
             1, ${now}::timestamptz - make_interval(days => ${ago})
        from measures m,
             generate_series(date_trunc('month', ${today}::timestamp) - interval '36 months',
                             ${today}::timestamp, interval '1 month') with ordinality as months (month, n)
       where (month + interval '1 month')::date <= ${today}::date - ${ago}::integer
         and not exists (select from measure_points p
                          where p.measure_id = m.id and p.period_from = month::date)`.execute(tx)
  }
  await actBefore(tx, now, 400)
}

/** A third of what is due was delivered five days before, recorded month by month. */
async function deliver(tx: Tx, plan: LargePlan, today: CalendarDate, now: Date) {
  for (let ago = 240; ago >= 0; ago -= 30) {
    await actBefore(tx, now, ago)
    await sql`
      update actions set delivered_on = due_on - 5
       where id % 3 = 0 and id % 31 > 0 and delivered_on is null
         and due_on < ${today}::date and due_on - 5 <= ${today}::date - ${ago}::integer`.execute(tx)
  }
}

async function sayAndMove(tx: Tx, plan: LargePlan, today: CalendarDate, now: Date) {
  const rounds = Math.round(plan.updates / plan.actions)
  for (let round = rounds - 1; round >= 0; round -= 1) {
    await actBefore(tx, now, 1 + round * 28)
    await sql`
      insert into updates (action_id, author_id, said_at, stated_delivery, confidence, words)
      select a.id, coalesce(a.owner_id, 1),
             ${now}::timestamptz - make_interval(days => 1 + ${round}::integer * 28 + pg_temp.draw(n, 14, 25)),
             (array['on-track', 'on-track', 'on-track', 'at-risk', 'off-track'])[1 + pg_temp.draw(n, 15, 5)],
             (array['low', 'medium', 'high'])[1 + pg_temp.draw(n, 16, 3)],
             pg_temp.word('said', n, 17) || ' ' || pg_temp.word('said', n, 18)
        from generate_series(${round * plan.actions}::integer, ${(round + 1) * plan.actions - 1}::integer) n
        join actions a on a.id = 1 + n % ${plan.actions}
       order by n desc`.execute(tx)
  }
  await actBefore(tx, now, 20)
  await sql`
    insert into due_date_changes (action_id, from_on, to_on, reason, asked_by_id, asked_at, late_move,
                                  decision, decided_at)
    select a.id, a.due_on, a.due_on + 7 + pg_temp.draw(a.id, 19, 60), pg_temp.word('said', a.id, 20),
           coalesce(a.owner_id, 1), ${now}::timestamptz - interval '20 days',
           case when a.due_on < ${today}::date - 20 then array['It was moved after it had passed.'] else '{}' end,
           'not-needed', ${now}::timestamptz - interval '20 days'
      from actions a where a.due_on is not null and a.delivered_on is null and a.id % 4 = 0`.execute(
    tx,
  )
  await sql`
    update actions a set due_on = c.to_on from due_date_changes c where c.action_id = a.id`.execute(
    tx,
  )
}

async function showAndJudge(tx: Tx, plan: LargePlan, today: CalendarDate, now: Date) {
  for (const [part, ago] of [150, 70, 10].entries()) {
    await actBefore(tx, now, ago)
    await sql`
      insert into evidence (title, kind, period_from, period_to, shows, restricted, added_by_id, added_at)
      select 'Sample of ' || pg_temp.word('things', n, 21) || ', ' || n,
             (array['performance-data', 'case-audit', 'practice-observation', 'voice', 'policy'])
               [1 + pg_temp.draw(n, 22, 5)],
             ends - 30, ends, pg_temp.word('shown', n, 23), n % 50 = 0,
             1 + pg_temp.draw(n, 24, ${plan.people}),
             ${now}::timestamptz - make_interval(days => ${ago})
        from generate_series(${Math.floor((plan.evidence * part) / 3) + 1}::integer,
                             ${Math.floor((plan.evidence * (part + 1)) / 3)}::integer) n,
             lateral (select ${today}::date - ${ago}::integer - 5 - pg_temp.draw(n, 25, 150) as ends) d
       order by n`.execute(tx)
    await sql`
      insert into evidence_actions (evidence_id, action_id)
      select e.id, 1 + e.id % ${plan.actions} from evidence e
       where not exists (select from evidence_actions ea where ea.evidence_id = e.id)`.execute(tx)
  }
  await actBefore(tx, now, 5)
  await sql`
    insert into evidence_reviews
      (evidence_id, added_by_id, reviewer_id, reviewed_at, verdict, strength, reason)
    select e.id, e.added_by_id, case when e.added_by_id = 1 then 5 else 1 end,
           ${now}::timestamptz - interval '5 days',
           case when e.id % 13 = 0 then 'returned' else 'accepted' end,
           case when e.id % 13 = 0 then null else 'output' end, 'Read and compared with the records.'
      from evidence e where e.id % 10 < 7`.execute(tx)
  await makeFiles(tx, plan, now)
}

/** Half of the evidence has a file with words in it; the same few files, for the sake of the disk. */
async function makeFiles(tx: Tx, plan: LargePlan, now: Date) {
  const files: { sha256: string; text: string }[] = []
  for (const at of Array(20).keys()) {
    const line = (n: number) => words.pages[(at + n) % words.pages.length]!
    const text = `Sample ${at + 1}\n\n${[0, 1, 2, 3].map(line).join('\n\n')}\n`
    const form = new FormData()
    form.set('file', new File([text], `sample-${at + 1}.txt`, { type: 'text/plain' }))
    const upload = await receiveUpload(
      new Request('http://seed.example/', { method: 'POST', body: form }),
      { maxBytes: 100_000, fileField: 'file' },
    )
    if (!upload.ok || !upload.file) throw new Error('A file of the large plan could not be stored.')
    const { sha256, bytes, mediaType } = upload.file
    await insertBlob(tx, { sha256, bytes, mediaType, storedAt: now })
    files.push({ sha256, text })
  }
  const json = JSON.stringify(files)
  await sql`
    with files as (
      select row_number() over () as at, f.* from jsonb_to_recordset(${json}::jsonb) as f (sha256 text, text text)
    ), added as (
      insert into evidence_files (evidence_id, blob_sha256, name, media_type, added_at)
      select n * 2, f.sha256, 'sample-' || f.at || '.txt', 'text/plain', ${now}
        from generate_series(1, ${Math.floor(plan.evidence / 2)}) n join files f on f.at = 1 + n % 20
      returning id, blob_sha256
    )
    insert into evidence_file_texts (file_id, text, read_at)
    select added.id, f.text, ${now} from added join files f on f.sha256 = added.blob_sha256`.execute(
    tx,
  )
}

/** What happened, in the words that each action's page tells it in. */
async function recordEvents(tx: Tx) {
  await sql`
    insert into events (happened_at, actor_id, what, subject_kind, subject_id, before, after)
    select happened_at, actor_id, what, subject_kind, subject_id, before, after from (
      select a.created_at as happened_at, a.created_by_id as actor_id, 'action.created' as what,
             'action' as subject_kind, a.id as subject_id, null::jsonb as before,
             jsonb_build_object('title', a.title, 'outcome', a.outcome, 'successMeasure', a.success_measure,
               'owner', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end,
               'startOn', a.start_on, 'dueOn', a.original_due_on, 'contributors', '[]'::jsonb,
               'recommendations', (select jsonb_agg(ar.recommendation_id) from action_recommendations ar
                                    where ar.action_id = a.id),
               'milestones', (select jsonb_agg(jsonb_build_object('title', m.title, 'dueOn', m.due_on))
                                from milestones m where m.action_id = a.id)) as after
        from actions a left join people p on p.id = a.owner_id
      union all
      select u.said_at, u.author_id, 'action.update-posted', 'action', u.action_id, null,
             jsonb_build_object('updateId', u.id, 'statedDelivery', u.stated_delivery, 'confidence', u.confidence)
        from updates u
      union all
      select c.asked_at, c.asked_by_id, 'action.due-date-changed', 'action', c.action_id,
             jsonb_build_object('dueOn', c.from_on),
             jsonb_build_object('dueOn', c.to_on, 'reason', c.reason, 'lateMove', c.late_move)
        from due_date_changes c
      union all
      select e.added_at, e.added_by_id, 'evidence.added', 'evidence', e.id, null,
             jsonb_build_object('actionId', ea.action_id, 'kind', e.kind, 'periodFrom', e.period_from,
               'periodTo', e.period_to, 'restricted', e.restricted)
        from evidence e join evidence_actions ea on ea.evidence_id = e.id
      union all
      select v.reviewed_at, v.reviewer_id, 'evidence.' || v.verdict, 'evidence', v.evidence_id, null,
             jsonb_build_object('reason', v.reason)
        from evidence_reviews v
      union all
      select v.planned_at, v.planned_by_id, 'visit.planned', 'visit', v.id, null,
             jsonb_build_object('inspectionId', v.inspection_id, 'kind', v.kind,
               'expectedFrom', v.expected_from, 'expectedTo', v.expected_to)
        from visits v
      union all
      select v.recorded_at, v.planned_by_id, 'visit.held', 'visit', v.id,
             jsonb_build_object('expectedFrom', v.expected_from, 'expectedTo', v.expected_to),
             jsonb_build_object('heldFrom', v.held_from, 'heldTo', v.held_to)
        from visits v where v.held_to is not null
    ) happened order by happened_at`.execute(tx)
}
