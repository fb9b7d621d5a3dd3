import { z } from 'zod'
import { optionalDay } from '~/ui/field-shapes'
import { revisionField } from './item-fields'

export const confirmImportForm = z.object({ receivedOn: optionalDay(), revision: revisionField })
