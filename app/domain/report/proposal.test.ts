import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Framework } from '../inspection/frameworks'
import { areasToChoose, type Draft, type ItemWords } from './draft'
import {
  acceptItem,
  addItem,
  canBeReceivedOn,
  canChangeDetails,
  canChangeItems,
  canConfirm,
  canMerge,
  canSplit,
  draftFrom,
  draftProblems,
  editDetails,
  editItem,
  isStillOpen,
  itemAfter,
  itemOf,
  keptItems,
  mergeItems,
  partsMarkedIn,
  passagesOf,
  removeItem,
  restoreItem,
  splitItem,
  wasEverAnItem,
} from './proposal'
import { findQuotation } from './quotation'
import type { Reading } from './reading'
import type { SourceDocument } from './source'

const area = (id: string, overall?: true) => ({
  area: id,
  title: id,
  printedNames: [],
  ...(overall ? { overall } : {}),
})
const grade = (id: string) => ({ grade: id, title: id, printedNames: [] })
const frameworks: Framework[] = [
  {
    id: 'ilacs-2018',
    kind: 'ilacs',
    title: 'ILACS 2018',
    inspectionsFrom: '2018-01-01',
    inspectionsTo: '2022-12-31',
    areas: [
      area('leaders'),
      area('help-and-protection'),
      area('children-in-care-and-care-leavers'),
      area('overall', true),
    ],
    grades: [grade('good'), grade('inadequate')],
  },
  {
    id: 'ilacs-2023',
    kind: 'ilacs',
    title: 'ILACS 2023',
    inspectionsFrom: '2023-01-01',
    inspectionsTo: null,
    areas: [
      area('leaders'),
      area('help-and-protection'),
      area('children-in-care'),
      area('care-leavers'),
      area('overall', true),
    ],
    grades: [grade('good'), grade('inadequate')],
  },
]

const items = [
  'The timeliness of assessments for children in need.',
  'The quality of pathway plans; and health histories for care leavers.',
  'Management oversight and supervision.',
]
const sourceOf = (...texts: string[]): SourceDocument => ({
  format: 'pdf',
  pages: 2,
  lines: ['What needs to improve?', ...texts].map((text, line) => ({
    page: 2,
    line,
    text,
    x: 70,
    y: 100 + 14 * line,
    size: 12,
    right: 400,
  })),
})
const source = sourceOf(...items.map((text) => `◼ ${text}`), 'Other words of the report.')

const reading: Reading = {
  kind: 'ilacs',
  framework: 'ilacs-2023',
  council: 'Westmarsh',
  inspectedFrom: '2026-02-02',
  inspectedTo: '2026-02-13',
  leadInspector: 'Jo Bright',
  judgements: [
    { area: 'leaders', grade: 'inadequate' },
    { area: 'overall', grade: 'good' },
    { area: 'adoption', grade: 'good' },
  ],
  recommendations: items.map((text, at) => ({
    number: String(at + 1),
    kind: 'area-for-improvement',
    text,
    heading: 'What needs to improve?',
    page: 2,
    nationalFramework: [],
  })),
  findings: [],
  warnings: [],
}

const draft = draftFrom(reading, source, frameworks)
const words = (text: string): ItemWords => ({
  kind: 'area-for-improvement',
  text,
  heading: 'What needs to improve?',
  page: 2,
  area: 'leaders',
  nationalFramework: [],
})
const item = (of: Draft, key: string) => {
  const found = itemOf(of, key)
  if (!found) throw new Error(`no item ${key}`)
  return found
}

