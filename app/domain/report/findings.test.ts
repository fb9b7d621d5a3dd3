import { describe, expect, test } from 'vitest'
import { drawnPage } from './drawn-page'
import { findQuotation } from './quotation'
import { readReport } from './read-report'

const kept = (drawing: string) =>
  readReport(drawnPage(drawing)).findings.map(({ paragraph, area, page, text }) => [
    paragraph,
    area,
    page,
    text,
  ])

const ilacs = `
# Inspection of Norham local authority children’s services

Inspection dates: 8 to 19 October 2018
Lead inspector: Amina Farrow, Her Majesty’s Inspector

# What needs to improve

◼ The quality of plans.
◼ The pace of help.

# The experiences and progress of children who need help and protection: good

`

describe('The numbered paragraphs of a report', () => {
  test('are kept with number, area, heading and page, over lines and pages', () => {
    const source = drawnPage(`${ilacs}
1. Children get help early. In the year before, the numbers fell to
    19 in the county.

2. Plans are clear, and
---
    they are shared with parents.

# The impact of leaders on social work practice with children and families: good

   3. Leaders listen.`)
    const { findings } = readReport(source)
    expect(
      findings.map(({ paragraph, area, page, text }) => [paragraph, area, page, text]),
    ).toEqual([
      ['1', 'help-and-protection', 1, 'Children get help early. In the year before, the numbers fell to 19 in the county.'], // prettier-ignore
      ['2', 'help-and-protection', 1, 'Plans are clear, and they are shared with parents.'],
      ['3', 'leaders', 2, 'Leaders listen.'],
    ])
    expect(findings[2]?.heading).toBe(
      'The impact of leaders on social work practice with children and families: good',
    )
    for (const { text } of findings) expect(findQuotation(source, text)).toBeDefined()
  })

  test('end where the report speaks of itself', () => {
    expect(
      kept(`${ilacs}
1. Children get help early, and the people who
    know them stay.
---
The inspectorate regulates and inspects services of many kinds.
It is not part of the council.`),
    ).toEqual([
      [
        '1',
        'help-and-protection',
        1,
        'Children get help early, and the people who know them stay.',
      ],
    ])
  })

  test('keep the lists inside them, and are no list of what must improve', () => {
    expect(
      kept(`${ilacs}
1. Leaders know that they must work on
    ◼ plans
    ◼ visits.
2. They do.`),
    ).toEqual([
      ['1', 'help-and-protection', 1, 'Leaders know that they must work on; plans; visits.'],
      ['2', 'help-and-protection', 1, 'They do.'],
    ])
  })
})

test('In a SIF report numbers run through findings and recommendations, and each is kept as what it is', () => {
  const reading = readReport(
    drawnPage(`
# Thornby
# Inspection of services for children in need of help and protection, children looked after and care leavers

Inspection date: 3 June – 25 June 2014

1. Children who need help and protection      Good
2. Children looked after and achieving        Good
3. Leadership, management and governance      Good
---
# Summary of key findings

1. Help comes early.
2. Carers stay.

# What does the local authority need to improve?

* Areas for improvement

3. Improve assessments so that they
    are timely.
4. Improve plans.

# Inspection judgements about the local authority

* The experiences and progress of children who need help and protection are good

5. Thresholds are understood.

* The graded judgement for adoption performance is that it is good

6. Adopters are prepared well.

# Section 2: The effectiveness of the Local Safeguarding Children Board

7. The Board knows its area.`),
  )
  expect(reading.recommendations.map(({ number }) => number)).toEqual(['3', '4'])
  expect(reading.findings.map(({ paragraph, area }) => [paragraph, area])).toEqual([
    ['1', null],
    ['2', null],
    ['5', 'help-and-protection'],
    ['6', 'adoption'],
    ['7', 'lscb'],
  ])
})

test('A JTAI letter’s paragraphs and strengths are kept under their headings, and what must improve is not', () => {
  const reading = readReport(
    drawnPage(`
Dear partnership

* Joint targeted area inspection of Norham

This inspection took place from 15 to 19 May 2023.

* Headline findings

Leaders work together well.

Children wait too long for
help from some services.

* What needs to improve?

◼ The pace of help.

* Strengths

◼ Police officers listen to children.
◼ Schools know what to do.

* Main findings

Most children are seen on the day.

* Next steps

We have determined that Norham Council is the principal authority.`),
  )
  expect(reading.findings.map(({ heading, kind, text }) => [heading, kind, text])).toEqual([
    ['Headline findings', 'paragraph', 'Leaders work together well.'],
    ['Headline findings', 'paragraph', 'Children wait too long for help from some services.'],
    ['Strengths', 'strength', 'Police officers listen to children.'],
    ['Strengths', 'strength', 'Schools know what to do.'],
    ['Main findings', 'paragraph', 'Most children are seen on the day.'],
  ])
})

test('An area SEND report keeps what it says of children’s lives, of what works and of what does not', () => {
  const reading = readReport(
    drawnPage(`
* Area SEND inspection of Halwick Local Area Partnership

Inspection dates: 3 to 7 June 2024

* Inspection outcome

The arrangements lead to inconsistent experiences and outcomes.

* What is it like to be a child or young person with SEND in this area?

Some children wait for years.

* What is the area partnership doing that is effective?

◼ Leaders listen to families.

* What does the area partnership need to do better?

Plans arrive late.

* Areas for improvement

Leaders should shorten the time that children wait.`),
  )
  expect(reading.findings.map(({ kind, area, text }) => [kind, area, text])).toEqual([
    ['paragraph', 'send', 'Some children wait for years.'],
    ['strength', 'send', 'Leaders listen to families.'],
    ['paragraph', 'send', 'Plans arrive late.'],
  ])
})

test('Pages without text among the others are named, because what stands on them is missing', () => {
  const { warnings } = readReport(drawnPage(`${ilacs}1. Children get help early.\n---\n---\n---\n`))
  expect(warnings).toContain(
    '3 of 4 pages hold no text, as scans do. What stands on them was not read: paste it below the rest.',
  )
})
