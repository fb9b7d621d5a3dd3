import { describe, expect, test } from 'vitest'
import { listMark, readList, readLists, wholeText } from './bullets'
import { councilName } from './council-name'
import { daysNamed, firstAndLastDay } from './dates'
import { drawnPage } from './drawn-page'
import { bareWords } from './folding'
import { bodyLines } from './furniture'
import { gradeAtEnd, gradeOf } from './grades'
import { headingAsPrinted, headingWords } from './headings'
import { inspectorName } from './inspector-name'
import { ilacsArea, sifArea } from './judgement-areas'
import { nationalFrameworkIn } from './national-framework'
import { readNumberedList } from './numbered-list'
import { ordinalIn } from './ordinals'
import { joinLines } from './paragraphs'
import { splitSentences } from './sentences'
import { verdictsIn } from './verdicts'

describe('The days of an inspection are read', () => {
  test.each([
    ['11 to 22 May 2026', '2026-05-11', '2026-05-22'],
    ['8 October 2018 to 19 October 2018', '2018-10-08', '2018-10-19'],
    ['18 February to 1 March 2019', '2019-02-18', '2019-03-01'],
    ['28 December to 5 January 2024', '2023-12-28', '2024-01-05'],
    ['11 – 22 July 2022', '2022-07-11', '2022-07-22'],
    ['18 March 2014 – 09 April 2014', '2014-03-18', '2014-04-09'],
    ['Monday 5th to Friday 9th June 2023', '2023-06-05', '2023-06-09'],
    ['14 and 15 September 2021', '2021-09-14', '2021-09-15'],
    ['3 to 7 March 2025 and 9 to 10 April 2025', '2025-03-03', '2025-04-10'],
    ['29 February 2024', '2024-02-29', '2024-02-29'],
  ])('from “%s”', (words, from, to) => {
    expect(firstAndLastDay(words)).toEqual({ from, to })
  })

  test.each(['September', '30 February 2024', '32 to 40 May 2020', 'in 2019', ''])(
    'but not from “%s”',
    (words) => {
      expect(firstAndLastDay(words)).toBeUndefined()
    },
  )

  test('and a time of day is not a day', () => {
    expect(daysNamed('between 7.30 and 9:15 on 4 May 2020')).toEqual(['2020-05-04'])
  })
})

describe('Grades are told in their long and short forms', () => {
  test.each([
    ['Outstanding', 'outstanding'],
    ['Requires improvement to be good', 'requires-improvement'],
    ['requires improvement', 'requires-improvement'],
    ['Inadequate.', 'inadequate'],
  ])('%s', (words, grade) => {
    expect(gradeOf(words)).toBe(grade)
  })

  test.each([
    ['The experiences and progress of children in care: good', 'good'],
    ['The impact of leaders is outstanding', 'outstanding'],
    ['Care leavers are: requires improvement to be good', 'requires-improvement'],
  ])('at the end of the heading “%s”', (words, grade) => {
    expect(gradeAtEnd(words)).toBe(grade)
  })

  test.each(['Good practice', 'improvement', 'Not inadequate', ''])('but not in “%s”', (words) => {
    expect(gradeOf(words)).toBeUndefined()
  })
})

describe('Judgement names are matched loosely', () => {
  test.each([
    ['The impact of leaders on social work practice with children and families', 'leaders'],
    ['The impact of leaders on practice with children and families', 'leaders'],
    ['The experiences and progress of children who need help and protection', 'help-and-protection'],
    ['The experiences and progress of children in care and care leavers', 'children-in-care-and-care-leavers'],
    ['The experiences and progress of children in care', 'children-in-care'],
    ['The experiences and progress of children care leavers', 'care-leavers'],
    ['Overall effectiveness', 'overall'],
  ])('%s', (name, area) => {
    expect(ilacsArea(name)).toBe(area)
  }) // prettier-ignore

  test.each([
    ['1. Children who need help and protection', 'help-and-protection'],
    ['2. Children looked after and achieving permanence', 'children-looked-after'],
    ['2.1 Adoption performance', 'adoption'],
    ['2.2 Experiences and progress of care leavers', 'care-leavers'],
    ['3. Leadership, management and governance', 'leadership'],
  ])('%s', (name, area) => {
    expect(sifArea(name)).toBe(area)
  })

  test('and words that name none name none', () => {
    expect(ilacsArea('Children live in the town of Westmarsh')).toBeUndefined()
    expect(sifArea('4. The weather')).toBeUndefined()
  })
})

describe('References to the National Framework become outcomes, enablers and principles', () => {
  test.each([
    ['… (outcome 4, national framework)', ['outcome-4']],
    ['… (Outcome one, National Framework)', ['outcome-1']],
    ['… (national framework, outcome 2)', ['outcome-2']],
    ['… (Enabler 3)', ['enabler-3']],
    ['… (outcomes 3 and 4, national framework)', ['outcome-3', 'outcome-4']],
    ['… (outcome 3 and enabler two, national framework)', ['outcome-3', 'enabler-2']],
    ['… (enabler: leaders drive conditions for effective practice)', ['enabler-2']],
    ['… (enabler: multi-agency working is prioritised)', ['enabler-1']],
    ['… (principle 3, national framework', ['principle-3']],
    ['… in time (aged 16 to 17)', []],
    ['… the outcome 3 of reviews', []],
  ])('%s', (text, references) => {
    expect(nationalFrameworkIn(text)).toEqual(references)
  })
})

