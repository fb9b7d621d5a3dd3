import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { inTransaction } from '~/db/db.server'
import { absenceFacts, insertAbsence } from '~/db/tables/absences.server'
import { recordEvent } from '~/db/tables/events.server'
import { lockPeople } from '~/db/tables/people.server'
import { type Decision, yes } from '~/domain/decision'
import { canNameThisDeputy } from '~/domain/people/absence'
import type { nameDeputyForm } from './name-deputy.form'

/** Says who stands in for somebody, from the first day away to the last. */
export async function nameDeputy(
  context: Context,
  personId: number,
  { notAnIdentifier, ...form }: z.output<typeof nameDeputyForm>,
): Promise<Decision | undefined> {
  const { actor, now, today } = context
  return inTransaction(context, async (tx) => {
    await lockPeople(tx, [personId, form.deputyId])
    const person = await absenceFacts(tx, personId, today)
    if (!person) return undefined
    const deputy = await absenceFacts(tx, form.deputyId, today)
    const decision = canNameThisDeputy(actor, person, deputy, form, today)
    if (!decision.allowed) return decision

    await insertAbsence(tx, { personId, ...form, setById: actor.personId, setAt: now })
    await recordEvent(tx, {
      what: 'person.deputy-named',
      subject: { kind: 'person', id: personId },
      actorId: actor.personId,
      happenedAt: now,
      after: {
        deputy: { id: form.deputyId, name: deputy!.name },
        awayFrom: form.awayFrom,
        awayTo: form.awayTo,
        ...(form.note ? { note: form.note } : {}),
        ...(notAnIdentifier ? { notAnIdentifier } : {}),
      },
    })
    return yes
  })
}
