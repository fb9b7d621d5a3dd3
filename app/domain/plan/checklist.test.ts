import { expect, test } from 'vitest'
import { byUrgency, canEditChecklist, canSayDone, canTakeBackDone } from './checklist'

const manager = { personId: 1, roles: ['manager'] as const }
const amara = { personId: 2, roles: ['practitioner'] as const }
const observer = { personId: 3, roles: ['observer'] as const }
const open = { ownerId: 2, done: null }
const done = { ownerId: 2, done: { byName: 'Amara Osei', on: '2026-11-19' as const } }

test('an item is done when its owner, a manager or a leader says so', () => {
  expect(canSayDone(amara, open)).toEqual({ allowed: true })
  expect(canSayDone(manager, open)).toEqual({ allowed: true })
  expect(canTakeBackDone(amara, done)).toEqual({ allowed: true })
})

test.each([
  [
    'by a social worker whose it is not',
    canSayDone(amara, { ...open, ownerId: 9 }),
    'Whoever sees to it says that it is done, or a manager or leader.',
  ],
  [
    'by an observer',
    canSayDone(observer, { ...open, ownerId: 3 }),
    'Only a social worker, a manager or a leader can do this.',
  ],
  ['twice', canSayDone(amara, done), 'Amara Osei said on 19 November 2026 that it is done.'],
  ['and not taken back before', canTakeBackDone(amara, open), 'Nobody has said that it is done.'],
])('but not %s', (_what, decision, because) => {
  expect(decision).toEqual({ allowed: false, because })
})

test('the checklist of a visit that was held stays', () => {
  expect(canEditChecklist(manager, { heldTo: null })).toEqual({ allowed: true })
  expect(canEditChecklist(manager, { heldTo: '2026-11-10' })).toMatchObject({
    because: 'This visit was held until 10 November 2026, so its checklist stays as it is.',
  })
  expect(canEditChecklist(amara, { heldTo: null })).toMatchObject({ allowed: false })
})

test('what is to be done comes first, by its date', () => {
  const items = [
    { id: 1, dueOn: '2026-11-01' as const, done: done.done },
    { id: 2, dueOn: null, done: null },
    { id: 3, dueOn: '2026-12-02' as const, done: null },
    { id: 4, dueOn: '2026-12-01' as const, done: null },
  ]
  expect([...items].sort(byUrgency).map(({ id }) => id)).toEqual([4, 3, 2, 1])
})
