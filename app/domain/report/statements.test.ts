import { describe, expect, test } from 'vitest'
import type { Framework } from '../inspection/frameworks'
import { seemsToSpeakOf } from '../inspection/spoken-of'
import type { Draft, StatementMeaning } from './draft'
import { draftFrom } from './proposal'
import type { Reading } from './reading'
import type { SourceDocument } from './source'
import {
  acceptedVerdicts,
  acceptStatement,
  canChangeStatement,
  canMean,
  keptFindings,
  paragraphsKept,
  proposeStatementAgain,
  setStatementAside,
  statementOf,
  undecided,
} from './statements'

const area = (id: string) => ({ area: id, title: id, printedNames: [] })
const frameworks: Framework[] = [
  {
    id: 'ilacs-2018',
    kind: 'ilacs',
    title: 'ILACS 2018',
    inspectionsFrom: '2018-01-01',
    inspectionsTo: null,
    areas: [
      area('leaders'),
      area('help-and-protection'),
      { ...area('overall'), overall: true as const },
    ],
    grades: ['good', 'inadequate'].map((grade) => ({ grade, title: grade, printedNames: [] })),
  },
]
const pasted: SourceDocument = { format: 'text', pages: 1, lines: [] }
const letter: SourceDocument = { ...pasted, format: 'pdf' }

const nothing: Reading = {
  kind: 'ilacs',
  framework: 'ilacs-2018',
  council: 'Westmarsh',
  inspectedFrom: null,
  inspectedTo: null,
  leadInspector: null,
  judgements: [],
  recommendations: [],
  findings: [],
  warnings: [],
}
const news: Reading = {
  ...nothing,
  proposalsOnly: true,
  judgements: [
    { area: 'overall', grade: 'good', quote: 'The council is rated good.', page: 1 },
    { area: 'leaders', grade: 'inadequate', quote: 'Leaders were rated inadequate.', page: 1 },
  ],
  verdicts: [{ verdict: 'too-slow', quote: 'Progress on supervision is too slow.', page: 1 }],
  findings: [
    {
      kind: 'concern',
      text: 'Supervision by managers is too rare.',
      page: 1,
      area: null,
      paragraph: null,
      heading: '',
    },
    {
      kind: 'strength',
      text: 'Partners trust it.',
      page: 1,
      area: null,
      paragraph: null,
      heading: '',
    },
  ],
}
const draft = draftFrom(news, pasted, frameworks, [
  { recommendationIds: [7, 8], because: 'Both say “supervision”.' },
])
const kindOf = (of: Draft, key: string) => statementOf(of, key)?.means.kind

describe('the statements of a text without headings', () => {
  test('are grades first, then progress, then what was strong or weak, each with quote and reason', () => {
    expect(draft.statements.map(({ key, quote }) => [key, quote])).toEqual([
      ['s1', 'The council is rated good.'],
      ['s2', 'Leaders were rated inadequate.'],
      ['s3', 'Progress on supervision is too slow.'],
      ['s4', 'Supervision by managers is too rare.'],
      ['s5', 'Partners trust it.'],
    ])
    expect(draft.statements.every(({ because, state }) => because && state === 'proposed')).toBe(
      true,
    )
    expect(statementOf(draft, 's4')?.means).toEqual({ kind: 'concern', area: 'leaders' })
    expect(undecided(draft)).toBe(5)
  })

  test('give no judgement before a person has accepted it, and take it back with it', () => {
    expect(draft.details.judgements).toEqual([])
    const means: StatementMeaning = { kind: 'judgement', area: 'overall', grade: 'good' }
    const accepted = acceptStatement(draft, 's1', means)
    expect(accepted.details.judgements).toEqual([{ area: 'overall', grade: 'good' }])
    expect(setStatementAside(accepted, 's1').details.judgements).toEqual([])
    expect(proposeStatementAgain(accepted, 's1').details.judgements).toEqual([])
  })

  test('leave alone a judgement that was entered by hand', () => {
    const byHand: Draft = {
      ...draft,
      details: {
        ...draft.details,
        judgements: [{ area: 'help-and-protection', grade: 'good' }],
      },
    }
    const means: StatementMeaning = { kind: 'judgement', area: 'overall', grade: 'good' }
    expect(acceptStatement(byHand, 's1', means).details.judgements).toEqual([
      { area: 'help-and-protection', grade: 'good' },
      { area: 'overall', grade: 'good' },
    ])
  })

  test('are kept only where they were accepted, as what she said they are', () => {
    const accepted = acceptStatement(draft, 's4', { kind: 'strength', area: null })
    expect(keptFindings(accepted, news, pasted)).toEqual([
      {
        kind: 'strength',
        area: null,
        heading: '',
        paragraph: null,
        text: 'Supervision by managers is too rare.',
        page: null,
      },
    ])
    expect(keptFindings(setStatementAside(accepted, 's4'), news, pasted)).toEqual([])
  })
})

