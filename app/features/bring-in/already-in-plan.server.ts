import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '~/db/db.server'
import type { BringInRow } from '~/db/tables/bring-in-rows.server'
import { deliveryTitles, type Delivery } from '~/domain/action/delivery'
import { folded } from '~/domain/bring-in/cell'
import { type Field, fieldTitles } from '~/domain/bring-in/columns'
import { type BroughtMilestone, milestoneInWords } from '~/domain/bring-in/milestones'
import { type BroughtAction, type Plan, type Problem, saysTheSame } from '~/domain/bring-in/row'
import { actionRef } from '~/domain/plan/references'
import { type CalendarDate, calendarDateIn, longDate } from '~/domain/time/calendar-date'

export interface AlreadyThere {
  state: 'already' | 'changed'
  actionId: number
  because: string
  differences: Problem[]
}

type Candidate = { row: BringInRow; action: BroughtAction }

/**
 * Which of these rows are actions of the plan: brought in before word for word, exported from it, or alike in
 * their reference or their words. What differs is told, and nothing is doubled.
 */
export async function alreadyInPlan(
  tx: Tx,
  candidates: readonly Candidate[],
  plan: Plan,
): Promise<Map<number, AlreadyThere>> {
  const found = new Map<number, AlreadyThere>()
  if (candidates.length === 0) return found
  const known = await likelyActions(tx, candidates)
  for (const { row, action } of candidates) {
    const before = known.find((one) => one.contentSha256 === row.contentSha256)
    if (before) {
      const on = longDate(calendarDateIn(before.broughtInAt!, 'Europe/London'))
      const because = `It was brought in on ${on} as ${actionRef(before.id)}.`
      found.set(row.rowAt, { state: 'already', actionId: before.id, because, differences: [] })
      continue
    }
    const there = sameAction(known, action)
    if (!there) continue
    const differences = differencesFrom(there, action, plan)
    found.set(row.rowAt, {
      state: differences.length > 0 ? 'changed' : 'already',
      actionId: there.id,
      because:
        differences.length > 0
          ? `The plan has it as ${actionRef(there.id)}. If it is another action, change its reference or its words.`
          : `It is ${actionRef(there.id)}.`,
      differences,
    })
  }
  return found
}

interface PlannedAction {
  id: number
  title: string
  outcome: string
  successMeasure: string
  ownerId: number | null
  ownerName: string | null
  contributors: string[]
  teamId: number | null
  themeName: string | null
  deliveredOn: CalendarDate | null
  milestones: BroughtMilestone[]
  startOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  dueOn: CalendarDate | null
  oldRef: string | null
  contentSha256: string | null
  broughtInAt: Date | null
  stated: Delivery | null
  said: string | null
}

async function likelyActions(tx: Tx, candidates: readonly Candidate[]): Promise<PlannedAction[]> {
  const hashes = candidates.map(({ row }) => row.contentSha256)
  const ids = candidates.flatMap(({ action }) => action.waymarkId ?? [])
  const refs = candidates.map(({ action }) => action.ref).filter((ref) => ref !== '')
  const titles = candidates.map(({ action }) =>
    createHash('md5').update(action.title.trim().toLowerCase()).digest('hex'),
  )
  const { rows } = await sql<PlannedAction>`
    with likely as (
      select action_id as id from action_sources where content_sha256 = any (${hashes}::text[])
      union select action_id from action_sources where old_ref <> '' and old_ref = any (${refs}::text[])
      union select id from actions where id = any (${ids}::integer[])
      union select id from actions where md5(lower(btrim(title))) = any (${titles}::text[]))
    select a.id, a.title, a.outcome, a.success_measure, a.owner_id, o.name as owner_name,
           a.start_on, a.original_due_on, a.due_on, a.delivered_on, coalesce(a.team_id, o.team_id) as team_id,
           t.name as theme_name,
           array(select p.name from action_contributors c join people p on p.id = c.person_id
                  where c.action_id = a.id) as contributors,
           coalesce((select jsonb_agg(jsonb_build_object('title', m.title, 'dueOn', m.due_on, 'doneOn', m.done_on)
                                      order by m.due_on, m.id)
                       from milestones m where m.action_id = a.id), '[]') as milestones,
           s.old_ref, s.content_sha256, b.confirmed_at as brought_in_at,
           u.stated_delivery as stated, u.words as said
      from likely l
      join actions a on a.id = l.id
      left join people o on o.id = a.owner_id
      left join themes t on t.id = a.theme_id
      left join action_sources s on s.action_id = a.id
      left join bring_ins b on b.id = s.bring_in_id
      left join lateral (
        select stated_delivery, words from updates where action_id = a.id
         order by said_at desc, id desc limit 1) u on true
     order by a.id`.execute(tx)
  return rows
}

