import { readAreaSend } from './area-send'
import { folded } from './folding'
import { readIlacs } from './ilacs'
import { readJtai } from './jtai'
import type { ReportKind, Reading } from './reading'
import { readSif } from './sif'
import type { SourceDocument } from './source'

/** What kind of report this is, from its first page, and its reading by the rules of that kind. */
export function readReport(source: SourceDocument): Reading {
  switch (kindOf(source)) {
    case 'sif':
      return readSif(source)
    case 'jtai':
      return readJtai(source)
    case 'area-send':
      return readAreaSend(source)
    default:
      return readIlacs(source)
  }
}

export function kindOf(source: SourceDocument): ReportKind {
  const front = folded(
    source.lines
      .filter((line) => line.page === 1)
      .slice(0, 60)
      .map((line) => line.text)
      .join(' '),
  )
  if (/\barea send (?:full )?inspection of\b/.test(front)) return 'area-send'
  if (/\bjoint targeted area inspection of\b/.test(front)) return 'jtai'
  if (/inspection of services for children in need of help and protection/.test(front)) return 'sif'
  return 'ilacs'
}
