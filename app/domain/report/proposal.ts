/**
 * What a report says is confirmed by a person: a reading becomes a draft, she corrects it, and only
 * words that stand in the source may be kept as the report's own; others are marked "reworded" and
 * the original is kept beside them.
 *
 * A draft is data: every change gives a new one, one revision on, and stamps what it touched, so that
 * two people who correct the same report are told when they meet. Nothing is thrown away: what was
 * removed or merged can be brought back.
 *
 * Source: PRODUCT "recommendation" and rule 1; issue 2, step 1.
 * In SQL: recommendations_wording_is_verbatim_or_reworded, inspections_end_after_they_start,
 * inspections_report_comes_after_the_visit, inspections_name_the_council.
 */
import { all, type Decision, no, yes } from '../decision'
import { canStateDueDate } from '../inspection/duty-dates'
import { type Framework, frameworkById, frameworkFor } from '../inspection/frameworks'
import type { InspectionKind } from '../inspection/kinds'
import { type CalendarDate, calendarDate, compareDates } from '../time/calendar-date'
import {
  areasToChoose,
  type Details,
  type Draft,
  type DraftDetails,
  type DraftItem,
  type ItemWords,
  type Judgement,
} from './draft'
import { likelyArea } from './likely-area'
import { nationalFrameworkIn } from './national-framework'
import { findQuotation, type FoundQuotation } from './quotation'
import type { Reading } from './reading'
import { hasPages, type SourceDocument } from './source'
import { proposedStatements, type SpokenOf } from './statements'

/** The first draft: what was read, with the area each item most likely belongs to. */
export function draftFrom(
  reading: Reading,
  source: SourceDocument,
  frameworks: readonly Framework[],
  spokenOf: readonly SpokenOf[] = [],
): Draft {
  const inspectedFrom = calendarDate(reading.inspectedFrom ?? '') ?? null
  const framework =
    frameworkById(frameworks, reading.framework ?? '') ??
    (inspectedFrom ? frameworkFor(frameworks, reading.kind, inspectedFrom) : undefined)
  const details: DraftDetails = {
    revision: 1,
    kind: reading.kind,
    frameworkId: framework?.id ?? null,
    council: reading.council ?? '',
    inspectedFrom,
    inspectedTo: calendarDate(reading.inspectedTo ?? '') ?? null,
    leadInspector: reading.leadInspector ?? '',
    // The grades of a text without a table are proposed one by one.
    judgements: reading.proposalsOnly ? [] : judgementsUnder(framework, reading.judgements),
    principalAuthority: oneLine(reading.principalAuthority ?? ''),
    statementDueOn: calendarDate(reading.statementDue ?? '') ?? null,
  }
  const areas = areasToChoose(details, frameworks).map(({ area }) => area)
  const items = reading.recommendations.map((read, at): DraftItem => {
    const text = oneLine(read.text)
    const found = findQuotation(source, text)
    return {
      key: keyOf(at + 1),
      revision: 1,
      printedNumber: read.number === String(at + 1) ? null : read.number,
      kind: read.kind,
      text,
      wording: found ? 'verbatim' : 'reworded',
      original: found ? text : null,
      responsibleBodies: read.responsibleBodies ?? [],
      heading: oneLine(read.heading),
      page: hasPages(source) ? read.page : null,
      area: likelyArea(text, areas) ?? (areas.length === 1 ? areas[0]! : null),
      areaIsProposed: true,
      nationalFramework: read.nationalFramework,
      because: read.because ?? (reading.proposalsOnly ? fromPlainText : null),
      accepted: false,
      removed: false,
    }
  })
  const statements = proposedStatements(reading, areas, source, spokenOf)
  return { revision: 1, lastKey: items.length, details, items, statements }
}

const fromPlainText =
  'The text has no headings that set off what must improve, so this is a guess from its words.'

const keyOf = (number: number): string => `r${number}`
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Whether the key was ever given to an item of this draft, though it may have been merged since. */
export const wasEverAnItem = (draft: Draft, key: string): boolean => {
  const number = Number(/^r([1-9]\d{0,5})$/.exec(key)?.[1])
  return number <= draft.lastKey
}

export const itemOf = (draft: Draft, key: string): DraftItem | undefined =>
  draft.items.find((item) => item.key === key)

