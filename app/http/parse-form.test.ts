import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseTyped, typedFields } from './parse-form.server'

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

test('what Postgres cannot take, and names that are no fields, are left out', () => {
  const form = new FormData()
  form.append('title', 'Au\0dit')
  form.append('__proto__', 'x')
  expect(typedFields(form)).toEqual({ title: ['Audit'] })
})
