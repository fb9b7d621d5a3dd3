import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import type { Tx } from '~/db/db.server'
import { answerBringInValue } from '~/db/tables/bring-in-values.server'
import {
  proposalsOfBringIn,
  proposeInvitation,
  withdrawProposals,
} from '~/db/tables/invitation-proposals.server'
import { knownAddress } from '~/db/tables/people.server'
import { allTeams } from '~/db/tables/teams.server'
import { allThemes } from '~/db/tables/themes.server'
import { canPropose } from '~/domain/access/proposal'
import { type Decision, no, yes } from '~/domain/decision'
import type { answerValuesForm } from './answer-values.form'
import { changeBringIn } from './change-bring-in.server'
import { knownPeople, knownRecommendations } from './known.server'

type Answered = z.infer<typeof answerValuesForm>

/**
 * Says what words of the old plan mean here: its statuses, owners, recommendations and dates; or that
 * somebody whom it names is to be invited.
 */
export function answerValues(context: Context, bringInId: number, answered: Answered) {
  const { kind, answers, proposals = [] } = answered
  const by = context.actor.personId
  return changeBringIn(context, bringInId, {
    what: 'bring-in.words-answered',
    revision: answered.revision,
    rule: async (_facts, tx) => {
      for (const { email } of proposals) {
        const decision = canPropose(context.actor, await knownAddress(tx, email))
        if (!decision.allowed) return decision
      }
      return canMean(tx, bringInId, answered)
    },
    write: async (tx) => {
      for (const one of answers) await answerBringInValue(tx, bringInId, { kind, ...one })
      for (const { key, name, email } of proposals) {
        const proposed = { bringInId, name, email, proposedById: by, proposedAt: context.now }
        const answer = `p${await proposeInvitation(tx, proposed)}`
        await answerBringInValue(tx, bringInId, { kind, key, answer })
      }
      const answeredAt = context.now
      await withdrawProposals(tx, bringInId, { onlyUnused: true, answeredById: by, answeredAt })
    },
    after: {
      kind,
      answers: answers.length,
      ...(proposals.length > 0
        ? { toBeInvited: proposals.map(({ name, email }) => `${name} <${email}>`) }
        : {}),
    },
  })
}

/** Whether there is what the answers name. */
async function canMean(tx: Tx, bringInId: number, { kind, answers }: Answered): Promise<Decision> {
  const named = answers.flatMap(({ answer }) =>
    answer === 'none' || answer === 'new' ? [] : answer.split(','),
  )
  const areAmong = (known: readonly { id: number }[]): boolean => {
    const ids = new Set(known.map(({ id }) => String(id)))
    return named.every((id) => ids.has(id))
  }
  switch (kind) {
    case 'owner':
    case 'contributor': {
      const here = (await knownPeople(tx)).filter(({ isHere }) => isHere).map(({ id }) => `${id}`)
      const proposed = (await proposalsOfBringIn(tx, bringInId)).map(({ id }) => `p${id}`)
      const known = new Set([...here, ...proposed])
      return named.every((id) => known.has(id)) ? yes : no('Choose people who are still here.')
    }
    case 'recommendation':
      return areAmong(await knownRecommendations(tx))
        ? yes
        : no('Choose recommendations from the list.')
    case 'team':
    case 'theme':
      return areAmong(await (kind === 'team' ? allTeams : allThemes)(tx))
        ? yes
        : no(`Choose a ${kind} from the list.`)
    default:
      return yes
  }
}
