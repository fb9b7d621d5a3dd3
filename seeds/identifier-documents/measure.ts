import {
  findIdentifiers,
  type IdentifierKind,
  identifierKinds,
} from '../../app/domain/evidence/identifiers'
import { type IdentifierDocument, measuredSettings } from './identifier-documents'

export interface Measured {
  kind: IdentifierKind
  planted: number
  found: number
  falseAlarms: number
  /** 1 where there is nothing to be right about */
  recall: number
  precision: number
}

export interface Measures {
  documents: number
  cleanPages: number
  /** hits on clean pages, for each fifty of them */
  falseAlarmsPer50: number
  kinds: readonly Measured[]
}

export type Tally = Map<IdentifierKind, { planted: number; found: number; falseAlarms: number }>

export const tallies = (): Tally =>
  new Map(identifierKinds.map((kind) => [kind, { planted: 0, found: 0, falseAlarms: 0 }]))

/** What the counts say. */
export function measuresOf(
  tally: Tally,
  {
    documents,
    cleanPages,
    onCleanPages,
  }: { documents: number; cleanPages: number; onCleanPages: number },
): Measures {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
  return {
    documents,
    cleanPages,
    falseAlarmsPer50: (50 * onCleanPages) / cleanPages,
    kinds: [...tally].map(([kind, counts]) => ({
      kind,
      ...counts,
      recall: share(counts.found, counts.planted),
      precision: share(counts.found, counts.found + counts.falseAlarms),
    })),
  }
}

/** What the rule finds of what was planted: of its kind, at its place and no character more or less. */
export function measureIdentifiers(documents: readonly IdentifierDocument[]): Measures {
  const tally = tallies()
  let cleanPages = 0
  let onCleanPages = 0
  for (const { text, planted } of documents) {
    const hits = findIdentifiers(text, measuredSettings)
    if (planted.length === 0) {
      cleanPages += 1
      onCleanPages += hits.length
    }
    for (const { kind } of planted) tally.get(kind)!.planted += 1
    for (const { kind, start, end } of hits) {
      const isRight = planted.some(
        (one) => one.kind === kind && one.start === start && start + one.written.length === end,
      )
      if (isRight) tally.get(kind)!.found += 1
      else tally.get(kind)!.falseAlarms += 1
    }
  }
  return measuresOf(tally, { documents: documents.length, cleanPages, onCleanPages })
}