describe('the first draft', () => {
  test('holds what was read, with the likely area of each item', () => {
    expect(draft.details).toMatchObject({ council: 'Westmarsh', frameworkId: 'ilacs-2023' })
    expect(draft.items.map(({ key, area: likely }) => [key, likely])).toEqual([
      ['r1', 'help-and-protection'],
      ['r2', 'care-leavers'],
      ['r3', 'leaders'],
    ])
    expect(draft.items.every(({ areaIsProposed }) => areaIsProposed)).toBe(true)
  })

  test('leaves out judgements that the framework does not know', () => {
    expect(draft.details.judgements).toEqual([
      { area: 'leaders', grade: 'inadequate' },
      { area: 'overall', grade: 'good' },
    ])
  })

  test('takes the framework from the kind and the day where the reader names none', () => {
    const unnamed = { ...reading, framework: null, inspectedFrom: '2019-05-01' }
    expect(draftFrom(unnamed, source, frameworks).details.frameworkId).toBe('ilacs-2018')
  })

  test('keeps a printed number only where it says more than the place in the list', () => {
    const [first, ...others] = reading.recommendations
    const printed = { ...reading, recommendations: [{ ...first!, number: '24' }, ...others] }
    expect(draftFrom(printed, source, frameworks).items.map((one) => one.printedNumber)).toEqual([
      '24',
      null,
      null,
    ])
  })

  test('has a reason to doubt every item of a text without headings', () => {
    const guessed = draftFrom({ ...reading, proposalsOnly: true }, source, frameworks)
    expect(guessed.items.every(({ because }) => because !== null)).toBe(true)
  })

  test('names no pages where the document has none', () => {
    const pasted: SourceDocument = { ...source, format: 'text' }
    expect(draftFrom(reading, pasted, frameworks).items[0]!.page).toBeNull()
  })

  test('says that words are not the report’s own where the source does not hold them', () => {
    const elsewhere = draftFrom(reading, sourceOf('Nothing of the kind.'), frameworks)
    expect(elsewhere.items.map(({ wording }) => wording)).toEqual(Array(3).fill('reworded'))
    expect(elsewhere.items.map(({ original }) => original)).toEqual([null, null, null])
    const merged = item(mergeItems(elsewhere, 'r1', sourceOf('Nothing of the kind.')), 'r1')
    expect(merged).toMatchObject({ wording: 'reworded', original: null })
  })
})

describe('an edited item', () => {
  test('is verbatim as long as the source holds its words', () => {
    const edited = item(editItem(draft, 'r1', words('The timeliness of assessments'), source), 'r1')
    expect(edited).toMatchObject({
      wording: 'verbatim',
      original: 'The timeliness of assessments',
      page: 2,
      accepted: true,
      areaIsProposed: false,
    })
  })

  test('is marked reworded otherwise, with the original kept', () => {
    const edited = item(editItem(draft, 'r1', words('Assess children on time.'), source), 'r1')
    expect(edited).toMatchObject({ wording: 'reworded', original: items[0] })
  })

  test('becomes a quotation again when its words do', () => {
    const reworded = editItem(draft, 'r1', words('Assess children on time.'), source)
    const back = item(editItem(reworded, 'r1', words(items[0]!), source), 'r1')
    expect(back).toMatchObject({ wording: 'verbatim', original: items[0] })
  })
})

describe('merging', () => {
  test('makes one item of two, still verbatim where they follow one another', () => {
    const merged = mergeItems(draft, 'r1', source)
    expect(merged.items.map(({ key }) => key)).toEqual(['r1', 'r3'])
    expect(item(merged, 'r1')).toMatchObject({
      text: `${items[0]} ${items[1]}`,
      wording: 'verbatim',
    })
  })

  test('keeps each passage as the report has it where they stand apart', () => {
    const merged = mergeItems(removeItem(draft, 'r2'), 'r1', source)
    expect(item(merged, 'r1').wording).toBe('reworded')
    const passages = passagesOf(item(merged, 'r1').original)
    expect(passages).toEqual([items[0], items[2]])
    for (const passage of passages) expect(findQuotation(source, passage)).toBeDefined()
    expect(passagesOf(null)).toEqual([])
  })

  test('quotes only the one that was found where the other was not', () => {
    const half = editItem(
      addItem(draft, words('Answer the telephone.'), source),
      'r3',
      words('Do better.'),
      source,
    )
    const merged = item(mergeItems(half, 'r3', source), 'r3')
    expect(merged).toMatchObject({
      text: 'Do better. Answer the telephone.',
      wording: 'reworded',
      original: items[2],
    })
  })

  test('skips what was removed, and is refused where nothing follows', () => {
    const without = removeItem(draft, 'r2')
    expect(itemAfter(without, 'r1')?.key).toBe('r3')
    expect(item(mergeItems(without, 'r1', source), 'r1').wording).toBe('reworded')
    expect(canMerge(draft, 'r2')).toEqual({ allowed: true })
    expect(canMerge(draft, 'r3')).toMatchObject({
      allowed: false,
      because: 'There is no item after this one to merge it with.',
    })
    expect(mergeItems(draft, 'r3', source)).toBe(draft)
  })
})

