import { describe, expect, test } from 'vitest'
import { readReport } from './read-report'
import { drawnPage } from './drawn-page'

const news = (words: string) => ({ ...drawnPage(words), format: 'text' as const })

describe('A text without headings', () => {
  const good = readReport(
    news(`
Eastmere leaders keep high standards, Ofsted said, rating the council as ‘outstanding’.

The experiences and progress of children who need help and protection were rated good.

The experiences and progress of children in care and care leavers are outstanding.

Social workers stay, and their assessments are thoughtful and clear.

To do better still, the clarity of letters to parents should also be improved.

Cabinet member Jo Tate said: “We should improve further.”`),
  )

  test('gives the grades that it states', () => {
    expect(good.kind).toBe('ilacs')
    expect(good.judgements).toMatchObject([
      { area: 'overall', grade: 'outstanding' },
      { area: 'help-and-protection', grade: 'good' },
      { area: 'children-in-care-and-care-leavers', grade: 'outstanding' },
    ])
  })

  test('proposes what should improve, each with its reason, and not what a politician says', () => {
    expect(good.proposalsOnly).toBe(true)
    expect(good.recommendations.map(({ text }) => text)).toEqual([
      'To do better still, the clarity of letters to parents should also be improved.',
    ])
    expect(good.recommendations.every(({ because }) => because)).toBe(true)
  })

  test('tells strengths from concerns', () => {
    expect(good.findings.map(({ kind, text }) => [kind, text])).toContainEqual([
      'strength',
      'Social workers stay, and their assessments are thoughtful and clear.',
    ])
  })

  test('knows a visit since an inadequate judgement, and does not take the old judgement for a new one', () => {
    const visit = readReport(
      news(`
Ofsted came to Westmarsh in September, the fifth visit since the department was rated inadequate in 2019.

Children’s services in Westmarsh have improved, but progress is “too slow” in some areas.

Some children are unallocated because of staff shortages.`),
    )
    expect(visit).toMatchObject({
      kind: 'monitoring-visit',
      council: 'Westmarsh',
      visit: { ordinal: 5, month: 'September' },
      judgements: [],
      recommendations: [],
    })
    expect(visit.verdicts?.map(({ verdict }) => verdict)).toContain('too-slow')
    expect(visit.findings.map(({ kind }) => kind)).toEqual(['concern', 'concern'])
  })

  test('that says nothing of the kind gives nothing', () => {
    expect(readReport(news('The library opens at nine on weekdays.'))).toMatchObject({
      kind: 'other',
      judgements: [],
      recommendations: [],
      findings: [],
      verdicts: [],
    })
  })
})

