import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import type { Db } from '~/db/db.server'
import { measureById, type RecordedMeasure } from '~/db/measure-facts.server'
import { handedOn, type HandedOn } from '~/db/offered.server'
import { allVisits } from '~/db/tables/visits.server'
import { may } from '~/domain/access/permissions'
import type { NamedPerson } from '~/domain/action/history'
import { actionStanding, type ActionStanding } from '~/domain/action/standing'
import type { Decision } from '~/domain/decision'
import type { VisitKind } from '~/domain/inspection/visit-kinds'
import { findingOf } from '~/domain/measure/finding'
import {
  type Better,
  type ComparatorKind,
  figureInShort,
  figureInWords,
  type Unit,
} from '~/domain/measure/measure'
import { type PeriodLength, periodName, periodTitle } from '~/domain/measure/period'
import { canRebaseline } from '~/domain/measure/rebaseline'
import { type Meaning, meaningTitles, signalTitles } from '~/domain/measure/signals'
import {
  glanceOf,
  type JudgedPoint,
  type MeasureGlance,
  type MeasureStanding,
  measureStanding,
} from '~/domain/measure/standing'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { clamped, drawXmr, type XmrDrawing } from '~/ui/charts/draw-xmr'
import { letterOf } from '~/ui/charts/layout'

export interface MeasureView {
  id: number
  title: string
  definition: string
  unit: Unit
  better: Better
  length: PeriodLength
  source: string
  owner: { name: string; hasLeft: boolean } | undefined
  /** who is asked to answer for it and has not accepted yet */
  handedTo: HandedOn | undefined
  /** who answered for it before, the latest first */
  ownersBefore: { name: string; until: CalendarDate; note: string }[]
  finding: string
  glance: MeasureGlance
  latest: string | undefined
  target: string | undefined
  awaits: string | undefined
  drawing: XmrDrawing | undefined
  /** how many figures there are, and whether the chart shows them all */
  figures: number
  isWhole: boolean
  /** Those of the chart, the latest first. */
  rows: FigureRow[]
  notes: {
    number: number | undefined
    period: string
    words: string
    who: string
    on: CalendarDate
  }[]
  visits: { letter: string; id: number; kind: VisitKind; on: CalendarDate }[]
  /** On the axis: when the actions that are linked to it started and finished. */
  marks: {
    id: number
    title: string
    startOn: CalendarDate | null
    deliveredOn: CalendarDate | null
  }[]
  comparators: { kind: ComparatorKind; year: string; figure: string; source: string }[]
  targets: { figure: string | undefined; validFrom: CalendarDate }[]
  baselines: { period: string; reason: string; who: string; on: CalendarDate }[]
  recommendations: { id: number; title: string }[]
  actions: { id: number; title: string; standing: ActionStanding }[]
  offers: { record: boolean; define: boolean; rebaseline: Decision | undefined }
}

export interface FigureRow {
  from: CalendarDate
  period: string
  figure: string
  /** "12 of 14" */
  parts: string
  limits: string
  target: string
  signal: { words: string; meaning: Meaning } | undefined
  notes: number[]
  /** What stood there before, the latest first; a figure that was taken away is undefined. */
  earlier: Revision[]
  /** why it is not what it was */
  correction: Omit<Revision, 'figure'> | undefined
}

interface Revision {
  figure: string | undefined
  who: string
  on: CalendarDate
  reason: string
}

const periodsInSight = 24

