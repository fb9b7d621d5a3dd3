import { z } from 'zod'
import { evidenceKinds, type ShelfLives } from '~/domain/evidence/kinds'
import { longestShelfLife } from '~/domain/evidence/shelf-lives'
import { optionalWords, words } from '~/ui/field-shapes'

const wrong = `Give months from 1 to ${longestShelfLife}.`
const months = z
  .string(wrong)
  .trim()
  .refine((text) => /^\d{1,2}$/.test(text), wrong)
  .transform(Number)
  .refine((value) => value >= 1 && value <= longestShelfLife, wrong)

export const setShelfLivesForm = z
  .object({
    ...(Object.fromEntries(evidenceKinds.map((kind) => [kind, months])) as Record<
      keyof ShelfLives,
      typeof months
    >),
    why: words('Say why the shelf lives change.', 1000),
    notAnIdentifier: optionalWords(500),
  })
  .transform(({ why, notAnIdentifier, ...lives }) => ({ why, notAnIdentifier, lives }))
