import type { Context } from '~/auth/context.server'
import type { Choice } from '~/ui/field'
import { teamChoices } from './teams.query.server'

export interface InvitePersonView {
  teams: Choice[]
}

export const invitePersonView = async ({ db }: Context): Promise<InvitePersonView> => ({
  teams: await teamChoices(db),
})
