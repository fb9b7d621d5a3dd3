import { expect, test } from 'vitest'
import { canBePassword } from './password'

const amara = { name: 'Amara Osei', email: 'amara.osei@westmarsh.example' }

test.each([
  'three brown hens sing',
  'Kettle-Harbour-Wednesday',
  'ünïcode åre welcome too',
  'x7#Qm2!vLp9z',
  'osei walks the harbour wall',
])('%s may be a password', (password) => {
  expect(canBePassword(password, amara)).toEqual({ allowed: true })
})

const common = 'That password is one of the first that others would try. Choose another.'
test.each([
  ['short', 'Use at least 12 characters. Three or four words you can picture work well.'],
  ['elevenchars', 'Use at least 12 characters. Three or four words you can picture work well.'],
  ['x'.repeat(201), 'Use at most 200 characters.'],
  ['Password1234', common],
  ['P@ssw0rd-2026!', common],
  ['passwordpassword', common],
  ['qwertyuiop12', common],
  ['Welcome-2026-!', common],
  ['Liverpool2005', common],
  ['socialworker1', common],
  ['123456789012', common],
  ['210987654321', common],
  ['abcdefghijklm', common],
  ['aaaaaaaaaaaa', common],
  ['abcabcabcabc', common],
  ['!!!!!!!!!!!!', common],
  ['AmaraOsei1987', 'Use more than your name and figures: others know them.'],
  ['westmarsh2026', 'Use more than your name and figures: others know them.'],
])('%s may not', (password, because) => {
  expect(canBePassword(password, amara)).toEqual({ allowed: false, because })
})
