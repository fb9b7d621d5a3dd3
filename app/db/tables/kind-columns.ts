/** The columns of a table that holds a number for each kind of evidence. */
import type { ForEachKind } from '~/domain/evidence/for-each-kind'
import { type EvidenceKind, evidenceKinds } from '~/domain/evidence/kinds'

const columns = {
  'performance-data': 'performanceData',
  'case-audit': 'caseAudit',
  'practice-observation': 'practiceObservation',
  voice: 'voice',
  policy: 'policy',
} as const satisfies Record<EvidenceKind, string>

export type KindColumns = Record<(typeof columns)[EvidenceKind], number>

export const forEachKindIn = (row: KindColumns): ForEachKind =>
  Object.fromEntries(evidenceKinds.map((kind) => [kind, row[columns[kind]]])) as ForEachKind

export const kindColumnsOf = (each: ForEachKind): KindColumns =>
  Object.fromEntries(evidenceKinds.map((kind) => [columns[kind], each[kind]])) as KindColumns
