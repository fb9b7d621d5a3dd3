import { z } from 'zod'
import { itemFields } from './item-fields'

export const addItemForm = z.object(itemFields)
