import { describe, expect, test } from 'vitest'
import { guarded, unguarded } from './csv-guard'
import { readName } from './known-name'
import { type KnownPerson, namesIn, readOwner } from './names'
import { type KnownRecommendation, readRecommendation } from './recommendation-match'
import { proposedStatus, type StatusAnswer } from './statuses'

describe('a status is proposed', () => {
  test.each<[string, StatusAnswer | undefined]>([
    ['Complete', 'delivered'],
    ['Completed', 'delivered'],
    ['Blue', 'delivered'],
    ['BLUE - Complete', 'delivered'],
    ['B', 'delivered'],
    ['Closed', 'delivered'],
    ['100%', 'delivered'],
    ['Delivered', 'delivered'],
    ['Green', 'on-track'],
    ['G', 'on-track'],
    ['On track', 'on-track'],
    ['on-track', 'on-track'],
    ['In progress', 'on-track'],
    ['Ongoing', 'on-track'],
    ['Started', 'on-track'],
    ['Amber', 'at-risk'],
    ['A', 'at-risk'],
    ['At risk', 'at-risk'],
    ['Delayed', 'at-risk'],
    ['Slipped', 'at-risk'],
    ['On hold', 'at-risk'],
    ['Paused', 'at-risk'],
    ['Partially complete', 'at-risk'],
    ['Amber/Green', 'at-risk'],
    ['Red', 'off-track'],
    ['R', 'off-track'],
    ['Off track', 'off-track'],
    ['Overdue', 'off-track'],
    ['Not on track', 'off-track'],
    ['Not complete', 'off-track'],
    ['Not started', 'not-started'],
    ['Not yet started', 'not-started'],
    ['Not due', 'not-started'],
    ['Grey', 'not-started'],
    ['To do', 'not-started'],
    ['Yet to start', 'not-started'],
    ['Withdrawn', 'none'],
    ['N/A', 'none'],
    ['TBC', 'none'],
    ['No longer required (complete)', 'none'],
    ['Purple', undefined],
    ['Awaiting decision', undefined],
  ])('%s: %s', (words, status) => {
    expect(proposedStatus(words)).toBe(status)
  })
})