export const keptItems = (draft: Draft): DraftItem[] => draft.items.filter((item) => !item.removed)

/** The kept item that follows this one. */
export function itemAfter(draft: Draft, key: string): DraftItem | undefined {
  const kept = keptItems(draft)
  const at = kept.findIndex((item) => item.key === key)
  return at === -1 ? undefined : kept[at + 1]
}

function judgementsUnder(
  framework: Framework | undefined,
  judgements: readonly Judgement[],
): Judgement[] {
  if (!framework) return []
  return framework.areas.flatMap(({ area }) => {
    const judged = judgements.find((one) => one.area === area)
    return judged && framework.grades.some(({ grade }) => grade === judged.grade)
      ? [{ area, grade: judged.grade }]
      : []
  })
}

/** Corrects what stands at the head of the report. Items whose area the framework lacks are proposed anew. */
export function editDetails(
  draft: Draft,
  details: Details,
  frameworks: readonly Framework[],
): Draft {
  const revision = draft.revision + 1
  const framework = frameworkById(frameworks, details.frameworkId ?? '')
  const areas = areasToChoose(details, frameworks).map(({ area }) => area)
  return {
    ...draft,
    revision,
    details: {
      ...details,
      revision,
      judgements: judgementsUnder(framework, details.judgements),
    },
    items: draft.items.map((item) =>
      item.area && areas.includes(item.area)
        ? item
        : { ...item, area: likelyArea(item.text, areas) ?? null, areaIsProposed: true },
    ),
  }
}

/** Gives the item these words. They are a quotation only where the source holds them. */
export function editItem(
  draft: Draft,
  key: string,
  words: ItemWords,
  source: SourceDocument,
): Draft {
  return change(draft, key, (item) => ({
    ...item,
    ...inTheirWords(words, source, item.original),
    accepted: true,
    areaIsProposed: false,
    // As long as its words stand, it can be taken apart again into what it was made of.
    ...(oneLine(words.text) === item.text ? {} : { madeOf: undefined }),
  }))
}

function inTheirWords(words: ItemWords, source: SourceDocument, original: string | null) {
  const text = oneLine(words.text)
  const found = findQuotation(source, text)
  return {
    ...words,
    text,
    heading: oneLine(words.heading),
    page: found && hasPages(source) ? found.from.page : words.page,
    wording: found ? ('verbatim' as const) : ('reworded' as const),
    original: found ? text : original,
  }
}

/** A person has looked at it and says it stands, under this area. */
export const acceptItem = (draft: Draft, key: string, area: string): Draft =>
  change(draft, key, (item) => ({ ...item, area, areaIsProposed: false, accepted: true }))

export const removeItem = (draft: Draft, key: string): Draft =>
  change(draft, key, (item) => ({ ...item, removed: true }))

export const restoreItem = (draft: Draft, key: string): Draft =>
  change(draft, key, (item) => ({ ...item, removed: false }))

export const canMerge = (draft: Draft, key: string): Decision =>
  itemAfter(draft, key) ? yes : no('There is no item after this one to merge it with.')

/** Makes one item of this one and the next. What each of them was is kept. */
export function mergeItems(draft: Draft, key: string, source: SourceDocument): Draft {
  const first = itemOf(draft, key)
  const second = itemAfter(draft, key)
  if (!first || !second || first.removed) return draft
  const merged: DraftItem = {
    ...first,
    ...inTheirWords(
      {
        ...first,
        text: joined(first.text, second.text),
        nationalFramework: union(first.nationalFramework, second.nationalFramework),
      },
      source,
      asPassages(first.original, second.original),
    ),
    responsibleBodies: union(first.responsibleBodies, second.responsibleBodies),
    because: null,
    accepted: true,
    madeOf: [first, second],
  }
  return change(
    { ...draft, items: draft.items.filter((item) => item !== second) },
    key,
    () => merged,
  )
}

/** What is left out of a quotation is shown as editors show it, so that nothing else is put between. */
const leftOut = ' […] '

/** The passages of the report that an item's original is made of: several where items were merged. */
export const passagesOf = (original: string | null): string[] => original?.split(leftOut) ?? []

const asPassages = (...originals: readonly (string | null)[]): string | null =>
  originals.filter((one) => one !== null).join(leftOut) || null

