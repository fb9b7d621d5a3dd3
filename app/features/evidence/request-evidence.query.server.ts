import type { Context } from '~/auth/context.server'
import { isOwned } from '~/db/owned.server'
import { rolesFor } from '~/domain/access/permissions'
import { addWorkingDays } from '~/domain/time/working-days'
import type { CalendarDate } from '~/domain/time/calendar-date'

/** What evidence is asked for, and whom one may ask. */
export interface RequestEvidenceView {
  action: {
    id: number
    title: string
    ownerId: number | null
    hasOwner: boolean
    dueOn: string | null
  }
  people: { id: number; name: string; jobTitle: string }[]
  dueOn: CalendarDate
  today: CalendarDate
}

const usuallyInWorkingDays = 5

export async function requestEvidenceView(
  { db, today }: Context,
  actionId: number,
): Promise<RequestEvidenceView | undefined> {
  const action = await db
    .selectFrom('actions as a')
    .where('a.id', '=', actionId)
    .select(['a.id', 'a.title', 'a.ownerId', 'a.dueOn', isOwned().as('hasOwner')])
    .executeTakeFirst()
  if (!action) return undefined
  const people = await db
    .selectFrom('people as p')
    .where('p.suspendedAt', 'is', null)
    .where('p.id', 'in', (eb) =>
      eb
        .selectFrom('personRoles')
        .where('role', 'in', [...rolesFor['evidence.add']])
        .select('personId'),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .select(['p.id', 'p.name', 'p.jobTitle'])
    .execute()
  return { action, people, dueOn: addWorkingDays(today, usuallyInWorkingDays).date, today }
}
