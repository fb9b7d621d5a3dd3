import { data } from '@remix-run/node'
import type { z } from 'zod'
import type { Refusal } from '~/domain/decision'
import { type FieldError, type FormState, notWhole, wholeField } from '~/ui/form-state'

type Answer = ReturnType<typeof data<FormState>>
export type Parsed<Value> =
  | { ok: true; value: Value; refused: (refusal: Refusal, status?: number) => Answer }
  | { ok: false; answer: Answer }

/** Every value of every field, in the order of the form. Files are not fields. */
export function typedFields(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name in Object.prototype) continue
    // Postgres takes no NUL.
    ;(typed[name] ??= []).push(value.replaceAll('\0', ''))
  }
  return typed
}

/**
 * Reads a posted form through its shape. Where it does not fit, the answer shows the page again with
 * a sentence for each field (422); where it fits and a rule refuses, `refused` does so with the rule's
 * reason (409), or beside the field that the reason is about (422). Both carry what was typed.
 *
 * A shape sees each field as one string, or as a list where its name ends in [].
 */
export async function parseForm<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
): Promise<Parsed<z.infer<Shape>>> {
  return parseTyped(await readFields(request), shape)
}

/** The fields that a request carries; none where its body is no form. */
export async function readFields(request: Request): Promise<Record<string, string[]>> {
  return typedFields(await request.formData().catch(() => new FormData()))
}

/** As parseForm, for fields that were read from the request in another way. */
export function parseTyped<Shape extends z.ZodType>(
  typed: Record<string, string[]>,
  shape: Shape,
): Parsed<z.infer<Shape>> {
  const read = shape.safeParse(
    Object.fromEntries(
      Object.entries(typed).map(([name, values]) => [
        name,
        name.endsWith('[]') ? values : values[0],
      ]),
    ),
  )
  if (!read.success) {
    const isCutShort = read.error.issues.some(({ path }) => path[0] === wholeField)
    if (isCutShort) return { ok: false, answer: cutShort(typed) }
    return { ok: false, answer: wrongForm(typed, fieldErrors(read.error.issues)) }
  }
  return {
    ok: true,
    value: read.data,
    refused: ({ because, about, isOutdated }, status = 409) =>
      about === undefined
        ? data({ typed: sentBack(typed, isOutdated), errors: [], because }, { status })
        : wrongForm(typed, [{ field: about, sentence: because }]),
  }
}

/** The form again, with a sentence for each field that is wrong. */
export const wrongForm = (typed: FormState['typed'], errors: FieldError[], status = 422): Answer =>
  data({ typed: withoutPasswords(typed), errors }, { status })

/** The form again, where something came with it that is wrong too: told with what is wrong in its fields. */
export const alsoWrong = (
  form: Parsed<unknown>,
  typed: FormState['typed'],
  errors: FieldError[],
  status?: number,
): Answer => wrongForm(typed, [...(form.ok ? [] : form.answer.data.errors), ...errors], status)

/** What came of a form that was sent before its page had come in whole. */
export const cutShort = (typed: FormState['typed']): Answer =>
  data({ typed: withoutPasswords(typed), errors: [], because: notWhole }, { status: 422 })

/** A password goes into no page, not even into the one that asks for it again. */
const withoutPasswords = (typed: FormState['typed']): FormState['typed'] =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !/password/i.test(name)))

/** What was typed; where what the form was shown stands no longer, the page shows what does. */
const sentBack = (typed: FormState['typed'], isOutdated = false): FormState['typed'] =>
  Object.fromEntries(
    Object.entries(withoutPasswords(typed)).filter(([name]) => !(isOutdated && name === 'asShown')),
  )

function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const errors = issues.map((issue) => ({
    field: issue.path.map(String).join('-'),
    sentence: issue.message,
  }))
  // One sentence for each field: the first is the one to mend first.
  return errors.filter((error, at) => errors.findIndex((e) => e.field === error.field) === at)
}