/** Parts of a list are set off by semicolons where they have no mark of their own. */
const joined = (one: string, other: string): string =>
  `${one}${/[.,;:!?)]$/.test(one) ? '' : ';'} ${other}`

const union = (some: readonly string[], more: readonly string[]): string[] => [
  ...new Set([...some, ...more]),
]

/** The parts that a person marked: set off by an empty line or by "|". */
export const partsMarkedIn = (text: string): string[] =>
  text
    .split(/\||\r?\n[^\S\n]*\r?\n/)
    .map(oneLine)
    .filter((part) => part !== '')

export const canSplit = (parts: readonly string[]): Decision =>
  all(
    parts.length < 2
      ? no('Say where to cut it: put an empty line, or |, between the parts.', 'text')
      : yes,
    parts.length > 40 ? no('That is more than 40 parts. Split it in a few steps.', 'text') : yes,
  )

/** Makes an item of each part. Parts that were merged before come back as they were. */
export function splitItem(
  draft: Draft,
  key: string,
  parts: readonly string[],
  source: SourceDocument,
): Draft {
  const item = itemOf(draft, key)
  if (!item || item.removed || !canSplit(parts).allowed) return draft
  const revision = draft.revision + 1
  const before = item.madeOf ?? []
  if (before.length === parts.length && before.every(({ text }, at) => text === parts[at])) {
    return replace(
      draft,
      key,
      before.map((part) => ({ ...part, revision })),
      revision,
    )
  }
  let lastKey = draft.lastKey
  const made = parts.map((part, at): DraftItem => {
    const text = withoutJoint(part, source)
    const references = nationalFrameworkIn(text)
    return {
      ...item,
      ...inTheirWords({ ...item, text }, source, item.original),
      key: at === 0 ? item.key : keyOf((lastKey += 1)),
      revision,
      printedNumber: at === 0 ? item.printedNumber : null,
      nationalFramework: references.length > 0 ? references : item.nationalFramework,
      because: null,
      accepted: true,
      madeOf: undefined,
    }
  })
  return { ...replace(draft, key, made, revision), lastKey }
}

/** The semicolon that a list was joined with is not the report's own. */
function withoutJoint(part: string, source: SourceDocument): string {
  const without = part.replace(/\s*[;,]$/, '')
  const isJoint = without !== part && !findQuotation(source, part)
  return isJoint && findQuotation(source, without) ? without : part
}

/** Adds an item that the reader missed, where its words stand in the report, else at the end. */
export function addItem(draft: Draft, words: ItemWords, source: SourceDocument): Draft {
  const revision = draft.revision + 1
  const lastKey = draft.lastKey + 1
  const added: DraftItem = {
    ...inTheirWords(words, source, null),
    responsibleBodies: [],
    key: keyOf(lastKey),
    revision,
    printedNumber: null,
    areaIsProposed: false,
    because: null,
    accepted: true,
    removed: false,
  }
  const place = findQuotation(source, added.text)
  const at = place
    ? draft.items.findIndex((item) => {
        const other = findQuotation(source, item.text)
        return other !== undefined && isBefore(place, other)
      })
    : -1
  const index = at === -1 ? draft.items.length : at
  return { ...draft, revision, lastKey, items: draft.items.toSpliced(index, 0, added) }
}

const isBefore = ({ from: a }: FoundQuotation, { from: b }: FoundQuotation): boolean =>
  (a.page - b.page || a.line - b.line || a.column - b.column) < 0

function change(draft: Draft, key: string, how: (item: DraftItem) => DraftItem): Draft {
  const item = itemOf(draft, key)
  if (!item) return draft
  const revision = draft.revision + 1
  return replace(draft, key, [{ ...how(item), revision }], revision)
}

const replace = (draft: Draft, key: string, by: DraftItem[], revision: number): Draft => ({
  ...draft,
  revision,
  items: draft.items.flatMap((item) => (item.key === key ? by : [item])),
})

/** Nobody has changed these items since the person who asks saw the draft at `seenRevision`. */
export const canChangeItems = (
  draft: Draft,
  keys: readonly string[],
  seenRevision: number,
): Decision =>
  all(
    ...keys.map((key) => {
      const item = itemOf(draft, key)
      if (!item) return no('Somebody else has merged this into another item meanwhile.')
      return item.revision > seenRevision
        ? no('Somebody else has changed this item meanwhile. Compare the two and save again.')
        : yes
    }),
  )

