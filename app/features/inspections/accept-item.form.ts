import { z } from 'zod'
import { areaField, revisionField } from './item-fields'

export const acceptItemForm = z.object({ area: areaField, revision: revisionField })
