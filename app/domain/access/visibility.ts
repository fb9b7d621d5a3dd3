/**
 * Who sees which evidence: nobody who may not read evidence sees any; what is marked restricted is
 * seen by managers, leaders and the person who added it. For everybody else it is not there.
 *
 * Source: PRODUCT "The people" (observers see no evidence marked restricted; being an administrator
 * gives no right to judge practice). The `where` that reads start from is db/visible.server.ts.
 */
import { type Actor, may } from './permissions'

export const seesEvidence = (
  actor: Actor,
  evidence: { restricted: boolean; addedById: number },
): boolean =>
  may(actor, 'evidence.read').allowed &&
  (!evidence.restricted ||
    may(actor, 'evidence.read-restricted').allowed ||
    evidence.addedById === actor.personId)