describe('the statements of a report in a form that we know', () => {
  const visit: Reading = {
    ...nothing,
    kind: 'monitoring-visit',
    verdicts: news.verdicts,
    findings: [
      { ...news.findings[0]!, kind: 'paragraph', paragraph: '38', heading: 'Findings' },
      { ...news.findings[0]!, kind: 'paragraph', paragraph: '39', text: '  ' },
    ],
  }
  const proposed = draftFrom(visit, letter, frameworks)

  test('are only what it says of progress; its paragraphs are kept as they are', () => {
    expect(proposed.statements.map(({ key }) => kindOf(proposed, key))).toEqual(['verdict'])
    expect(paragraphsKept(visit)).toHaveLength(1)
    expect(keptFindings(proposed, visit, letter)).toMatchObject([
      { kind: 'paragraph', paragraph: '38', heading: 'Findings', page: 1 },
    ])
  })

  test('say that a person must choose where the words point nowhere', () => {
    expect(statementOf(proposed, 's1')).toMatchObject({
      means: { recommendationIds: [] },
      because: 'Which recommendation it speaks of is not plain from its words: choose it.',
    })
  })
})

describe('a verdict', () => {
  const verdict = (...recommendationIds: number[]): StatementMeaning => ({
    kind: 'verdict',
    verdict: 'too-slow',
    recommendationIds,
  })

  test('is kept once on each recommendation that it speaks of', () => {
    const accepted = acceptStatement(draft, 's3', verdict(7, 8, 7))
    expect(acceptedVerdicts(accepted)).toEqual(
      [7, 8].map((recommendationId) => ({
        recommendationId,
        verdict: 'too-slow',
        quote: 'Progress on supervision is too slow.',
        page: null,
      })),
    )
    expect(acceptedVerdicts(draft)).toEqual([])
  })

  test.each<[string, StatementMeaning, string]>([
    [
      'without a recommendation',
      verdict(),
      'Choose the recommendation that this speaks of, or set the statement aside.',
    ],
    [
      'on a recommendation of this inspection or a later one',
      verdict(7, 99),
      'A verdict is on a recommendation of an earlier inspection. Choose one from the list.',
    ],
    [
      'nor a finding under an area that the framework lacks',
      { kind: 'concern', area: 'adoption' },
      'This framework has no such judgement area. Choose one from the list.',
    ],
    [
      'nor a grade that it lacks',
      { kind: 'judgement', area: 'overall', grade: 'splendid' },
      'This framework has no such grade. Choose one from the list.',
    ],
    [
      'nor a grade for an area that it lacks',
      { kind: 'judgement', area: 'adoption', grade: 'good' },
      'This framework has no such judgement area. Choose one from the list.',
    ],
  ])('is not kept %s', (_what, means, because) => {
    expect(canMean(draft, means, frameworks, [7, 8])).toEqual({ allowed: false, because })
  })

  test('is kept on what was told before; a finding needs no area', () => {
    expect(canMean(draft, verdict(7), frameworks, [7, 8])).toEqual({ allowed: true })
    expect(canMean(draft, { kind: 'strength', area: null }, frameworks, [])).toEqual({
      allowed: true,
    })
  })

  test('and a grade needs the framework first', () => {
    const unframed = { ...draft, details: { ...draft.details, frameworkId: null } }
    expect(
      canMean(unframed, { kind: 'judgement', area: 'overall', grade: 'good' }, frameworks, []),
    ).toMatchObject({ because: expect.stringContaining('Choose the framework') as string })
  })
})

describe('two people at once', () => {
  test('are told when they meet on one statement, and not on two', () => {
    const changed = setStatementAside(draft, 's5')
    expect(canChangeStatement(changed, 's5', 1)).toMatchObject({ allowed: false })
    expect(canChangeStatement(changed, 's4', 1)).toEqual({ allowed: true })
    expect(canChangeStatement(changed, 's77', 2)).toMatchObject({ allowed: false })
  })
})

describe('what a statement seems to speak of', () => {
  const one = (recommendationId: number, share: number, ...words: string[]) => ({
    recommendationId,
    share,
    words,
  })
  test.each([
    ['the likeliest first', [one(1, 0.3, 'plans'), one(2, 0.9, 'supervision')], [2]],
    ['another that is nearly as likely', [one(1, 0.8, 'plans'), one(2, 0.9, 'audit')], [2, 1]],
    ['no more than three', [1, 2, 3, 4].map((id) => one(id, 0.5, 'supervision')), [1, 2, 3]],
    ['none that shares too little', [one(1, 0.1, 'supervision')], []],
    ['none that shares only what every letter says', [one(1, 0.9, 'quality', 'progress')], []],
  ])('is %s', (_what, kindred, ids) => {
    expect(seemsToSpeakOf(kindred).recommendationIds).toEqual(ids)
  })

  test('is said by the words that both have', () => {
    expect(seemsToSpeakOf([one(2, 0.9, 'supervision', 'quality', 'managers')]).because).toBe(
      'Both speak of “supervision”, “managers”: read what the letter says and choose.',
    )
  })
})
