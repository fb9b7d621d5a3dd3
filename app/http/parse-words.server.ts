import type { z } from 'zod'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import { identifiersInTyped, notAnIdentifierField } from '~/domain/evidence/typed-words'
import { parseTyped, type Parsed, readFields, wrongForm } from './parse-form.server'

/**
 * As parseForm, for a form whose words other people will read. What looks like a child's identifier
 * is shown masked beside its field (422); the page asks why it is none (ui/not-an-identifier), and a
 * shape that wants to keep the answer names the field notAnIdentifier.
 */
export async function parseWords<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  looksFor: IdentifierSettings,
): Promise<Parsed<z.infer<Shape>>> {
  return parseTypedWords(await readFields(request), shape, looksFor)
}

/** As parseWords, for fields that were read from the request in another way. */
export function parseTypedWords<Shape extends z.ZodType>(
  typed: Record<string, string[]>,
  shape: Shape,
  looksFor: IdentifierSettings,
): Parsed<z.infer<Shape>> {
  const form = parseTyped(typed, shape)
  const found = identifiersInTyped(typed, looksFor)
  if (found.length === 0) return form
  if (!form.ok && form.answer.data.because) return form
  const others = form.ok ? [] : form.answer.data.errors
  const errors = [
    ...found,
    ...others.filter((other) => !found.some(({ field }) => field === other.field)),
    { field: notAnIdentifierField, sentence: 'Or say why it is not an identifier.' },
  ]
  return { ok: false, answer: wrongForm(typed, errors) }
}