export const canChangeDetails = (draft: Draft, seenRevision: number): Decision =>
  draft.details.revision > seenRevision
    ? no('Somebody else has changed these details meanwhile. Compare the two and save again.')
    : yes

export interface DraftProblem {
  /** The part of the page that mends it: 'details', 'receivedOn', or the key of an item. */
  at: string
  sentence: string
}

/** What is still missing before the draft can be confirmed; empty where nothing is. */
export function draftProblems(
  draft: Draft,
  receivedOn: CalendarDate | null,
  today: CalendarDate,
  frameworks: readonly Framework[],
): DraftProblem[] {
  const areas = areasToChoose(draft.details, frameworks).map(({ area }) => area)
  return [
    ...detailProblems(draft.details, today).map((sentence) => ({ at: 'details', sentence })),
    ...statedProblems(draft.details, receivedOn).map((sentence) => ({ at: 'details', sentence })),
    ...receivedProblems(draft.details, receivedOn, today).map((sentence) => ({
      at: 'receivedOn',
      sentence,
    })),
    ...keptItems(draft).flatMap((item, at) =>
      itemProblems(item, `Item ${at + 1}`, areas).map((sentence) => ({ at: item.key, sentence })),
    ),
  ]
}

/** Kinds whose judgements are graded, so that the framework must be known. */
const framed: readonly InspectionKind[] = ['ilacs', 'sif', 'jtai', 'area-send']

function detailProblems(details: Details, today: CalendarDate): string[] {
  const { council, inspectedFrom, inspectedTo, kind, frameworkId } = details
  const problems: string[] = []
  if (council.trim() === '') problems.push('Give the council’s name.')
  if (!inspectedFrom || !inspectedTo) {
    problems.push('Give the first and the last day of the inspection.')
  } else if (compareDates(inspectedFrom, inspectedTo) > 0) {
    problems.push('The inspection cannot end before it starts.')
  } else if (compareDates(inspectedTo, today) > 0) {
    problems.push('The inspection cannot end after today.')
  }
  if (framed.includes(kind) && !frameworkId) {
    problems.push('Choose the framework that the inspection was held under.')
  }
  return problems
}

function statedProblems(
  { statementDueOn, inspectedTo }: Details,
  receivedOn: CalendarDate | null,
): string[] {
  if (!statementDueOn || !inspectedTo) return []
  const decision = canStateDueDate(statementDueOn, { inspectedTo, receivedOn })
  return decision.allowed ? [] : [decision.because]
}

function receivedProblems(
  { inspectedTo }: Details,
  receivedOn: CalendarDate | null,
  today: CalendarDate,
): string[] {
  if (!receivedOn) return []
  const decision = canBeReceivedOn(receivedOn, inspectedTo, today)
  return decision.allowed ? [] : [decision.because]
}

/** A report comes after the inspection it speaks of, and not after today. */
export const canBeReceivedOn = (
  receivedOn: CalendarDate,
  inspectedTo: CalendarDate | null,
  today: CalendarDate,
): Decision =>
  all(
    inspectedTo && receivedOn < inspectedTo
      ? no('The report cannot be received before the inspection ended.')
      : yes,
    receivedOn > today ? no('The report cannot be received after today.') : yes,
  )

function itemProblems(item: DraftItem, name: string, areas: readonly string[]): string[] {
  const problems: string[] = []
  if (item.because && !item.accepted) {
    problems.push(`${name} is uncertain: accept it, correct it or remove it.`)
  }
  if (!item.area || !areas.includes(item.area)) {
    problems.push(`${name} has no judgement area: choose one.`)
  }
  return problems
}

/** Whether the draft may become an inspection of the plan, seen by its first problem. */
export const canConfirm = (
  draft: Draft,
  receivedOn: CalendarDate | null,
  today: CalendarDate,
  frameworks: readonly Framework[],
): Decision =>
  all(...draftProblems(draft, receivedOn, today, frameworks).map(({ sentence }) => no(sentence)))

/** An import is open until it is confirmed or set aside. */
export const isStillOpen = (facts: {
  confirmedAt: Date | null
  discardedAt: Date | null
}): Decision =>
  all(
    facts.confirmedAt ? no('This report is already in the plan.') : yes,
    facts.discardedAt ? no('This report was set aside.') : yes,
  )