const person = (id: number, name: string, isHere = true): KnownPerson => ({
  id,
  name,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@westmarsh.example`,
  isHere,
  teamId: null,
})
const people = [
  person(1, 'Joy Okafor'),
  person(2, 'Grace Holloway'),
  person(3, 'Leah Hart', false),
  person(4, 'Anne-Marie O’Neill'),
  person(5, 'Sam Patel'),
  person(6, 'Sunita Patel'),
]

describe('an owner is matched to a person', () => {
  test.each([
    ['Joy Okafor', 1],
    ['joy  okafor', 1],
    ['J Okafor', 1],
    ['J. Okafor', 1],
    ['Okafor, Joy', 1],
    ['Okafor, J', 1],
    ['OKAFOR Joy', 1],
    ['Joy Okafor (TM)', 1],
    ['Joy Okafor, Team Manager', 1],
    ['Joy Okafor - Team Manager', 1],
    ['Ms Joy Okafor', 1],
    ['joy.okafor@westmarsh.example', 1],
    ['Joy Okafor <joy.okafor@westmarsh.example>', 1],
    ['Somebody (JOY.OKAFOR@westmarsh.example)', 1],
    ["Anne-Marie O'Neill", 4],
    ['Anne Marie O’Neill', 4],
    ['Sam Patel', 5],
    ['Su Patel', 6],
  ])('%s', (words, personId) => {
    expect(readOwner(words, people)).toEqual({ is: 'person', personId })
  })

  test.each([
    ['S Patel', [5, 6], '2 people here may be meant.'],
    ['Patel', [5, 6], '2 people here may be meant.'],
    ['Okafor', [1], 'It may be somebody here: say whether it is.'],
    ['JO', [1], 'It may be somebody here: say whether it is.'],
    ['Leah Hart', [], 'Leah Hart has left.'],
    [
      'Joy Okafor / Grace Holloway',
      [1, 2],
      'It names more than one, and an action has one accountable owner.',
    ],
    [
      'Joy Okafor and Head of Service',
      [1],
      'It names more than one, and an action has one accountable owner.',
    ],
  ])('%s is asked', (words, personIds, because) => {
    expect(readOwner(words, people)).toEqual({ is: 'asked', personIds, because })
  })

  test.each(['Head of Service', 'Tom Bell', 'QA team', 'nobody@elsewhere.example', '(TM)'])(
    '%s is nobody here',
    (words) => {
      expect(readOwner(words, people).is).toBe('unknown')
    },
  )
})

const recommendation = (
  id: number,
  text: string,
  printedNumber: string | null = null,
): KnownRecommendation => ({
  id,
  text,
  printedNumber,
  position: id - 10,
  inspectionId: 1,
})
const recommendations = [
  recommendation(11, 'The timeliness of assessments for children in need.', '1.'),
  recommendation(12, 'The quality and regularity of supervision of social workers.', '2.'),
  recommendation(13, 'The number of changes of social worker that children experience.', '3.'),
]

describe('a recommendation is matched', () => {
  test.each([
    ['The timeliness of assessments for children in need.', [11]],
    ['the timeliness of assessments for children in need', [11]],
    ['1. The timeliness of assessments for children in need', [11]],
    ['R2: The quality and regularity of supervision of social workers', [12]],
    [
      'The timeliness of assessments for children in need.\nThe quality and regularity of supervision of social workers.',
      [11, 12],
    ],
  ])('%s', (words, ids) => {
    expect(readRecommendation(words, recommendations)).toEqual({ is: 'recommendations', ids })
  })

  test.each([
    ['2', [12], 'only a number'],
    ['Rec 3', [13], 'only a number'],
    ['Recommendation 3', [13], 'only a number'],
    ['R12', [12], 'counted otherwise'],
    ['R11, R13', [11, 13], 'counted otherwise'],
    ['Timeliness of assessments for children in need', [11], 'not quite'],
    ['The number of changes of social worker', [13], 'not quite'],
  ])('%s is asked', (words, ids, because) => {
    const reading = readRecommendation(words, recommendations)
    expect(reading).toMatchObject({ is: 'asked', ids })
    expect('because' in reading && reading.because).toContain(because)
  })

  test.each(['Workforce', '9', 'R99', 'Children who go missing from care'])(
    '%s is unknown',
    (words) => {
      expect(readRecommendation(words, recommendations).is).toBe('unknown')
    },
  )
})

describe('a cell that begins like a formula', () => {
  test.each(['=1+1', '+44 113', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1", "''@x"])(
    '%j goes out with an apostrophe and comes back as it was',
    (words) => {
      expect(guarded(words)).toBe(`'${words}`)
      expect(unguarded(guarded(words))).toBe(words)
    },
  )

  test.each(['Plan', "'quoted' words", '5 - 3', '', 'a=b', "'"])('%j is left alone', (words) => {
    expect(guarded(words)).toBe(words)
    expect(unguarded(words)).toBe(words)
  })
})

describe('people named one after the other', () => {
  test.each<[string, string[]]>([
    ['Joy Okafor', ['Joy Okafor']],
    ['Okafor, Joy', ['Okafor, Joy']],
    ['J Okafor; G Holloway', ['J Okafor', 'G Holloway']],
    ['J Okafor/G Holloway & T Bell', ['J Okafor', 'G Holloway', 'T Bell']],
    ['Joy Okafor, Grace Holloway and Tom Bell', ['Joy Okafor', 'Grace Holloway', 'Tom Bell']],
    ['Okafor, Holloway, Bell', ['Okafor', 'Holloway', 'Bell']],
    [
      'Joy Okafor <joy+plan@westmarsh.example>\nSandy Andrews <s.andrews@westmarsh.example>',
      ['Joy Okafor <joy+plan@westmarsh.example>', 'Sandy Andrews <s.andrews@westmarsh.example>'],
    ],
    [' ;\n', []],
  ])('%s', (cell, names) => {
    expect(namesIn(cell)).toEqual(names)
  })
})

describe('a team', () => {
  const teams = [
    { id: 1, name: 'Assessment Team' },
    { id: 2, name: 'Fostering' },
    { id: 3, name: 'The team' },
  ]
  test('is known by its name', () => {
    expect(readName(' assessment  team ', teams, 'team')).toEqual({ is: 'known', id: 1 })
  })
  test('is asked about where a name is close, and where there is none', () => {
    expect(readName('Assessment', teams, 'team')).toEqual({
      is: 'asked',
      ids: [1],
      because: 'No team is called just that: say whether it is one of these.',
    })
    expect(readName('Youth justice', teams, 'team')).toEqual({
      is: 'asked',
      ids: [],
      because: 'No team here is called that.',
    })
  })
})
