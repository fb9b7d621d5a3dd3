import { expect, test } from 'vitest'
import { idFrom } from './id'

test('an id is a whole number that the database can hold', () => {
  expect(idFrom('14')).toBe(14)
  expect(idFrom('2147483647')).toBe(2_147_483_647)
})

test.each([null, undefined, '', 'nobody', '0', '-1', '1.5', '2147483648', '3000000000', '\0'])(
  '%j names none',
  (text) => {
    expect(idFrom(text)).toBeUndefined()
  },
)
