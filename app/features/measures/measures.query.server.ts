import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { linkedMeasures, recordedMeasures } from '~/db/measure-facts.server'
import { may } from '~/domain/access/permissions'
import { actionStanding } from '~/domain/action/standing'
import { isFor, isWithoutEffect, isWrongWayThoughGreen } from '~/domain/measure/effect'
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
  const [recorded, linked, actions] = await Promise.all([
    recordedMeasures(db),
    linkedMeasures(db, today),
    judgedActions(db),
  ])
  const judged = actions.map((action) => ({
    ...action,
    delivery: actionStanding(action, today).delivery.rating,
  }))
  return {
    measures: recorded
      .map((measure) => ({ measure, standing: measureStanding(measure, today) }))
      .sort((a, b) => byStanding(a.standing, b.standing))
      .map(({ measure, standing }) => {
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
