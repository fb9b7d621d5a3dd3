import { expect, test } from 'vitest'
import { notWhole, typedOver } from './form-state'

const began = { title: ['Audit'], theme: ['Voice'] }

test('a form is shown as it was typed', () => {
  expect(typedOver(undefined, began)).toEqual({ typed: began })
  const form = { typed: { title: ['Test'], whole: ['yes'] }, errors: [] }
  expect(typedOver(form, began)).toBe(form)
})

test('one that was cut short is filled up with what it began with', () => {
  expect(typedOver({ typed: { title: ['Test'] }, errors: [], because: notWhole }, began)).toEqual({
    typed: { title: ['Test'], theme: ['Voice'] },
    errors: [],
    because: notWhole,
  })
})
