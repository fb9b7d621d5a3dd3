import { expect, test } from 'vitest'
import { canRemoveView, canSaveView, canSeeView } from './saved-view'

const manager = { personId: 1, roles: ['manager'] as const }
const observer = { personId: 2, roles: ['observer'] as const }

test('a view of one’s own is seen by nobody else, a shared one by everybody', () => {
  expect(canSeeView(manager, { personId: 1, isShared: false })).toBe(true)
  expect(canSeeView(observer, { personId: 1, isShared: false })).toBe(false)
  expect(canSeeView(observer, { personId: 1, isShared: true })).toBe(true)
})

test('everybody saves for themselves; managers and leaders share', () => {
  expect(canSaveView(observer, { isShared: false })).toEqual({ allowed: true })
  expect(canSaveView(manager, { isShared: true })).toEqual({ allowed: true })
  expect(canSaveView(observer, { isShared: true })).toEqual({
    allowed: false,
    because: 'Only a manager or a leader can do this.',
  })
})

test('a view is removed by the person who saved it', () => {
  expect(canRemoveView(manager, { personId: 1, isShared: true })).toEqual({ allowed: true })
  expect(canRemoveView(observer, { personId: 1, isShared: true })).toEqual({
    allowed: false,
    because: 'Only the person who saved a view can remove it.',
  })
})
