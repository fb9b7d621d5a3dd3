import type { Context } from '~/auth/context.server'
import { boardDecisions } from '~/db/tables/board-decisions.server'
import { checklistFacts } from '~/db/tables/checklist-items.server'
import { allVisits } from '~/db/tables/visits.server'
import { inSentence } from '~/domain/plan/checkpoints'
import { visitTitle } from '~/domain/plan/visits'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import type { Asked, Whose } from './asked'

/** What somebody is to make ready for visits that lie ahead, and what the board decided that they see to. */
export async function preparedBy(context: Context, whose: Whose): Promise<Asked[]> {
  return [...(await checklistOf(context, whose)), ...(await decisionsFor(context, whose))]
}

async function checklistOf({ db }: Context, { personId, name }: Whose): Promise<Asked[]> {
  const items = await checklistFacts(db, { ownerId: personId })
  const open = items.filter(({ done }) => done === null)
  if (open.length === 0) return []
  const visits = new Map((await allVisits(db)).map((visit) => [visit.id, visit]))
  return open.flatMap((item): Asked[] => {
    const visit = visits.get(item.visitId)!
    if (visit.heldTo !== null) return []
    const page = `${paths.visit(visit.id)}#checklist`
    return [
      {
        key: `checklist-${item.id}`,
        kind: 'visit',
        what: item.what,
        said: undefined,
        about: {
          to: page,
          title: `the ${visitTitle(visit).replace(/^./, (first) => first.toLowerCase())}`,
        },
        dueOn: item.dueOn ?? visit.expectedFrom,
        why: `${item.addedByName} put it on the checklist on ${longDate(item.addedOn)}, with ${name ? `${name}’s` : 'your'} name beside it.`,
        button: { to: page, name: 'Go to the checklist' },
      },
    ]
  })
}

async function decisionsFor({ db }: Context, { personId, name }: Whose): Promise<Asked[]> {
  const decisions = await boardDecisions(db, { ownerId: personId })
  return decisions
    .filter(({ ended }) => ended === null)
    .map((one): Asked => ({
      key: `decision-${one.id}`,
      kind: 'decision',
      what: one.words,
      said: undefined,
      about: { to: paths.boardMeeting(one.meetingId), title: inSentence(one.meetingName) },
      dueOn: one.dueOn ?? undefined,
      why: `${one.meetingName} decided it on ${longDate(one.heldOn)}, with ${name ? `${name}’s` : 'your'} name beside it.`,
      button: { to: paths.boardDecision(one.meetingId, one.id), name: 'Say how it ended' },
    }))
}
