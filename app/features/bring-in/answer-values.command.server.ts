import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import type { Tx } from '~/db/db.server'
import { answerBringInValue } from '~/db/tables/bring-in-values.server'
import { type Decision, no, yes } from '~/domain/decision'
import type { answerValuesForm } from './answer-values.form'
import { changeBringIn } from './change-bring-in.server'
import { knownPeople, knownRecommendations, knownTeams, knownThemes } from './known.server'

type Answered = z.infer<typeof answerValuesForm>

/** Says what words of the old plan mean here: its statuses, owners, recommendations and dates. */
export const answerValues = (context: Context, bringInId: number, answered: Answered) =>
  changeBringIn(context, bringInId, {
    what: 'bring-in.words-answered',
    revision: answered.revision,
    rule: (_facts, tx) => canMean(tx, answered),
    write: async (tx) => {
      for (const one of answered.answers) {
        await answerBringInValue(tx, bringInId, { kind: answered.kind, ...one })
      }
    },
    after: { kind: answered.kind, answers: answered.answers.length },
  })

/** Whether there is what the answers name. */
async function canMean(tx: Tx, { kind, answers }: Answered): Promise<Decision> {
  const named = answers.flatMap(({ answer }) =>
    answer === 'none' || answer === 'new' ? [] : answer.split(','),
  )
  if (kind === 'owner' || kind === 'contributor') {
    const here = new Set(
      (await knownPeople(tx)).filter((one) => one.isHere).map(({ id }) => String(id)),
    )
    return named.every((id) => here.has(id)) ? yes : no('Choose people who are still here.')
  }
  if (kind === 'recommendation') {
    const known = new Set((await knownRecommendations(tx)).map(({ id }) => String(id)))
    return named.every((id) => known.has(id)) ? yes : no('Choose recommendations from the list.')
  }
  if (kind === 'team' || kind === 'theme') {
    const known = await (kind === 'team' ? knownTeams : knownThemes)(tx)
    const ids = new Set(known.map(({ id }) => String(id)))
    return named.every((id) => ids.has(id)) ? yes : no(`Choose a ${kind} from the list.`)
  }
  return yes
}
