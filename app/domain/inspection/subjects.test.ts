import { describe, expect, test } from 'vitest'
import { subjects, subjectsIn } from './subjects'

const namesIn = (text: string): string[] => subjectsIn(text).map(({ subject }) => subject.name)

describe('a subject is known', () => {
  test.each([
    [
      'Managers’ oversight of decisions, and how often staff are supervised.',
      ['supervision', 'management oversight'],
    ],
    [
      'Children should not have to meet a different social worker each term.',
      ['a stable workforce'],
    ],
    ['The turnover of staff in the assessment teams.', ['a stable workforce']],
    ['Recruitment and retention, so that children keep one worker.', ['a stable workforce']],
    ['Reliance on agency workers.', ['a stable workforce']],
    ['Work that waits to be allocated a named social worker.', ['allocation of work']],
    ['Letters under the Public Law Outline.', ['pre-proceedings']],
    ['The response to children aged 16 who present as homeless.', ['homeless young people']],
    [
      'Return interviews for children who have gone missing.',
      ['children who go missing', 'return home interviews'],
    ],
    ['Life story books.', ['life-story work']],
    ['The sufficiency of local homes for adolescents.', ['enough homes for children']],
    [
      'Pathway planning, and what young people know of their rights.',
      ['entitlements of care leavers', 'pathway plans'],
    ],
    ['Young people who are NEET.', ['education, employment and training']],
    ['IROs’ challenge.', ['independent reviewing officers']],
    ['The LADO’s records.', ['the designated officer', 'the record']],
    ['Whether there are enough experienced staff.', ['caseloads and capacity']],
    ['The timeliness of assessments.', ['assessments']],
    ['How early the department hears of difficulties.', []],
  ])('in: %s', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  test('where it is spoken of, whatever apostrophes and capitals are used', () => {
    const text = 'Supervision: Managers’ oversight.'
    expect(
      subjectsIn(text).map(({ at }) => at.map(({ from, to }) => text.slice(from, to))),
    ).toEqual([['Supervision'], ['Managers’ oversight']])
  })
})

test('every subject has a name of its own, and none is found in nothing', () => {
  expect(new Set(subjects.map(({ name }) => name)).size).toBe(subjects.length)
  expect(namesIn('')).toEqual([])
})