describe('Other voices', () => {
  const items = (words: string) =>
    readReport(news(words)).recommendations.map(({ kind, text, because }) => {
      expect(because).toBeTruthy()
      return [kind, text]
    })
  const grades = (words: string) =>
    Object.fromEntries(readReport(news(words)).judgements.map(({ area, grade }) => [area, grade]))

  test('minutes: grades in one sentence, a list below words that lead up to it, and nothing that members said', () => {
    const minutes = `
Norham County Council: minutes of the scrutiny committee

The director reported that inspectors had visited between 8 and 19 September 2025. Ofsted had judged the impact of leaders to be requires improvement to be good. Help and protection was graded requires improvement, children in care were judged good and care leavers inadequate.

Inspectors identified the following areas for improvement:
- the consistency of management oversight;
- the timeliness of pathway plans

Councillor Dale said that the council must improve the car park.`
    expect(readReport(news(minutes))).toMatchObject({
      kind: 'ilacs',
      council: 'Norham',
      inspectedFrom: '2025-09-08',
      inspectedTo: '2025-09-19',
    })
    expect(grades(minutes)).toEqual({
      leaders: 'requires-improvement',
      'help-and-protection': 'requires-improvement',
      'children-in-care': 'good',
      'care-leavers': 'inadequate',
    })
    expect(items(minutes)).toEqual([
      ['area-for-improvement', 'the consistency of management oversight;'],
      ['area-for-improvement', 'the timeliness of pathway plans'],
    ])
  })

  test('a press release: the grade of the whole, and no praise or promise by politicians', () => {
    const release = `
Children’s services in Sedgeley require improvement to be good, Ofsted has found.

Inspectors found that too many children wait for a social worker.

Ofsted said the council must ensure that every child has an up-to-date plan.

Cllr Pat Marsh said: “We must improve and we will. Our staff are outstanding.”

Sedgeley was rated inadequate in 2020.`
    expect(grades(release)).toEqual({ overall: 'requires-improvement' })
    expect(items(release)).toEqual([
      [
        'recommendation',
        'Ofsted said the council must ensure that every child has an up-to-date plan.',
      ],
    ])
    expect(readReport(news(release)).findings.map(({ kind, text }) => [kind, text])).toEqual([
      ['concern', 'Inspectors found that too many children wait for a social worker.'],
    ])
  })

  test('a committee report with numbered paragraphs: the list ends where the numbering does', () => {
    expect(
      items(`
Report to Cabinet on the joint targeted area inspection of Thornby
2. Findings
2.1 The inspectorates found strong partnership working.
3. What needs to improve
3.1 The quality of strategy discussions.
3.2 The sharing of information with schools.
4. Next steps
4.1 A statement will be sent.`),
    ).toEqual([
      ['area-for-improvement', 'The quality of strategy discussions.'],
      ['area-for-improvement', 'The sharing of information with schools.'],
    ])
  })

  test('an e-mail: grades beside their areas, and numbered recommendations', () => {
    const email = `
Quick summary of the inspectors’ feedback (12 to 16 May 2025):

Overall: Good
Impact of leaders: Good
Help and protection: Requires improvement
Children in care: Outstanding
Care leavers: Good

Recommendations:
1. Improve the quality of return home interviews.
2. Strengthen oversight of children missing education.

Thanks, Kim`
    expect(grades(email)).toEqual({
      overall: 'good',
      leaders: 'good',
      'help-and-protection': 'requires-improvement',
      'children-in-care': 'outstanding',
      'care-leavers': 'good',
    })
    expect(items(email)).toEqual([
      ['recommendation', 'Improve the quality of return home interviews.'],
      ['recommendation', 'Strengthen oversight of children missing education.'],
    ])
  })

  test('a slide: what to do better and what is done well, each under its heading', () => {
    const slide = readReport(
      news(`
What Ofsted told us we need to do better

• keep social workers for longer
• see children on their own more often

What we do well

• our foster carers are well supported`),
    )
    expect(slide.recommendations.map(({ heading, text }) => [heading, text])).toEqual([
      ['What Ofsted told us we need to do better', 'keep social workers for longer'],
      ['What Ofsted told us we need to do better', 'see children on their own more often'],
    ])
    expect(slide.findings.map(({ kind, text }) => [kind, text])).toEqual([
      ['strength', 'our foster carers are well supported'],
    ])
  })

  test('news of a visit: what was looked at, and a verdict for each thing that a sentence says', () => {
    const visit = readReport(
      news(`
Ofsted’s third monitoring visit to Calderwick children’s services since they were judged inadequate in July 2022 took place on 4 and 5 March 2024.

Inspectors looked at the front door.

Senior leaders have made steady progress. It is too early to see the impact of the new model and supervision is not yet embedded.

The timeliness of assessments has deteriorated.`),
    )
    expect(visit).toMatchObject({
      kind: 'monitoring-visit',
      council: 'Calderwick',
      inspectedFrom: '2024-03-04',
      areasCovered: ['the front door'],
      visit: { ordinal: 3 },
      judgements: [],
    })
    expect(visit.verdicts?.map(({ verdict }) => verdict)).toEqual([
      'progress',
      'too-early-to-see',
      'not-embedded',
      'declined',
    ])
  })

  test('a newsletter that only names Ofsted proposes nothing that must improve', () => {
    expect(
      items(`
Ofsted will come to the nursery next year. Places are good value.

Schools should make sure that forms arrive by Friday.`),
    ).toEqual([])
  })

  test('a grade left behind is not the grade now', () => {
    expect(
      grades('Eastmere children’s services have gone from inadequate to good in three years.'),
    ).toEqual({ overall: 'good' })
  })
})