describe('Lines are joined', () => {
  test.each([
    [['pre-', 'proceedings work'], 'pre-proceedings work'],
    [['short-', 'and longer-term'], 'short- and longer-term'],
    [['a service –', 'at last'], 'a service – at last'],
    [['one', '', 'two '], 'one two'],
  ])('%j', (lines, text) => {
    expect(joinLines(lines)).toBe(text)
  })
})

describe('Lists', () => {
  test.each(['◼ a', '\uF06E a', '• a', '- a', '– a', ' ̶ a'.trim(), 'o a'])(
    'know the mark of “%s”',
    (text) => {
      expect(listMark(text)).not.toBe('')
    },
  )

  test.each(['on time', '10 days', '“Good”', 'A plan', '-'])('see no mark in “%s”', (text) => {
    expect(listMark(text)).toBe('')
  })

  test('have parts further to the right, and end at words back at the edge', () => {
    const { lines } = drawnPage(`
 ◼ Services to care leavers, including:
     − homes that suit
     − plans that are
       theirs.
 ◼ Help at the
   front door.

 Something else begins here.`)
    const { items, end } = readList(lines)
    expect(items.map(wholeText)).toEqual([
      'Services to care leavers, including: homes that suit; plans that are theirs.',
      'Help at the front door.',
    ])
    expect(lines[end]?.text).toBe('Something else begins here.')
  })

  test('go on after the page number of the page between', () => {
    const source = drawnPage(`
 ◼ Help that comes before it is
---
   too late.
 ◼ Homes.`)
    expect(readLists(bodyLines(source).slice()).flat().map(wholeText)).toEqual([
      'Help that comes before it is too late.',
      'Homes.',
    ])
  })

  test('keep a dash of the sentence at the start of a line', () => {
    const { lines } = drawnPage(`
 ◼ The plans of children
   – and of their parents – in time.`)
    expect(readList(lines).items.map(wholeText)).toEqual([
      'The plans of children – and of their parents – in time.',
    ])
  })

  test('with numbers count on by one, over themes and page breaks', () => {
    const { lines } = drawnPage(`
 24. See children alone within 10 days of
     a referral.

 Care leavers

 25. Give care leavers their histories
---
     in 3 weeks.
 26. Ask them:
      • what they want
      • what they need.

 This is about something else.`)
    expect(
      readNumberedList(lines).map((item) => [item.number, wholeText(item), item.page]),
    ).toEqual([
      ['24', 'See children alone within 10 days of a referral.', 1],
      ['25', 'Give care leavers their histories in 3 weeks.', 1],
      ['26', 'Ask them: what they want; what they need.', 2],
    ])
  })
})

describe('Names', () => {
  test.each([
    ['Westmarsh County Council', 'Westmarsh'],
    ['London Borough of Norham', 'Norham'],
    ['City of Halwick Metropolitan Borough Council', 'Halwick'],
    ['the Royal Borough of Thornby and Sedgeley', 'Thornby and Sedgeley'],
    ['City of London', 'City of London'],
    ['Norham’s', 'Norham'],
    ['St Ives', 'St Ives'],
  ])('of councils lose their office: %s', (printed, name) => {
    expect(councilName(printed)).toBe(name)
  })

  test.each([
    ['Ruth Calloway, His Majesty’s Inspector', 'Ruth Calloway'],
    ["Ruth Calloway Her Majesty's Inspector", 'Ruth Calloway'],
    ['Anne-Marie O’Dell HMI', 'Anne-Marie O’Dell'],
    ['Ruth Calloway, Senior His Majesty’s Inspector, Ofsted', 'Ruth Calloway'],
  ])('of inspectors lose their office: %s', (printed, name) => {
    expect(inspectorName(printed)).toBe(name)
  })

  test('and what is no name is none', () => {
    expect(inspectorName('was not named in 2019')).toBeNull()
  })
})

describe('Headings', () => {
  test('are told without their mark and footnote', () => {
    expect(headingWords('What needs to improve?1')).toBe('what needs to improve')
    expect(headingWords('Areas for improvement:')).toBe('areas for improvement')
    expect(headingAsPrinted('What needs to improve?1')).toBe('What needs to improve?')
  })
})

describe('Sentences', () => {
  test('end at a full stop, not after a title', () => {
    expect(splitSentences('Dr. Osei came. “It is good.” She left (at 3 p.m. or so).')).toEqual([
      'Dr. Osei came.',
      '“It is good.”',
      'She left (at 3 p.m. or so).',
    ])
  })
})

describe('Verdicts of a letter', () => {
  test.each([
    ['Leaders have made tangible progress.', ['progress']],
    ['It is too early to see the impact of this.', ['too-early-to-see']],
    ['The pace of change has been too slow.', ['too-slow']],
    ['The approach is not yet consistently embedded.', ['not-embedded']],
    ['The quality of plans remains too variable.', ['unchanged']],
    ['Timeliness has declined since the spring.', ['declined']],
    ['Leaders have made progress, but it is too slow.', ['too-slow', 'progress']],
    ['Children live in Westmarsh.', []],
  ])('%s', (text, verdicts) => {
    expect(verdictsIn([{ text, page: 1 }]).map(({ verdict }) => verdict)).toEqual(verdicts)
  })
})

test('Visits are counted in words and in figures', () => {
  expect(ordinalIn('This was the fifth monitoring visit since 2019.')).toBe(5)
  expect(ordinalIn('the 3rd visit')).toBe(3)
  expect(ordinalIn('the fifth since the department was rated inadequate')).toBe(5)
  expect(ordinalIn('a visit')).toBeNull()
})

test('Two readings are the same words whatever their spaces, hyphens and quotes', () => {
  expect(bareWords('pre- proceedings for ‘children’')).toBe(
    bareWords("preproceedings for 'children'"),
  )
})
