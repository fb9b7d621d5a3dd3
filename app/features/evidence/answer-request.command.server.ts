import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import {
  lockEvidenceRequests,
  refuseEvidenceRequest,
  requestFacts,
  withdrawEvidenceRequest,
} from '~/db/tables/evidence-requests.server'
import { recordEvent } from '~/db/tables/events.server'
import { type Decision, yes } from '~/domain/decision'
import { canTakeRequestStep } from '~/domain/evidence/requests'
import type { RequestStepTaken } from './answer-request.form'

/** Takes back a request for evidence, or says that one cannot bring what is asked. */
export async function answerRequest(
  context: Context,
  requestId: number,
  { step, reason, notAnIdentifier }: RequestStepTaken,
): Promise<Decision | undefined> {
  const { actor, now } = context
  return inTransaction(context, async (tx) => {
    await lockEvidenceRequests(tx, [requestId])
    const request = await requestFacts(tx, requestId)
    if (!request) return undefined
    const decision = canTakeRequestStep(actor, request, step, reason)
    if (!decision.allowed) return decision

    const by = actor.personId
    await (step === 'withdraw'
      ? withdrawEvidenceRequest(tx, { requestId, withdrawnById: by, withdrawnAt: now, reason })
      : refuseEvidenceRequest(tx, { requestId, refusedById: by, refusedAt: now, reason }))
    await recordEvent(tx, {
      ...(step === 'withdraw'
        ? { what: 'evidence.request-withdrawn' }
        : { what: 'evidence.request-refused' }),
      subject: { kind: 'action', id: request.actionId },
      actorId: by,
      happenedAt: now,
      after: {
        ...{ requestId, what: request.what, reason },
        ...(notAnIdentifier ? { notAnIdentifier } : {}),
      },
    })
    return yes
  })
}
