import { expect, test } from 'vitest'
import type { Role } from './permissions'
import { seesEvidence } from './visibility'

const sees = (role: Role, restricted: boolean, personId = 1) =>
  seesEvidence({ personId, roles: [role] }, { restricted, addedById: 2 })

test.each(['practitioner', 'manager', 'leader', 'observer'] as const)(
  'a %s sees evidence that is not restricted',
  (role) => expect(sees(role, false)).toBe(true),
)

test.each(['manager', 'leader'] as const)('a %s sees restricted evidence', (role) =>
  expect(sees(role, true)).toBe(true),
)

test.each(['practitioner', 'observer'] as const)('a %s does not see restricted evidence', (role) =>
  expect(sees(role, true)).toBe(false),
)

test('the person who added restricted evidence sees it', () => {
  expect(sees('practitioner', true, 2)).toBe(true)
})

test('an administrator sees none', () => {
  expect(sees('admin', false)).toBe(false)
})
