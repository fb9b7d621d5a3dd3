import { sql } from 'kysely'
import type { ProposalAnswer } from '~/domain/access/proposal'
import type { Db, Tx } from '../db.server'

export interface Proposal {
  id: number
  bringInId: number
  name: string
  email: string
  proposedBy: string
  proposedAt: Date
  file: string
  answer: ProposalAnswer | null
  personId: number | null
  reason: string
  /** actions that were brought in for them and that nobody owns */
  held: number
}

const proposals = (db: Db) =>
  db
    .selectFrom('invitationProposals as p')
    .innerJoin('people as by', 'by.id', 'p.proposedById')
    .innerJoin('bringIns as b', 'b.id', 'p.bringInId')
    .select(['p.id', 'p.bringInId', 'p.name', 'p.email', 'p.proposedAt', 'p.answer', 'p.personId'])
    .select(['p.reason', 'by.name as proposedBy', 'b.originalName as file'])
    .select(
      sql<number>`(select count(*)::integer from action_sources s join actions a on a.id = s.action_id
        where s.held_for_id = p.id and a.owner_id is null)`.as('held'),
    )
    .$narrowType<{ answer: ProposalAnswer | null }>()
    .orderBy('p.id')

/** What waits for an administrator. */
export const openProposals = (db: Db): Promise<Proposal[]> =>
  proposals(db).where('p.answer', 'is', null).execute()

export const proposalById = (db: Db, id: number): Promise<Proposal | undefined> =>
  proposals(db).where('p.id', '=', id).executeTakeFirst()

export const proposalsOfBringIn = (db: Db, bringInId: number): Promise<Proposal[]> =>
  proposals(db).where('p.bringInId', '=', bringInId).execute()

/** Proposes somebody, or proposes them again where that was withdrawn; answers which proposal it is. */
export async function proposeInvitation(
  tx: Tx,
  proposal: {
    bringInId: number
    name: string
    email: string
    proposedById: number
    proposedAt: Date
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('invitationProposals')
    .values(proposal)
    .onConflict((conflict) =>
      conflict.constraint('invitation_proposals_name_somebody_once').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        answer: sql<string | null>`nullif(invitation_proposals.answer, 'withdrawn')`,
        answeredById: sql<number | null>`case when invitation_proposals.answer <> 'withdrawn'
          then invitation_proposals.answered_by_id end`,
        answeredAt: sql<Date | null>`case when invitation_proposals.answer <> 'withdrawn'
          then invitation_proposals.answered_at end`,
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes back what this old plan no longer proposes; all of it where it is set aside itself. */
export async function withdrawProposals(
  tx: Tx,
  bringInId: number,
  { onlyUnused, ...answered }: { onlyUnused: boolean; answeredById: number; answeredAt: Date },
): Promise<void> {
  await tx
    .updateTable('invitationProposals')
    .set({ answer: 'withdrawn', ...answered })
    .where('bringInId', '=', bringInId)
    .where('answer', 'is', null)
    .$if(onlyUnused, (query) =>
      query.where(
        sql<boolean>`not exists (select from bring_in_values v
          where v.bring_in_id = invitation_proposals.bring_in_id and v.kind = 'owner'
            and v.answer = 'p' || invitation_proposals.id)`,
      ),
    )
    .execute()
}

/** Makes everybody else who answers this proposal, or another of the same address, wait. */
export async function lockProposals(tx: Tx, id: number): Promise<void> {
  await tx
    .selectFrom('invitationProposals')
    .where('email', '=', (eb) =>
      eb.selectFrom('invitationProposals').where('id', '=', id).select('email'),
    )
    .orderBy('id')
    .select('id')
    .forUpdate()
    .execute()
}

/** Answers a proposal; an invitation answers every other one of the same address with it. */
export async function answerProposal(
  tx: Tx,
  { id, email }: Pick<Proposal, 'id' | 'email'>,
  answer: {
    answer: ProposalAnswer
    personId?: number
    reason?: string
    answeredById: number
    answeredAt: Date
  },
): Promise<void> {
  await tx
    .updateTable('invitationProposals')
    .set(answer)
    .where('answer', 'is', null)
    .$if(answer.answer === 'invited', (query) => query.where('email', '=', email))
    .$if(answer.answer !== 'invited', (query) => query.where('id', '=', id))
    .execute()
}

/** Actions that are held for somebody who has come to be this person, and that nobody owns yet. */
export async function heldForPerson(tx: Tx, personId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('actionSources as s')
    .innerJoin('invitationProposals as p', 'p.id', 's.heldForId')
    .innerJoin('actions as a', 'a.id', 's.actionId')
    .where('p.personId', '=', personId)
    .where('a.ownerId', 'is', null)
    .orderBy('a.id')
    .select('a.id')
    .execute()
  return rows.map(({ id }) => id)
}
