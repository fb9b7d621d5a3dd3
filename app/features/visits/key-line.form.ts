import { z } from 'zod'
import type { KeyLine } from '~/domain/plan/key-lines'
import { ids, optionalWords, words } from '~/ui/field-shapes'

const fields = {
  question: words('Write the question.', 500),
  known: optionalWords(4000),
  howKnown: optionalWords(4000),
  nextStep: optionalWords(4000),
  'evidenceIds[]': ids('Choose evidence from the list.'),
  'actionIds[]': ids('Choose actions from the list.'),
  notAnIdentifier: optionalWords(500),
}
type Read = z.output<z.ZodObject<typeof fields>>

const keyLineIn = (read: Read): { line: KeyLine; notAnIdentifier: string } => ({
  line: {
    question: read.question,
    known: read.known,
    howKnown: read.howKnown,
    nextStep: read.nextStep,
    evidenceIds: read['evidenceIds[]'],
    actionIds: read['actionIds[]'],
  },
  notAnIdentifier: read.notAnIdentifier,
})

export const addKeyLineForm = z.object(fields).transform(keyLineIn)

export const editKeyLineForm = z
  .object({
    ...fields,
    /** the version of the key line that she began from */
    version: z.coerce.number('Open the page again.').int().positive(),
  })
  .transform(({ version, ...rest }) => ({ version, ...keyLineIn(rest) }))

/** A key line as the fields of its form show it. */
export const keyLineAsTyped = (line: KeyLine): Record<string, string[]> => ({
  question: [line.question],
  known: [line.known],
  howKnown: [line.howKnown],
  nextStep: [line.nextStep],
  'evidenceIds[]': line.evidenceIds.map(String),
  'actionIds[]': line.actionIds.map(String),
})
