/** Fields that the forms of an old plan have in common. */
import { z } from 'zod'

/** The state of the old plan that the person was looking at. */
export const revisionField = z.coerce.number().int().positive().catch(0)
