import { z } from 'zod'
import { wayBack } from './way-back'

const shape = z.object({
  path: z.string().refine((path) => wayBack(path) === path),
  fields: z.array(z.tuple([z.string(), z.string()])).max(500),
  filesLost: z.boolean(),
})
export type KeptForm = z.infer<typeof shape>

/** The form that came through signing in again, if the field holds one that leads to a page of ours. */
export function keptFormIn(field: string | undefined): KeptForm | undefined {
  if (!field) return undefined
  try {
    return shape.safeParse(JSON.parse(field)).data
  } catch {
    return undefined
  }
}
