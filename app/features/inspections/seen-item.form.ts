import { z } from 'zod'
import { revisionField } from './item-fields'

/** For what takes one press: only what the person saw. */
export const seenItemForm = z.object({ revision: revisionField })
