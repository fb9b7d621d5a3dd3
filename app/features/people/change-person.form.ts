import { z } from 'zod'
import { personFields } from './person-fields'

export const changePersonForm = z.object(personFields)