describe('splitting', () => {
  test.each([
    ['an empty line', 'one\n\ntwo', ['one', 'two']],
    ['an empty line with blanks, as browsers send it', 'one\r\n  \r\ntwo', ['one', 'two']],
    ['a bar', 'one | two|three', ['one', 'two', 'three']],
    ['nothing, so that it is one part', 'one\ntwo', ['one two']],
    ['a bar at the end, which marks no part', 'one |  ', ['one']],
  ])('cuts at %s', (_where, text, parts) => {
    expect(partsMarkedIn(text)).toEqual(parts)
  })

  test.each([
    ['without a cut', ['one'], 'Say where to cut it: put an empty line, or |, between the parts.'],
    ['with nothing in it', [], 'Say where to cut it: put an empty line, or |, between the parts.'],
    [
      'into more parts than anybody means',
      Array.from({ length: 41 }, (_, at) => `part ${at}`),
      'That is more than 40 parts. Split it in a few steps.',
    ],
  ])('is refused %s', (_how, parts, because) => {
    expect(canSplit(parts)).toMatchObject({ allowed: false, because })
    expect(splitItem(draft, 'r1', parts, source)).toBe(draft)
  })

  test('makes quotations of the parts; the semicolon between them is nobody’s', () => {
    const parts = ['The quality of pathway plans;', 'and health histories for care leavers.']
    const split = splitItem(draft, 'r2', parts, source)
    expect(split.items.map(({ key, wording }) => [key, wording])).toEqual([
      ['r1', 'verbatim'],
      ['r2', 'verbatim'],
      ['r4', 'verbatim'],
      ['r3', 'verbatim'],
    ])
    const listed = sourceOf('◼ Plans for children', '◼ Supervision of staff')
    const merged = mergeItems(
      draftFrom(
        {
          ...reading,
          recommendations: ['Plans for children', 'Supervision of staff'].map((text) => ({
            ...reading.recommendations[0]!,
            text,
          })),
        },
        listed,
        frameworks,
      ),
      'r1',
      listed,
    )
    expect(item(merged, 'r1').text).toBe('Plans for children; Supervision of staff')
    const apart = splitItem(
      merged,
      'r1',
      ['Plans for children;', 'Supervision of staff now'],
      listed,
    )
    expect(apart.items.map(({ text, wording }) => [text, wording])).toEqual([
      ['Plans for children', 'verbatim'],
      ['Supervision of staff now', 'reworded'],
    ])
  })
})

describe('adding', () => {
  test('puts the words where they stand in the report', () => {
    const without = { ...draft, items: draft.items.filter(({ key }) => key !== 'r2') }
    const added = addItem(without, words(items[1]!), source)
    expect(added.items.map(({ key }) => key)).toEqual(['r1', 'r4', 'r3'])
    expect(item(added, 'r4')).toMatchObject({ wording: 'verbatim', original: items[1], page: 2 })
  })

  test('puts words that are not in it at the end, reworded', () => {
    const added = addItem(draft, words('Answer the telephone.'), source)
    expect(added.items.at(-1)).toMatchObject({ wording: 'reworded', original: null })
  })
})

describe('the details', () => {
  const { revision: _revision, ...details } = draft.details

  test('drop judgements and propose areas anew where the framework changes', () => {
    const changed = editDetails(
      draft,
      { ...details, frameworkId: 'ilacs-2018', inspectedFrom: '2019-02-02' },
      frameworks,
    )
    expect(changed.items.map((one) => one.area)).toEqual([
      'help-and-protection',
      'children-in-care-and-care-leavers',
      'leaders',
    ])
  })

  test('offer the areas of the day where the inspection has no framework of its own', () => {
    const visit = { ...details, frameworkId: null, inspectedFrom: '2019-02-02' as const }
    expect(areasToChoose(visit, frameworks).map((one) => one.area)).toContain(
      'children-in-care-and-care-leavers',
    )
    const undated = areasToChoose({ frameworkId: null, inspectedFrom: null }, frameworks)
    expect(undated.map((one) => one.area)).toContain('care-leavers')
    expect(areasToChoose({ frameworkId: null, inspectedFrom: null }, [])).toEqual([])
  })
})

