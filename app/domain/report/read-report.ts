import type { Framework } from '../inspection/frameworks'
import { readAreaSend } from './area-send'
import { folded } from './folding'
import { readIlacs } from './ilacs'
import { readJtai } from './jtai'
import { readVisitLetter } from './letters'
import { readPlainText } from './plain-text'
import { findQuotation } from './quotation'
import type { ReadRecommendation, Reading, ReportKind } from './reading'
import { readSif } from './sif'
import type { SourceDocument } from './source'

/** The longest list of a published report has 44 items. Source: DOMAIN 1.3. */
const mostItems = 300

/** What kind of report this is, from its first page, and its reading by the rules of that kind. Never throws:
 *  what cannot be read comes back as a reading with little in it and warnings that say so.
 *  A judgement area that only a later framework has is told by the name that `frameworks` gives it. */
export function readReport(source: SourceDocument, frameworks: readonly Framework[] = []): Reading {
  const reading = readByKind(source, frameworks)
  const items = reading.recommendations.slice(0, mostItems)
  const warnings =
    reading.recommendations.length > mostItems
      ? [
          ...reading.warnings,
          `Only the first ${mostItems} items are shown; this may not be a report.`,
        ]
      : reading.warnings
  return {
    ...reading,
    recommendations: items.map((item) => checked(item)),
    warnings: [...warnings, ...pagesWithoutText(source)],
  }

  /** A reader that pieced words together wrongly does not pass them off as a quotation. */
  function checked(item: ReadRecommendation): ReadRecommendation {
    if (item.because || findQuotation(source, item.text)) return item
    return { ...item, because: 'These words do not stand in the report one after the other.' }
  }
}

/** Where some pages are scans, what stands on them is missing, and a person must know. */
function pagesWithoutText(source: SourceDocument): string[] {
  const withText = new Set(source.lines.map((line) => line.page))
  const without = source.pages - withText.size
  if (source.format !== 'pdf' || without < Math.max(2, source.pages / 5)) return []
  return [
    `${without} of ${source.pages} pages hold no text, as scans do. What stands on them was not read: paste it below the rest.`,
  ]
}

/** A pasted text may name a report without having its form: then its sentences are read. */
function readByKind(source: SourceDocument, frameworks: readonly Framework[]): Reading {
  const kind = kindOf(source)
  const reading = readByForm(source, kind, frameworks)
  const isEmpty =
    reading.recommendations.length + reading.findings.length + reading.judgements.length === 0
  return isEmpty && kind !== 'other' && source.format !== 'pdf'
    ? { ...readPlainText(source), kind }
    : reading
}

function readByForm(
  source: SourceDocument,
  kind: ReportKind,
  frameworks: readonly Framework[],
): Reading {
  switch (kind) {
    case 'ilacs':
      return readIlacs(source, frameworks)
    case 'sif':
      return readSif(source)
    case 'jtai':
      return readJtai(source)
    case 'area-send':
      return readAreaSend(source)
    case 'focused-visit':
    case 'monitoring-visit':
      return readVisitLetter(source, kind)
    case 'other':
      return readPlainText(source)
  }
}

/** Reports speak of other reports, so each kind is told by how its first page names itself. */
export function kindOf(source: SourceDocument): ReportKind {
  const front = folded(
    source.lines
      .filter((line) => line.page <= 2)
      .slice(0, 70)
      .map((line) => line.text)
      .join(' '),
  )
  if (/\barea send (?:full )?inspection of\b/.test(front)) return 'area-send'
  if (/\bjoint targeted area inspection of\b/.test(front)) return 'jtai'
  if (/\binspection of services for children in need of help and protection\b/.test(front)) {
    return 'sif'
  }
  const isLetter = /\b(?:dear|letter summarises)\b/.test(front)
  if (
    isLetter &&
    /\bmonitoring visit (?:to|of)\b|\bof the (?:\w+ )?monitoring visit\b/.test(front)
  ) {
    return 'monitoring-visit'
  }
  if (isLetter && /\bfocused visit (?:to|of)\b|\bof (?:the|a) focused visit\b/.test(front)) {
    return 'focused-visit'
  }
  const named =
    /\binspection of .{0,80}?children(?:'?s'?| and famil(?:y|ies)) (?:social care )?services\b/.test(
      front,
    )
  const laidOut = /\binspection dates?\b|\blead inspector\b|\bjudge?ments? grade\b/.test(front)
  return named && laidOut ? 'ilacs' : 'other'
}
