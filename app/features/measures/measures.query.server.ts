import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import type { Db } from '~/db/db.server'
import { judgedMeasure, recordedMeasures } from '~/db/measure-facts.server'
import { may } from '~/domain/access/permissions'
import { actionStanding } from '~/domain/action/standing'
import {
  isFor,
  isWithoutEffect,
  isWrongWayThoughGreen,
  type LinkedMeasure,
} from '~/domain/measure/effect'
import { findingInShort } from '~/domain/measure/finding'
import { figureInWords } from '~/domain/measure/measure'
import { periodInShort, periodName } from '~/domain/measure/period'
import {
  byStanding,
  glanceOf,
  type MeasureGlance,
  measureStanding,
} from '~/domain/measure/standing'
import { type CalendarDate } from '~/domain/time/calendar-date'
import { drawSpark, type Spark } from '~/ui/charts/draw-xmr'

export interface MeasureRow {
  id: number
  title: string
  finding: string
  glance: MeasureGlance
  /** "14 in Sept 2026"; undefined where there is no figure yet */
  latest: { figure: string; period: string } | undefined
  target: string | undefined
  /** the period that is over and has no figure yet: "October 2026" */
  awaits: string | undefined
  spark: Spark | undefined
}

export interface MeasuresView {
  /** Worst first. */
  measures: MeasureRow[]
  /** Finished actions whose measure shows no improvement since, the longest ago first. */
  withoutEffect: {
    action: { id: number; title: string }
    deliveredOn: CalendarDate
    measure: { id: number; title: string }
  }[]
  /** Measures that move the wrong way though every action for them is on track or delivered. */
  wrongWayThoughGreen: {
    measure: { id: number; title: string }
    finding: string
    actions: { id: number; title: string }[]
  }[]
  mayDefine: boolean
  mayRecord: boolean
}

const periodsInASpark = 24

export async function measuresView({ db, actor, today }: Context): Promise<MeasuresView> {
  const measures = (await recordedMeasures(db))
    .map((measure) => ({ measure, standing: measureStanding(measure, today) }))
    .sort((a, b) => byStanding(a.standing, b.standing))
  const linked = measures
    .filter(({ measure }) => measure.actionIds.length + measure.recommendationIds.length > 0)
    .map(({ measure, standing }) => judgedMeasure(measure, standing))
    .sort((a, b) => a.id - b.id)
  const actions = await judgedActions(db, { actionIds: await actionsFor(db, linked) })
  const judged = actions.map((action) => ({
    ...action,
    delivery: actionStanding(action, today).delivery.rating,
  }))
  return {
    measures: measures.map(({ measure, standing }) => {
      const { id, title, unit, length } = measure
      const { latest, target, awaits } = standing
      return {
        id,
        title,
        finding: findingInShort(measure, standing),
        glance: glanceOf(standing),
        latest: latest && {
          figure: figureInWords(latest.value, unit),
          period: periodInShort(latest.from, length),
        },
        target: target === null ? undefined : figureInWords(target, unit),
        awaits: awaits && periodName(awaits, length),
        spark: drawSpark(standing.points.slice(-periodsInASpark), unit),
      }
    }),
    withoutEffect: judged
      .flatMap((action) =>
        linked
          .filter((measure) => isWithoutEffect(action, measure))
          .map(({ id, title }) => ({
            action: { id: action.id, title: action.title },
            deliveredOn: action.deliveredOn!,
            measure: { id, title },
          })),
      )
      .sort((a, b) => (a.deliveredOn < b.deliveredOn ? -1 : 1)),
    wrongWayThoughGreen: linked.flatMap((measure) => {
      const those = judged.filter((action) => isFor(action, measure))
      const deliveries = those.map(({ delivery }) => delivery)
      return isWrongWayThoughGreen(measure, deliveries)
        ? [
            {
              measure: { id: measure.id, title: measure.title },
              finding: measure.finding,
              actions: those.map(({ id, title }) => ({ id, title })),
            },
          ]
        : []
    }),
    mayDefine: may(actor, 'measure.define').allowed,
    mayRecord: may(actor, 'measure.record').allowed,
  }
}

/** What is done for these measures: the actions linked to them, or to what their recommendations ask. */
async function actionsFor(db: Db, measures: readonly LinkedMeasure[]): Promise<number[]> {
  const recommendationIds = measures.flatMap((measure) => measure.recommendationIds)
  const answering =
    recommendationIds.length === 0
      ? []
      : await db
          .selectFrom('actionRecommendations')
          .where('recommendationId', 'in', recommendationIds)
          .select('actionId')
          .execute()
  const linked = measures.flatMap((measure) => measure.actionIds)
  return [...new Set([...linked, ...answering.map(({ actionId }) => actionId)])]
}