describe('before it is confirmed', () => {
  const today = '2026-04-01'
  const withDetails = (details: Partial<Draft['details']>): Draft => ({
    ...draft,
    details: { ...draft.details, ...details },
  })

  test('nothing is missing from a draft that is right, with or without the day of receipt', () => {
    expect(draftProblems(draft, '2026-03-20', today, frameworks)).toEqual([])
    expect(canConfirm(draft, null, today, frameworks)).toEqual({ allowed: true })
  })

  test('a report with no item at all can be confirmed', () => {
    expect(canConfirm({ ...draft, items: [] }, null, today, frameworks)).toEqual({ allowed: true })
  })

  test.each<[string, Partial<Draft['details']>, string]>([
    ['no council', { council: '  ' }, 'Give the council’s name.'],
    ['no first day', { inspectedFrom: null }, 'Give the first and the last day of the inspection.'],
    ['no last day', { inspectedTo: null }, 'Give the first and the last day of the inspection.'],
    [
      'dates in reverse',
      { inspectedFrom: '2026-02-14' },
      'The inspection cannot end before it starts.',
    ],
    [
      'an end in the future',
      { inspectedTo: '2026-04-02' },
      'The inspection cannot end after today.',
    ],
    [
      'a graded kind without its framework',
      { frameworkId: null },
      'Choose the framework that the inspection was held under.',
    ],
  ])('it tells of %s', (_what, details, sentence) => {
    expect(draftProblems(withDetails(details), null, today, frameworks)).toEqual([
      { at: 'details', sentence },
    ])
  })

  test('a visit needs no framework', () => {
    const visit = withDetails({ kind: 'monitoring-visit', frameworkId: null, judgements: [] })
    expect(draftProblems(visit, null, today, frameworks)).toEqual([])
  })

  test.each([
    [
      'before the inspection ended',
      '2026-02-12',
      'The report cannot be received before the inspection ended.',
    ],
    ['after today', '2026-04-02', 'The report cannot be received after today.'],
  ] as const)('it tells of a report received %s', (_when, receivedOn, sentence) => {
    expect(draftProblems(draft, receivedOn, today, frameworks)).toEqual([
      { at: 'receivedOn', sentence },
    ])
    expect(canBeReceivedOn(receivedOn, '2026-02-13', today)).toMatchObject({
      allowed: false,
      because: sentence,
    })
  })

  test('it tells of an item without an area of the framework, but not of a removed one', () => {
    const lacking = { ...draft, items: [{ ...draft.items[0]!, area: null }, draft.items[1]!] }
    expect(draftProblems(lacking, null, today, frameworks)).toEqual([
      { at: 'r1', sentence: 'Item 1 has no judgement area: choose one.' },
    ])
    expect(draftProblems(removeItem(lacking, 'r1'), null, today, frameworks)).toEqual([])
  })

  test('it tells of an uncertain item until somebody has accepted it', () => {
    const unsure = {
      ...draft,
      items: draft.items.map((one) => ({ ...one, because: 'It could be two items.' })),
    }
    const problems = draftProblems(unsure, null, today, frameworks)
    expect(problems.map(({ at }) => at)).toEqual(['r1', 'r2', 'r3'])
    expect(problems[0]!.sentence).toBe('Item 1 is uncertain: accept it, correct it or remove it.')
    const seen = acceptItem(removeItem(unsure, 'r1'), 'r2', 'leaders')
    expect(draftProblems(seen, null, today, frameworks).map(({ at }) => at)).toEqual(['r3'])
  })
})

describe('two people at once', () => {
  const edited = editItem(draft, 'r1', words('Changed.'), source)

  test('meet only where they change the same item', () => {
    expect(canChangeItems(edited, ['r2'], 1)).toEqual({ allowed: true })
    expect(canChangeItems(edited, ['r1'], 2)).toEqual({ allowed: true })
    expect(canChangeItems(edited, ['r1'], 1)).toMatchObject({
      allowed: false,
      because: 'Somebody else has changed this item meanwhile. Compare the two and save again.',
    })
    expect(canChangeItems(mergeItems(draft, 'r1', source), ['r2'], 2)).toMatchObject({
      allowed: false,
      because: 'Somebody else has merged this into another item meanwhile.',
    })
  })

  test('meet in the details only where both change them', () => {
    const { revision: _revision, ...details } = draft.details
    expect(canChangeDetails(edited, 1)).toEqual({ allowed: true })
    expect(canChangeDetails(editDetails(edited, details, frameworks), 2)).toMatchObject({
      allowed: false,
    })
  })
})

