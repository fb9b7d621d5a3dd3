import { z } from 'zod'
import type { ForEachKind } from '~/domain/evidence/for-each-kind'
import { evidenceKinds } from '~/domain/evidence/kinds'

/** The fields of a number for each kind, from 1 to `most`; `wrong` says what to type. */
export const fieldForEachKind = (most: number, wrong: string) => {
  const number = z
    .string(wrong)
    .trim()
    .refine((text) => /^\d{1,3}$/.test(text), wrong)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, wrong)
  return Object.fromEntries(evidenceKinds.map((kind) => [kind, number])) as Record<
    keyof ForEachKind,
    typeof number
  >
}
