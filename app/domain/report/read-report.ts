import { readIlacs } from './ilacs'
import type { Reading } from './reading'
import type { SourceDocument } from './source'

export function readReport(source: SourceDocument): Reading {
  return readIlacs(source)
}
