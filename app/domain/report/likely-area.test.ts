import { describe, expect, test } from 'vitest'
import { likelyArea } from './likely-area'

const apart = ['leaders', 'help-and-protection', 'children-in-care', 'care-leavers', 'overall']
const together = ['leaders', 'help-and-protection', 'children-in-care-and-care-leavers', 'overall']
const sif = [
  'help-and-protection',
  'children-looked-after',
  'adoption',
  'care-leavers',
  'leadership',
  'lscb',
]

describe('The likely area of an item', () => {
  test.each([
    ['The timeliness of strategy meetings.', 'help-and-protection'],
    ['Support for children aged 16 and 17 who present as homeless.', 'help-and-protection'],
    ['The quality of pathway plans.', 'care-leavers'],
    ['Management oversight of care leavers’ plans.', 'care-leavers'],
    ['Permanence planning for children in care.', 'children-in-care'],
    ['The sufficiency of placements.', 'children-in-care'],
    ['The frequency of supervision and management oversight.', 'leaders'],
    ['The stability of the workforce and caseloads.', 'leaders'],
    ['The accuracy of performance data and quality assurance.', 'leaders'],
  ])('%s', (text, area) => {
    expect(likelyArea(text, apart)).toBe(area)
  })

  test('is the wider one where care leavers are not judged apart', () => {
    expect(likelyArea('The quality of pathway plans.', together)).toBe(
      'children-in-care-and-care-leavers',
    )
  })

  test.each([
    ['Improve the timeliness of adoption.', 'adoption'],
    ['Reviews of looked after children.', 'children-looked-after'],
    ['Supervision by managers.', 'leadership'],
  ])('follows the framework’s own areas: %s', (text, area) => {
    expect(likelyArea(text, sif)).toBe(area)
  })

  test('is left open where no word tells, or the framework has no such area', () => {
    expect(likelyArea('Something quite different.', apart)).toBeUndefined()
    expect(likelyArea('The quality of pathway plans.', ['leaders'])).toBeUndefined()
    expect(likelyArea('The quality of pathway plans.', [])).toBeUndefined()
  })
})
