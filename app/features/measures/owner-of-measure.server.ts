import type { Db } from '~/db/db.server'
import { peopleWhoMay } from '~/db/people-who-may.server'
import type { NamedPerson } from '~/domain/action/history'
import { no, type Refusal } from '~/domain/decision'

/** Who is to answer for a measure, if they are here and do the work of the plan; undefined where nobody is named. */
export async function ownerOfMeasure(
  db: Db,
  ownerId: number | null,
): Promise<{ allowed: true; owner: NamedPerson } | Refusal | undefined> {
  if (ownerId === null) return undefined
  const people = await peopleWhoMay(db, 'hand-over.answer')
  const person = people.find(({ id }) => id === ownerId)
  if (!person) return no('Choose an owner who is still here.')
  return { allowed: true, owner: { id: person.id, name: person.name } }
}
