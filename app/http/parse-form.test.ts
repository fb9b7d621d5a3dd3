import { expect, test } from 'vitest'
import { z } from 'zod'
import { no } from '~/domain/decision'
import { alsoWrong, parseTyped, typedFields } from './parse-form.server'

const shape = z.object({
  title: z.string('Say what will be done.').min(1, 'Say what will be done.'),
  'people[]': z.array(z.string()).default([]),
})

test('a form that fits gives its value, a list where the name ends in []', () => {
  const form = parseTyped({ title: ['Audit'], 'people[]': ['3', '4'] }, shape)
  expect(form.ok && form.value).toEqual({ title: 'Audit', 'people[]': ['3', '4'] })
})

test('a form that does not fit comes back with one sentence for each field and what was typed', () => {
  const form = parseTyped({ title: [''], other: ['kept'] }, shape)
  expect(!form.ok && form.answer.init?.status).toBe(422)
  expect(!form.ok && form.answer.data).toEqual({
    typed: { title: [''], other: ['kept'] },
    errors: [{ field: 'title', sentence: 'Say what will be done.' }],
  })
})

test('a rule’s refusal stands above the form, or beside the field that it is about', () => {
  const typed = { title: ['Audit'], reason: [' '] }
  const form = parseTyped(typed, shape)
  if (!form.ok) throw new Error('it fits')
  const late = form.refused(no('Somebody has answered it.'))
  expect(late.init?.status).toBe(409)
  expect(late.data).toEqual({ typed, errors: [], because: 'Somebody has answered it.' })
  const missing = form.refused(no('Say why.', 'reason'))
  expect(missing.init?.status).toBe(422)
  expect(missing.data).toEqual({ typed, errors: [{ field: 'reason', sentence: 'Say why.' }] })
})

test('what came with a form and is wrong is told with what is wrong in its fields', () => {
  const typed = { title: [''] }
  const file = { field: 'file', sentence: 'The file is larger than 2 GB.' }
  const answer = alsoWrong(parseTyped(typed, shape), typed, [file], 413)
  expect(answer.init?.status).toBe(413)
  expect(answer.data.errors).toEqual([{ field: 'title', sentence: 'Say what will be done.' }, file])
})

test('what Postgres cannot take, and names that are no fields, are left out', () => {
  const form = new FormData()
  form.append('title', 'Au\0dit')
  form.append('__proto__', 'x')
  expect(typedFields(form)).toEqual({ title: ['Audit'] })
})
