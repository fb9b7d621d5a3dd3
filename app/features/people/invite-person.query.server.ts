import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import type { Choice } from '~/ui/field'

export interface InvitePersonView {
  teams: Choice[]
}

export const invitePersonView = async ({ db }: Context): Promise<InvitePersonView> => ({
  teams: await teamChoices(db),
})

export async function teamChoices(db: Context['db']): Promise<Choice[]> {
  const teams = await db
    .selectFrom('teams')
    .orderBy(sql`name collate "en-GB-x-icu"`)
    .select(['id', 'name'])
    .execute()
  return teams.map(({ id, name }) => ({ value: String(id), title: name }))
}