/** One measure: what it shows, how it is told, and every figure with its history. */
export async function measureView(
  context: Context,
  id: number,
  show: 'latest' | 'all',
): Promise<MeasureView | undefined> {
  const { db, actor, today } = context
  const measure = await measureById(db, id)
  if (!measure) return undefined
  const [record, actions, visits, revisions, recommendations] = await Promise.all([
    recordOf(db, id),
    judgedActions(db, { actionIds: measure.actionIds }),
    allVisits(db),
    revisionsOf(db, id),
    recommendationsOf(db, measure.recommendationIds),
  ])
  const standing = measureStanding(measure, today)
  const { unit, length } = measure
  const inSight = show === 'all' ? standing.points : standing.points.slice(-periodsInSight)
  const first = inSight[0]?.from
  const isInSight = (day: CalendarDate) => first !== undefined && day >= first && day <= today
  const notesInSight = record.notes.filter(({ from }) => isInSight(from))
  const held = visits.flatMap(({ id: visitId, kind, heldFrom }) =>
    heldFrom && isInSight(heldFrom) ? [{ id: visitId, kind, on: heldFrom }] : [],
  )
  const marks = actions
    .filter(({ startOn, deliveredOn }) => startOn !== null || deliveredOn !== null)
    .map(({ id: actionId, title, startOn, deliveredOn }) => ({
      id: actionId,
      title,
      startOn,
      deliveredOn,
    }))
  const numberOf = (from: CalendarDate) =>
    notesInSight.flatMap((note, at) => (note.from === from ? [at + 1] : []))
  const { latest, target, awaits } = standing
  return {
    id,
    title: measure.title,
    definition: measure.definition,
    unit,
    better: measure.better,
    length,
    source: measure.source,
    owner: measure.owner ? { name: measure.owner.name, hasLeft: measure.ownerLeft } : undefined,
    handedTo: (await handedOn(db, [{ kind: 'measure', id }]))[0],
    ownersBefore: await ownersBefore(context, id),
    finding: findingOf(measure, standing),
    glance: glanceOf(standing),
    latest: latest && `${figureInWords(latest.value, unit)} in ${periodName(latest.from, length)}`,
    target: target === null ? undefined : figureInWords(target, unit),
    awaits: awaits && periodName(awaits, length),
    drawing: drawXmr({
      finding: findingOf(measure, standing),
      unit,
      length,
      standing: within(standing, inSight),
      notes: notesInSight,
      visits: held,
      actions: marks.flatMap(({ title, startOn, deliveredOn }) => [
        ...(startOn ? [{ on: startOn, what: 'started' as const, title }] : []),
        ...(deliveredOn ? [{ on: deliveredOn, what: 'finished' as const, title }] : []),
      ]),
      today,
    }),
    figures: standing.points.length,
    isWhole: inSight.length === standing.points.length,
    rows: figureRows(measure, inSight, revisions, numberOf),
    notes: record.notes.map(({ from, words, who, writtenAt }) => {
      const at = notesInSight.findIndex((note) => note.from === from && note.words === words)
      return {
        number: at === -1 ? undefined : at + 1,
        period: periodTitle(from, length),
        words,
        who,
        on: calendarDateIn(new Date(writtenAt), 'Europe/London'),
      }
    }),
    visits: held.map((visit, at) => ({ ...visit, letter: letterOf(at) })),
    marks,
    comparators: record.comparators.map(({ kind, year, value, source }) => ({
      kind: kind as ComparatorKind,
      year,
      figure: figureInWords(value, unit),
      source,
    })),
    targets: measure.targets
      .map(({ validFrom, value }) => ({
        validFrom,
        figure: value === null ? undefined : figureInWords(value, unit),
      }))
      .reverse(),
    baselines: record.baselines.map(({ from, reason, who, decidedAt }) => ({
      period: periodName(from, length),
      reason,
      who,
      on: calendarDateIn(new Date(decidedAt), 'Europe/London'),
    })),
    recommendations,
    actions: actions.map((action) => ({
      id: action.id,
      title: action.title,
      standing: actionStanding(action, today),
    })),
    offers: {
      record: may(actor, 'measure.record').allowed,
      define: may(actor, 'measure.define').allowed,
      rebaseline: may(actor, 'measure.re-baseline').allowed
        ? canRebaseline(actor, {
            length,
            periods: measure.points.map(({ from }) => from),
            cuts: measure.cuts,
          })
        : undefined,
    },
  }
}

/** The part of a standing that lies in sight; its limits stay those of the whole. */
const within = (
  { segments }: MeasureStanding,
  points: readonly JudgedPoint[],
): Pick<MeasureStanding, 'points' | 'segments'> => {
  const shown = new Set(points.map(({ from }) => from))
  return {
    points,
    segments: segments.map((segment) => ({
      ...segment,
      points: segment.points.filter(({ from }) => shown.has(from)),
    })),
  }
}

function figureRows(
  { unit, length, points: recorded }: RecordedMeasure,
  points: readonly JudgedPoint[],
  revisions: ReadonlyMap<CalendarDate, RevisionRow[]>,
  notesOf: (from: CalendarDate) => number[],
): FigureRow[] {
  const parts = new Map(recorded.map((point) => [point.from, point]))
  return points
    .map(({ from, value, limits, target, signal }): FigureRow => {
      const { numerator, denominator } = parts.get(from)!
      const [present, ...earlier] = (revisions.get(from) ?? []).map((row) => ({
        figure: row.value === null ? undefined : figureInWords(row.value, unit),
        who: row.who,
        on: calendarDateIn(new Date(row.enteredAt), 'Europe/London'),
        reason: row.reason,
      }))
      return {
        from,
        period: periodTitle(from, length),
        figure: figureInWords(value, unit),
        parts:
          numerator === null || denominator === null
            ? ''
            : `${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')}`,
        limits: limits
          ? `${figureInShort(clamped(limits.lower, unit), unit)} to ${figureInShort(clamped(limits.upper, unit), unit)}`
          : '',
        target: target === null ? '' : figureInShort(target, unit),
        signal: signal
          ? {
              words: `${meaningTitles[signal.meaning]}: ${signalTitles[signal.kind][signal.direction].toLowerCase()}`,
              meaning: signal.meaning,
            }
          : undefined,
        notes: notesOf(from),
        earlier,
        correction: earlier.length > 0 ? present : undefined,
      }
    })
    .reverse()
}