test.each([
  ['open', null, null, { allowed: true }],
  [
    'confirmed',
    new Date(0),
    null,
    { allowed: false, because: 'This report is already in the plan.' },
  ],
  ['set aside', null, new Date(0), { allowed: false, because: 'This report was set aside.' }],
])('a report that is %s answers so', (_state, confirmedAt, discardedAt, decision) => {
  expect(isStillOpen({ confirmedAt, discardedAt })).toEqual(decision)
})

test.each([
  ['r1', true],
  ['r3', true],
  ['r4', false],
  ['r0', false],
  ['r01', false],
  ['x1', false],
  ['r1e3', false],
])('%s was ever an item: %s', (key, was) => {
  expect(wasEverAnItem(draft, key)).toBe(was)
})

describe('whatever a person does', () => {
  const someText = fc.constantFrom(...items, 'Other words of the report.', 'Not in it.', 'a | b')
  const step = fc.oneof(
    fc.record({ do: fc.constant('edit' as const), at: fc.nat(9), text: someText }),
    fc.record({ do: fc.constant('add' as const), at: fc.nat(9), text: someText }),
    fc.record({
      do: fc.constantFrom(
        'merge' as const,
        'remove' as const,
        'restore' as const,
        'split' as const,
      ),
      at: fc.nat(9),
      text: someText,
    }),
  )
  const take = (
    before: Draft,
    { do: what, at, text }: { do: string; at: number; text: string },
  ) => {
    const key = before.items[at % before.items.length]!.key
    switch (what) {
      case 'edit':
        return editItem(before, key, words(text), source)
      case 'add':
        return addItem(before, words(text), source)
      case 'merge':
        return mergeItems(before, key, source)
      case 'remove':
        return removeItem(before, key)
      case 'restore':
        return restoreItem(before, key)
      default:
        return splitItem(before, key, item(before, key).text.split(/(?<=\s)/), source)
    }
  }
  const anyDraft = fc.array(step, { maxLength: 12 }).map((steps) => steps.reduce(take, draft))

  test('merging and then splitting where it was joined restores both', () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(9), (before, at) => {
        const first = before.items[at % before.items.length]!
        const second = itemAfter(before, first.key)
        fc.pre(!first.removed && second !== undefined)
        const merged = mergeItems(before, first.key, source)
        const apart = splitItem(merged, first.key, [first.text, second!.text], source)
        const bare = (one: Draft) => keptItems(one).map(({ revision: _r, ...rest }) => rest)
        expect(bare(apart)).toEqual(bare(before))
      }),
    )
  })

  test('removing and then restoring changes nothing', () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(9), (before, at) => {
        const key = before.items[at % before.items.length]!.key
        fc.pre(!item(before, key).removed)
        const back = restoreItem(removeItem(before, key), key)
        const bare = (one: Draft) => one.items.map(({ revision: _r, ...rest }) => rest)
        expect(bare(back)).toEqual(bare(before))
      }),
    )
  })

  test('no key is given twice, no text is blank, and only the source’s words are verbatim', () => {
    fc.assert(
      fc.property(anyDraft, (after) => {
        const keys = after.items.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.every((key) => wasEverAnItem(after, key))).toBe(true)
        for (const { text, wording } of after.items) {
          expect(text).not.toBe('')
          expect(wording === 'verbatim').toBe(findQuotation(source, text) !== undefined)
        }
      }),
    )
  })

  test('every change is one revision on, and stamps what it touched', () => {
    fc.assert(
      fc.property(anyDraft, step, (before, next) => {
        const after = take(before, next)
        if (after === before) return
        expect(after.revision).toBe(before.revision + 1)
        expect(after.items.some(({ revision }) => revision === after.revision)).toBe(true)
      }),
    )
  })
})
