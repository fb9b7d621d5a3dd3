import { z } from 'zod'
import type { EvidenceInWords } from '~/domain/evidence/merge-edit'
import { optionalWords } from '~/ui/field-shapes'
import { evidenceFields } from './add-evidence.form'

export const editEvidenceForm = z
  .object({
    ...evidenceFields,
    shows: optionalWords(),
    /** the version of the evidence that she began from */
    version: z.coerce.number('Open the page again.').int().positive(),
  })
  .transform(({ version, notAnIdentifier, link, ...typed }) => ({
    version,
    notAnIdentifier,
    edited: { ...typed, linkUrl: link || null } satisfies EvidenceInWords,
  }))

export type EvidenceEdit = z.output<typeof editEvidenceForm>

/** Evidence as the fields of the form show it. */
export const evidenceAsTyped = (evidence: EvidenceInWords): Record<string, string[]> => ({
  title: [evidence.title],
  shows: [evidence.shows],
  kind: [evidence.kind ?? ''],
  periodFrom: [evidence.periodFrom ?? ''],
  periodTo: [evidence.periodTo ?? ''],
  link: [evidence.linkUrl ?? ''],
  ...(evidence.restricted ? { restricted: ['yes'] } : {}),
})
