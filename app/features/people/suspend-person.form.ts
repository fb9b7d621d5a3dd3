import { z } from 'zod'
import { words } from '~/ui/field-shapes'

export const suspendPersonForm = z.object({ reason: words('Say why, in a few words.', 300) })
