import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { piecesOfFile } from '../../app/documents/checking/pieces-of-file.server'
import { findIdentifiers, type IdentifierKind } from '../../app/domain/evidence/identifiers'
import { type Form, forms } from './forms'
import {
  type IdentifierDocument,
  identifierDocuments,
  measuredSettings,
} from './identifier-documents'
import { type Measures, measuresOf, tallies } from './measure'

export interface MeasuredForm {
  form: Form
  documents: number
  planted: number
  found: number
  /** things that were planted and not found, as they were written */
  missed: readonly { kind: IdentifierKind; written: string }[]
  /** hits in clean files of this form */
  falseAlarms: number
}

/** The same pages as files, each form as often as any other, and half of each clean. */
export async function measureFiles(
  count: number,
  seed?: number,
): Promise<Measures & { forms: readonly MeasuredForm[] }> {
  const tally = tallies()
  const byForm = forms.map((form) => ({
    ...{ form, documents: 0, planted: 0, found: 0, falseAlarms: 0 },
    missed: [] as { kind: IdentifierKind; written: string }[],
  }))
  let cleanPages = 0
  let onCleanPages = 0
  const folder = await mkdtemp(join(tmpdir(), 'waymark-measured-'))
  try {
    for (const [at, page] of identifierDocuments(count, seed).entries()) {
      const one = byForm[Math.floor(at / 2) % forms.length]!
      const { planted, found, falseAlarms } = await searched(folder, one.form, page)
      one.documents += 1
      one.planted += planted.length
      for (const { kind } of planted) tally.get(kind)!.planted += 1
      for (const { kind } of found) tally.get(kind)!.found += 1
      for (const { kind } of falseAlarms) tally.get(kind)!.falseAlarms += 1
      one.found += found.length
      one.missed.push(...planted.filter((plant) => !found.includes(plant)))
      if (page.planted.length > 0) continue
      cleanPages += 1
      onCleanPages += falseAlarms.length
      one.falseAlarms += falseAlarms.length
    }
  } finally {
    await rm(folder, { recursive: true })
  }
  return { ...measuresOf(tally, { documents: count, cleanPages, onCleanPages }), forms: byForm }
}

interface Written {
  kind: IdentifierKind
  written: string
}

/** What tells one identifier from another, however it is spaced. */
const close = (written: string): string => written.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The file as the product reads it: found is what was planted; an alarm tells of something else. */
async function searched(
  folder: string,
  form: Form,
  page: IdentifierDocument,
): Promise<{ planted: Written[]; found: Written[]; falseAlarms: Written[] }> {
  const path = join(folder, 'file')
  await writeFile(path, await form.file(page.text))
  const pieces = await piecesOfFile(path, form.mediaType)
  if (!pieces || pieces.unsearched.length > 0) {
    throw new Error(`${form.name} could not be searched: ${JSON.stringify(pieces?.unsearched)}`)
  }
  const planted: Written[] = page.planted.map(({ kind, written }) => ({ kind, written }))
  // A photo is asked about for its place, whatever is written in it: that is no false alarm.
  if (form.hasPlace) planted.push({ kind: 'place', written: 'place' })
  const hits = new Map<string, Written>()
  for (const { text } of pieces.all) {
    for (const { kind, start, end } of findIdentifiers(text, measuredSettings)) {
      const written = text.slice(start, end)
      hits.set(`${kind} ${close(written)}`, { kind, written })
    }
  }
  if (pieces.places.length > 0) hits.set('place place', { kind: 'place', written: 'place' })
  const keyOf = ({ kind, written }: Written) => `${kind} ${close(written)}`
  const keys = new Set(planted.map(keyOf))
  return {
    planted,
    found: planted.filter((plant) => hits.has(keyOf(plant))),
    falseAlarms: [...hits].filter(([key]) => !keys.has(key)).map(([, hit]) => hit),
  }
}