/** The action that a row is: by our reference, where the words agree; else alike in words, first where theirs is the same too. */
function sameAction(
  known: readonly PlannedAction[],
  action: BroughtAction,
): PlannedAction | undefined {
  if (action.waymarkId !== null) {
    const exported = known.find(({ id }) => id === action.waymarkId)
    if (exported && agrees(exported, action)) return exported
  }
  const title = folded(action.title)
  if (title === '') return undefined
  const byRef = action.ref === '' ? [] : known.filter(({ oldRef }) => oldRef === action.ref)
  const alike = byRef.find((one) => saysTheSame(one.title, action.title))
  return (
    alike ??
    known.find((one) => folded(one.title) === title && (one.oldRef ?? '') === action.ref) ??
    known.find((one) => folded(one.title) === title && (!one.oldRef || action.ref === ''))
  )
}

/** Another council's plan has an A1 as well: of one action, some words stay when the others change. */
const agrees = (there: PlannedAction, { title, outcome, successMeasure }: BroughtAction): boolean =>
  saysTheSame(there.title, title) ||
  isTheSame(there.outcome, outcome) ||
  isTheSame(there.successMeasure, successMeasure)

const isTheSame = (one: string, other: string): boolean =>
  folded(one) !== '' && folded(one) === folded(other)

/** What the row says otherwise than the plan, in the columns that it has. */
function differencesFrom(there: PlannedAction, action: BroughtAction, plan: Plan): Problem[] {
  const used = new Set(Object.values(plan.columns))
  const nameOf = (id: number | null) =>
    plan.people.find((person) => person.id === id)?.name ?? 'nobody'
  const date = (on: CalendarDate | null) => (on ? longDate(on) : 'none')
  const differences: Problem[] = []
  const compare = (field: Field, was: string, is: string, isSame = folded(was) === folded(is)) => {
    if (!used.has(field) || isSame) return
    differences.push({
      field,
      sentence: `${fieldTitles[field]}: “${is || 'nothing'}” here, “${was || 'nothing'}” in the plan.`,
    })
  }
  compare('title', there.title, action.title)
  compare('outcome', there.outcome, action.outcome)
  compare('success-measure', there.successMeasure, action.successMeasure)
  compare(
    used.has('owner') ? 'owner' : 'owner-email',
    there.ownerName ?? 'nobody',
    nameOf(action.ownerId),
  )
  const list = (words: readonly string[]) => [...words].sort().join(', ')
  const contributors = action.contributorIds.map(nameOf)
  compare('contributors', list(there.contributors), list(contributors))
  const ownersTeam = plan.people.find(({ id }) => id === action.ownerId)?.teamId ?? null
  const teamName = (id: number | null) => plan.teams.find((team) => team.id === id)?.name ?? 'none'
  compare('team', teamName(there.teamId), teamName(action.teamId ?? ownersTeam))
  const theme =
    typeof action.theme === 'number'
      ? plan.themes.find(({ id }) => id === action.theme)?.name
      : action.theme
  compare('theme', there.themeName ?? 'none', theme ?? 'none')
  compare('start', date(there.startOn), date(action.startOn))
  compare('due', date(there.originalDueOn), date(action.originalDueOn))
  if (used.has('revised')) compare('revised', date(there.dueOn), date(action.dueOn))
  compare('delivered', date(there.deliveredOn), date(action.deliveredOn))
  const steps = (milestones: readonly BroughtMilestone[]) => list(milestones.map(milestoneInWords))
  compare('milestones', steps(there.milestones), steps(action.milestones))
  if (action.stated) {
    compare(
      'status',
      there.stated ? deliveryTitles[there.stated] : 'nothing',
      deliveryTitles[action.stated],
    )
  }
  const isSaid =
    action.progress === '' || folded(there.said ?? '').includes(folded(action.progress))
  compare('progress', there.said ?? '', action.progress, isSaid)
  return differences
}
