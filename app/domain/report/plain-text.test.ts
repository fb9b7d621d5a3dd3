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
