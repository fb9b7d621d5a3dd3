import type { Context } from '~/auth/context.server'
import { isFoundBy } from '~/db/found-findings.server'
import type { Decision } from '~/domain/decision'
import { canEditAction } from '~/domain/action/plan-action'
import { shortAreaName } from '~/domain/inspection/names'
import { actionInBrief, type ActionInBrief } from './action-in-brief.query.server'
import { inspectionInWords } from './choices.query.server'

export interface CiteFindingView {
  action: ActionInBrief
  decision: Decision
  q: string
  inspectionId: number | null
  inspections: { value: string; title: string }[]
  found: {
    id: number
    inspectionId: number
    inspection: string
    paragraph: string | null
    page: number | null
    areaName: string | undefined
    text: string
    isCited: boolean
  }[]
  /** more were found than are shown */
  isCut: boolean
}

const most = 30

/** What can be cited in an action: looked for by paragraph number or by words. */
export async function citeFindingView(
  context: Context,
  actionId: number,
  { q, inspectionId }: { q: string; inspectionId: number | null },
): Promise<CiteFindingView | undefined> {
  const { db, actor } = context
  const action = await actionInBrief(context, actionId)
  if (!action) return undefined
  const inspections = await db
    .selectFrom('inspections as i')
    .where((eb) =>
      eb.exists(
        eb.selectFrom('findings as f').whereRef('f.inspectionId', '=', 'i.id').select('f.id'),
      ),
    )
    .orderBy('i.inspectedTo', 'desc')
    .orderBy('i.id', 'desc')
    .select(['i.id', 'i.kind', 'i.inspectedTo'])
    .execute()
  const rows =
    q === ''
      ? []
      : await db
          .selectFrom('findings as f')
          .innerJoin('inspections as i', 'i.id', 'f.inspectionId')
          .leftJoin('actionFindings as cited', (join) =>
            join.onRef('cited.findingId', '=', 'f.id').on('cited.actionId', '=', actionId),
          )
          .where(isFoundBy(q))
          .$if(inspectionId !== null, (query) => query.where('f.inspectionId', '=', inspectionId))
          .orderBy('i.inspectedTo', 'desc')
          .orderBy('f.inspectionId', 'desc')
          .orderBy('f.position')
          .limit(most + 1)
          .select(['f.id', 'f.inspectionId', 'f.paragraph', 'f.page', 'f.area', 'f.text'])
          .select(['i.kind', 'i.inspectedTo', 'cited.actionId as citedIn'])
          .execute()
  return {
    action: action.brief,
    decision: canEditAction(actor),
    q,
    inspectionId,
    inspections: inspections.map(({ id, kind, inspectedTo }) => ({
      value: String(id),
      title: inspectionInWords(kind, inspectedTo),
    })),
    found: rows.slice(0, most).map(({ kind, inspectedTo, area, citedIn, ...rest }) => ({
      ...rest,
      inspection: inspectionInWords(kind, inspectedTo),
      areaName: area ? shortAreaName(area) : undefined,
      isCited: citedIn !== null,
    })),
    isCut: rows.length > most,
  }
}
