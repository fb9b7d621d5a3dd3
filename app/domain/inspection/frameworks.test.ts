import { describe, expect, test } from 'vitest'
import { frameworks } from '../../../seeds/reference/frameworks'
import type { Framework } from './frameworks'
import {
  areaPrintedAs,
  areaTitle,
  areasNow,
  areasOfPractice,
  beginsAreaName,
  frameworkById,
  frameworkFor,
  frameworkJudging,
  gradePosition,
  gradePrintedAs,
  gradeTitle,
  hasOverallJudgement,
  worstGrade,
} from './frameworks'

const framework = (id: string): Framework => frameworkById(frameworks, id)!
const areasIn = (id: string) => framework(id).areas.map((one) => one.area)

describe('an inspection belongs to the framework of its first day', () => {
  test.each([
    ['the first SIF', 'sif', '2013-11-05', 'sif-2013'],
    ['a late SIF, when ILACS had begun', 'sif', '2018-06-11', 'sif-2013'],
    ['ILACS in its first year', 'ilacs', '2018-02-05', 'ilacs-2018'],
    ['the last day before care leavers were judged apart', 'ilacs', '2022-12-31', 'ilacs-2018'],
    ['Bristol, the first after', 'ilacs', '2023-01-16', 'ilacs-2023'],
    ['the last day of overall effectiveness', 'ilacs', '2026-03-31', 'ilacs-2023'],
    ['Brent, the first without it', 'ilacs', '2026-04-27', 'ilacs-2026'],
    ['a JTAI', 'jtai', '2022-05-09', 'jtai'],
    ['an area SEND inspection', 'area-send', '2024-06-03', 'area-send'],
  ] as const)('%s', (_what, kind, from, id) => {
    expect(frameworkFor(frameworks, kind, from)?.id).toBe(id)
  })

  test.each([
    ['a SIF before there was one', 'sif', '2013-10-31'],
    ['ILACS before 2018', 'ilacs', '2017-12-31'],
    ['a focused visit, which is not graded', 'focused-visit', '2024-01-01'],
    ['a kind nobody knows', 'cfsf-2027', '2027-05-01'],
  ] as const)('but %s belongs to none', (_what, kind, from) => {
    expect(frameworkFor(frameworks, kind, from)).toBeUndefined()
  })
})

describe('the frameworks', () => {
  test('have the areas that their reports print, in the order of the grade table', () => {
    expect(areasIn('ilacs-2018')).toEqual([
      'leaders',
      'help-and-protection',
      'children-in-care-and-care-leavers',
      'overall',
    ])
    expect(areasIn('ilacs-2023')).toEqual([
      'leaders',
      'help-and-protection',
      'children-in-care',
      'care-leavers',
      'overall',
    ])
    expect(areasIn('ilacs-2026')).toEqual(areasIn('ilacs-2023').slice(0, -1))
    expect(areasIn('sif-2013')).toEqual([
      'help-and-protection',
      'children-looked-after',
      'adoption',
      'care-leavers',
      'leadership',
      'overall',
      'lscb',
    ])
  })

  test('name every area, grade and printed form once', () => {
    for (const one of frameworks) {
      const areas = one.areas.map((area) => area.area)
      expect(new Set(areas).size).toBe(areas.length)
      for (const area of one.areas) {
        for (const name of [area.title, ...area.printedNames]) {
          expect(areaPrintedAs(one, name)?.area).toBe(area.area)
        }
        if (area.partOf) expect(areas).toContain(area.partOf)
      }
      for (const grade of one.grades) {
        for (const name of [grade.title, ...grade.printedNames]) {
          expect(gradePrintedAs(one, name)?.grade).toBe(grade.grade)
        }
      }
    }
  })

  test('follow one another without a gap or an overlap within ILACS', () => {
    const ilacs = frameworks.filter((one) => one.kind === 'ilacs')
    expect(ilacs.map((one) => [one.inspectionsFrom, one.inspectionsTo])).toEqual([
      ['2018-01-01', '2022-12-31'],
      ['2023-01-01', '2026-03-31'],
      ['2026-04-01', null],
    ])
  })

  test('judge the whole until April 2026, and recommendations never belong to the whole', () => {
    expect(frameworks.filter(hasOverallJudgement).map((one) => one.id)).toEqual([
      'sif-2013',
      'ilacs-2018',
      'ilacs-2023',
    ])
    expect(areasOfPractice(framework('ilacs-2023')).map((one) => one.area)).not.toContain('overall')
  })
})

