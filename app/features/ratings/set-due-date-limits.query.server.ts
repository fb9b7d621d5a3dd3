import type { Context } from '~/auth/context.server'
import { dueDateLimitsAt } from '~/db/tables/due-date-limits.server'
import type { DueDateSettings } from '~/domain/action/due-date-change'

export interface DueDateLimitsView {
  limits: DueDateSettings
}

export const dueDateLimitsView = async ({ db, now }: Context): Promise<DueDateLimitsView> => ({
  limits: await dueDateLimitsAt(db, now),
})
