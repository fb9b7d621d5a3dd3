import { z } from 'zod'
import { type Field, fields, isForMany } from '~/domain/bring-in/columns'
import { optionalWords } from '~/ui/field-shapes'
import { revisionField } from './fields'

/** A field for each thing that a column holds; one that is not on the form is not changed. */
export const correctRowForm = z
  .object({
    revision: revisionField,
    notAnIdentifier: optionalWords(500),
    ...(Object.fromEntries(
      fields
        .filter((field) => !isForMany(field))
        .map((field) => [field, z.string().max(32_767).optional()]),
    ) as Record<Field, z.ZodOptional<z.ZodString>>),
  })
  .transform(({ revision, notAnIdentifier, ...words }) => ({
    revision,
    notAnIdentifier,
    words: words as Partial<Record<Field, string>>,
  }))