describe('a printed name is recognised', () => {
  test.each([
    ['sif-2013', '2.1 Adoption performance', 'adoption'],
    ['sif-2013', '3. Leadership, management and governance', 'leadership'],
    ['ilacs-2026', 'The impact of leaders on practice with children and families', 'leaders'],
    ['ilacs-2026', 'THE EXPERIENCES AND PROGRESS OF  CARE LEAVERS:', 'care-leavers'],
    ['ilacs-2018', 'Overall effectiveness', 'overall'],
  ])('in %s: %s', (id, printed, area) => {
    expect(areaPrintedAs(framework(id), printed)?.area).toBe(area)
  })

  test('but a judgement of another framework is not', () => {
    expect(areaPrintedAs(framework('ilacs-2026'), 'Overall effectiveness')).toBeUndefined()
    expect(areaPrintedAs(framework('ilacs-2018'), 'Adoption performance')).toBeUndefined()
    expect(areaPrintedAs(framework('ilacs-2018'), '')).toBeUndefined()
  })

  test('and both forms of the third grade', () => {
    const short = gradePrintedAs(framework('ilacs-2023'), 'requires improvement')
    const long = gradePrintedAs(framework('ilacs-2023'), 'Requires improvement to be good')
    expect([short?.grade, long?.grade]).toEqual(['requires-improvement', 'requires-improvement'])
    expect(gradePrintedAs(framework('ilacs-2023'), 'satisfactory')).toBeUndefined()
  })
})

describe('grades have an order, best first', () => {
  const ilacs = framework('ilacs-2023')

  test('and the worst of several is found', () => {
    expect(worstGrade(ilacs, ['good', 'requires-improvement', 'outstanding'])).toBe(
      'requires-improvement',
    )
    expect(worstGrade(ilacs, ['good'])).toBe('good')
  })

  test('but not among none, nor in a framework without grades', () => {
    expect(worstGrade(ilacs, [])).toBeUndefined()
    expect(worstGrade(framework('jtai'), ['good'])).toBeUndefined()
    expect(gradePosition(ilacs, 'satisfactory')).toBeUndefined()
  })

  test('from 0', () => {
    expect(gradePosition(ilacs, 'outstanding')).toBe(0)
    expect(gradePosition(ilacs, 'inadequate')).toBe(3)
  })
})

describe('an area of an old report is found again in a new framework', () => {
  test.each([
    ['help-and-protection', ['help-and-protection']],
    ['children-in-care-and-care-leavers', ['children-in-care', 'care-leavers']],
    ['leadership', ['leaders']],
    ['adoption', ['children-in-care']],
    ['overall', []],
    ['lscb', []],
  ])('%s', (area, now) => {
    expect(areasNow(area, framework('ilacs-2026')).map((one) => one.area)).toEqual(now)
  })
})

test('an id that a framework does not know is shown as it is', () => {
  const ilacs = framework('ilacs-2026')
  expect(areaTitle(ilacs, 'overall')).toBe('overall')
  expect(gradeTitle(ilacs, 'met')).toBe('met')
  expect(gradeTitle(ilacs, 'requires-improvement')).toBe('Requires improvement to be good')
})

describe('what a report prints tells its framework', () => {
  test.each([
    ['ilacs-2018', areasIn('ilacs-2018'), 'ilacs-2018'],
    ['care leavers apart and no overall grade', areasIn('ilacs-2026'), 'ilacs-2026'],
    ['fewer areas than any framework has', ['leaders'], undefined],
    ['an area that no framework has', [...areasIn('ilacs-2026'), 'belonging'], undefined],
  ])('%s', (_what, areas, id) => {
    expect(frameworkJudging(frameworks, new Set(areas))?.id).toBe(id)
  })

  test('a line may open a name that goes on below it, and must be long enough to tell', () => {
    expect(beginsAreaName(frameworks, 'The experiences and progress of')).toBe(true)
    expect(beginsAreaName(frameworks, 'The')).toBe(false)
    expect(beginsAreaName(frameworks, 'Children in Norham are safer')).toBe(false)
  })
})
