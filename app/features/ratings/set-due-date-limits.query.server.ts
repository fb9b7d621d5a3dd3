import type { Context } from '~/auth/context.server'
import { dueDateLimitsAt } from '~/db/tables/due-date-limits.server'
import type { DueDateSettings } from '~/domain/action/due-date-change'
import { limitsInWords } from '~/domain/action/due-date-limits'
import { asShown } from '~/domain/as-shown'

export interface DueDateLimitsView {
  limits: DueDateSettings
  /** the same, one sentence each: they stay in sight beside what is typed */
  inWords: string[]
  /** what the form starts from */
  asShown: string
}

export async function dueDateLimitsView({ db, now }: Context): Promise<DueDateLimitsView> {
  const limits = await dueDateLimitsAt(db, now)
  return { limits, inWords: limitsInWords(limits), asShown: asShown(limits) }
}
