import { z } from 'zod'
import { shown } from '~/ui/field-shapes'
import { personFields } from './person-fields'

export const changePersonForm = z.object({ ...personFields, asShown: shown() })