interface RevisionRow {
  value: number | null
  who: string
  enteredAt: Date
  reason: string
}

/** Every revision of every period, the latest first. */
async function revisionsOf(db: Db, id: number): Promise<Map<CalendarDate, RevisionRow[]>> {
  const rows = await db
    .selectFrom('measurePoints as p')
    .innerJoin('people as by', 'by.id', 'p.enteredById')
    .where('p.measureId', '=', id)
    .orderBy('p.periodFrom')
    .orderBy('p.revision', 'desc')
    .select(['p.periodFrom', 'p.value', 'p.reason', 'p.enteredAt', 'by.name as who'])
    .execute()
  const byPeriod = new Map<CalendarDate, RevisionRow[]>()
  for (const { periodFrom, value, ...row } of rows) {
    const from = periodFrom as CalendarDate
    const revision = { ...row, value: value === null ? null : Number(value) }
    byPeriod.set(from, [...(byPeriod.get(from) ?? []), revision])
  }
  return byPeriod
}

/** What stands around the figures: notes, comparisons, decisions on the limits. */
/** Who answered for it and does no longer, with what the next one was told, the latest first. */
async function ownersBefore(
  { db, now }: Context,
  measureId: number,
): Promise<MeasureView['ownersBefore']> {
  const events = await db
    .selectFrom('events')
    .where('subjectKind', '=', 'measure')
    .where('subjectId', '=', measureId)
    .where('what', 'in', ['measure.edited', 'measure.passed-on'])
    .where('happenedAt', '<=', now)
    .orderBy('id', 'desc')
    .select(['happenedAt', 'before', 'after'])
    .execute()
  return events.flatMap(({ happenedAt, before, after }) => {
    // editMeasure and handOver write who it was; other changes say nothing of it.
    const { owner } = before as { owner?: NamedPerson | null }
    const { note = '' } = after as { note?: string }
    const until = calendarDateIn(happenedAt, 'Europe/London')
    return owner ? [{ name: owner.name, until, note }] : []
  })
}

async function recordOf(db: Db, id: number) {
  const { notes, comparators, baselines } = await db
    .selectFrom('measures as m')
    .where('m.id', '=', id)
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('measureNotes as n')
          .innerJoin('people as by', 'by.id', 'n.writtenById')
          .whereRef('n.measureId', '=', 'm.id')
          .orderBy('n.periodFrom')
          .orderBy('n.id')
          .select(['n.periodFrom as from', 'n.words', 'n.writtenAt', 'by.name as who']),
      ).as('notes'),
      jsonArrayFrom(
        eb
          .selectFrom('measureComparators as c')
          .whereRef('c.measureId', '=', 'm.id')
          .orderBy('c.year', 'desc')
          .orderBy('c.kind', 'desc')
          .select(['c.kind', 'c.year', 'c.value', 'c.source']),
      ).as('comparators'),
      jsonArrayFrom(
        eb
          .selectFrom('measureBaselines as b')
          .innerJoin('people as by', 'by.id', 'b.decidedById')
          .whereRef('b.measureId', '=', 'm.id')
          .orderBy('b.periodFrom', 'desc')
          .select(['b.periodFrom as from', 'b.reason', 'b.decidedAt', 'by.name as who']),
      ).as('baselines'),
    ])
    .executeTakeFirstOrThrow()
  const dated = <Row extends { from: string }>(row: Row) => ({
    ...row,
    from: row.from as CalendarDate,
  })
  return {
    notes: notes.map(dated),
    comparators: comparators.map((one) => ({ ...one, value: Number(one.value) })),
    baselines: baselines.map(dated),
  }
}

async function recommendationsOf(
  db: Db,
  ids: readonly number[],
): Promise<{ id: number; title: string }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('recommendations')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .select(['id', 'text as title'])
    .execute()
}
