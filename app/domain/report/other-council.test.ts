import { expect, test } from 'vitest'
import { otherCouncil } from './other-council'

test.each([
  ['the same name', 'Westmarsh', 'Westmarsh'],
  ['the name with its kind', 'Westmarsh', 'Westmarsh County Council'],
  ['a longer name', 'London Borough of Norham', 'Norham'],
  ['no name', null, 'Westmarsh'],
])('%s is our own council', (_what, named, own) => {
  expect(otherCouncil(named, own)).toBeUndefined()
})

test('another council is pointed out', () => {
  expect(otherCouncil('Norham', 'Westmarsh')).toBe(
    'This report is about Norham, not Westmarsh. Confirm it only if it belongs in this plan.',
  )
})
