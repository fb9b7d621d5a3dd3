import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/permissions'
import {
  canDecideRepeat,
  canTakeBackRepeat,
  type Compared,
  inCommon,
  likeness,
  type RepeatFacts,
} from './repeats'

// “assessments” too: its stem stands in every report
const stopWords = ['assessments', 'the', 'of', 'in', 'and', 'to', 'that', 'them', 'every', 'than']
const told = (text: string, kind = 'area-for-improvement'): Compared => ({
  kind,
  text,
  stems: (text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => !stopWords.includes(word)),
})

const likely = (earlier: Compared, later: Compared, similarity: number) => {
  const common = inCommon(earlier, later)
  return common && likeness(common, similarity)
}

describe('a recommendation is likely to say an earlier one again', () => {
  test('where both speak of a telling subject in words that are near enough', () => {
    const regular = told('The regularity of supervision in duty teams.')
    const reflective = told('Reflective supervision for newly qualified colleagues.')
    expect(likely(regular, reflective, 0.17)).toMatchObject({
      reason: 'Both speak of supervision.',
      nearness: 'Mostly in other words.',
    })
  })

  test('where both speak only of broad ones, in nearer words', () => {
    const before = told(
      'The depth of assessments by duty teams in both of the towns, whatever day they begin.',
    )
    const now = told('Unhurried assessments of fathers, grandparents, towns and lodgers.')
    expect(likely(before, now, 0.22)?.reason).toBe('Both speak of assessments.')
    expect(likely(before, now, 0.21)).toBeUndefined()
  })

  test('where one broad subject is all that they share, in much nearer words', () => {
    const [before, now] = [told('Thorough assessments.'), told('Unhurried assessments.')]
    expect(likely(before, now, 0.32)?.reason).toBe('Both speak of assessments.')
    expect(likely(before, now, 0.31)).toBeUndefined()
  })

  test('where one speaks of a subject of its own too, if many words are the same', () => {
    const before = told('Assessments with clear timescales and contingencies.')
    const now = told('Assessments with timescales, contingencies and reflective supervision.')
    expect(likely(before, now, 0)?.reason).toBe('Both speak of assessments.')
  })

  test('where a third of their telling words are the same, whatever the subject', () => {
    const before = told('Letters that explain court papers kindly to grandparents.')
    const now = told('Court papers, and letters that explain them to grandparents abroad.')
    expect(likely(before, now, 0)).toMatchObject({
      reason: 'They speak of the same in much the same words.',
      nearness: 'Much in the same words.',
    })
    expect(likely(before, now, 0.4)?.nearness).toBe('Nearly the same words.')
  })

  test.each([
    [0.5, 'Nearly the same words.'],
    [0.3, 'Much in the same words.'],
    [0.17, 'Mostly in other words.'],
  ])('and at a similarity of %s the words are said to be: %s', (similarity, nearness) => {
    const before = told('Caseloads in duty teams grow faster every winter month.')
    const now = told('Workloads of colleagues elsewhere, chiefly newly qualified ones.')
    expect(likely(before, now, similarity)?.nearness).toBe(nearness)
  })

  test.each([
    [
      'a broad subject is all they share and one has a subject of its own',
      told('Assessments of private fostering.'),
      told('Assessments of risk.'),
      0.4,
    ],
    [
      'they share a subject and their words are far apart',
      told('Caseloads in duty teams grow faster every winter month, colleagues say.'),
      told('Workloads of newly qualified ones.'),
      0.1,
    ],
    [
      'they share only words that every report has',
      { ...told('The quality of support.'), stems: ['qualiti', 'support', 'impact', 'servic'] },
      { ...told('Support of quality.'), stems: ['qualiti', 'support', 'impact', 'servic'] },
      0.9,
    ],
    [
      'one was told to the safeguarding board',
      told('The regularity of supervision.', 'lscb'),
      told('The regularity of supervision.'),
      1,
    ],
    ['they have nothing in common', told('Dentists.'), told('Housing.'), 0],
  ])('but not where %s', (_why, before, now, similarity) => {
    expect(likely(before, now, similarity)).toBeUndefined()
  })

  test('and the nearer its words, the higher it stands', () => {
    const common = inCommon(told('Supervision in teams.'), told('Supervision of teams.'))!
    expect(likeness(common, 0.6)!.rank).toBeGreaterThan(likeness(common, 0.3)!.rank)
  })
})

const as = (role: Role): Actor => ({ personId: 1, roles: [role] })
const facts: RepeatFacts = {
  earlier: { id: 1, council: 'Westmarsh', inspectedFrom: '2015-10-05' },
  later: { id: 2, council: 'westmarsh', inspectedFrom: '2019-03-04' },
  decided: null,
}

describe('that it says the same again, or is something else, is decided', () => {
  test('by a manager', () => {
    expect(canDecideRepeat(as('manager'), facts)).toEqual({ allowed: true })
  })

  test.each(['practitioner', 'leader', 'observer', 'admin'] as const)('not by a %s', (role) => {
    expect(canDecideRepeat(as(role), facts)).toEqual({
      allowed: false,
      because: 'Only a manager can do this.',
    })
  })

  test.each([
    ['of itself', { later: facts.earlier }, 'A recommendation cannot repeat itself.'],
    [
      'of what another council was told',
      { later: { ...facts.later, council: 'Eastmere' } },
      'Only what the same council was told can have been said again.',
    ],
    [
      'of what was told later',
      { earlier: facts.later, later: facts.earlier },
      'Choose a recommendation of an earlier inspection.',
    ],
    [
      'of what the same inspection told',
      { later: { ...facts.earlier, id: 2 } },
      'Choose a recommendation of an earlier inspection.',
    ],
    [
      'twice',
      { decided: 'same' as const },
      'Somebody has already said that it says the same again.',
    ],
    [
      'once somebody said otherwise',
      { decided: 'different' as const },
      'Somebody has already said that it is something else.',
    ],
  ])('but not %s', (_what, differs, because) => {
    expect(canDecideRepeat(as('manager'), { ...facts, ...differs })).toEqual({
      allowed: false,
      because,
    })
  })

  test('and taken back once, by a manager', () => {
    expect(canTakeBackRepeat(as('manager'), { isTakenBack: false })).toEqual({ allowed: true })
    expect(canTakeBackRepeat(as('leader'), { isTakenBack: false })).toEqual({
      allowed: false,
      because: 'Only a manager can do this.',
    })
    expect(canTakeBackRepeat(as('manager'), { isTakenBack: true })).toEqual({
      allowed: false,
      because: 'This has been taken back already.',
    })
  })
})
