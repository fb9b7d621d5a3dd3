import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { insertEvidenceRequest } from '~/db/tables/evidence-requests.server'
import { recordEvent } from '~/db/tables/events.server'
import { keepPeople } from '~/db/tables/people.server'
import { rolesFor } from '~/domain/access/permissions'
import type { Refusal } from '~/domain/decision'
import { canRequestEvidence } from '~/domain/evidence/requests'
import type { EvidenceRequested } from './request-evidence.form'

/** Asks a named person for a piece of evidence for an action, by a date. */
export async function requestEvidence(
  context: Context,
  actionId: number,
  { what, askedOfId, dueOn, notAnIdentifier }: EvidenceRequested,
): Promise<{ allowed: true; requestId: number } | Refusal | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    const action = await tx
      .selectFrom('actions')
      .where('id', '=', actionId)
      .select('id')
      .executeTakeFirst()
    if (!action) return undefined
    await keepPeople(tx, [askedOfId])
    const person = await tx
      .selectFrom('people as p')
      .where('p.id', '=', askedOfId)
      .where('p.suspendedAt', 'is', null)
      .select(['p.id', 'p.name'])
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('personRoles as r')
              .whereRef('r.personId', '=', 'p.id')
              .where('r.role', 'in', [...rolesFor['evidence.add']])
              .select('r.role'),
          )
          .as('canAdd'),
      )
      .executeTakeFirst()
    const askedOf = person && { ...person, canAdd: Boolean(person.canAdd) }
    const decision = canRequestEvidence(actor, today, { dueOn, askedOf })
    if (!decision.allowed || !person) return decision.allowed ? undefined : decision

    const requestId = await insertEvidenceRequest(tx, {
      actionId,
      askedOfId: person.id,
      askedById: actor.personId,
      askedAt: now,
      what,
      dueOn,
    })
    await recordEvent(tx, {
      what: 'evidence.requested',
      subject: { kind: 'action', id: actionId },
      actorId: actor.personId,
      happenedAt: now,
      after: {
        requestId,
        what,
        askedOf: { id: person.id, name: person.name },
        dueOn,
        ...(notAnIdentifier ? { notAnIdentifier } : {}),
      },
    })
    return { allowed: true as const, requestId }
  })
}
