import { z } from 'zod'
import { periodDecision } from '~/domain/evidence/adding'
import { evidenceKinds } from '~/domain/evidence/kinds'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { ids, optionalDay, optionalId, optionalWords, words } from '~/ui/field-shapes'

const link = optionalWords(2000)
  .refine(
    (typed) => typed === '' || (/^https?:\/\//i.test(typed) && URL.canParse(typed)),
    'A link must begin with https:// or http://.',
  )
  .transform((typed) => typed.replace(/^https?:/i, (scheme) => scheme.toLowerCase()))

const kind = z
  .enum(['', ...evidenceKinds], 'Choose the kind of evidence from the list.')
  .default('')
  .transform((chosen) => chosen || null)

/** The ids of everything chosen; a list in which nothing is chosen yet says so with no words. */
const chosen = (wrong: string) =>
  z.preprocess((all) => (Array.isArray(all) ? all.filter((one) => one !== '') : all), ids(wrong))

/** Names the files that were sent ahead of the form. */
export const uploadsField = 'uploads[]'

/** What can be given at once or later. */
export const evidenceFields = {
  kind,
  periodFrom: optionalDay(),
  periodTo: optionalDay(),
  title: optionalWords(200),
  link,
  restricted: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked === 'yes'),
  notAnIdentifier: optionalWords(500),
}

export const addEvidenceForm = z.object({
  requestId: optionalId('Choose a request from the list.'),
  'actionIds[]': chosen('Choose actions from the list.'),
  'recommendationIds[]': chosen('Choose recommendations from the list.'),
  supersedesId: optionalId('Open the evidence again and add the new version from there.'),
  shows: words('Say what the evidence shows.'),
  ...evidenceFields,
})

/** The same from a telephone's share, which brings files and may bring no words: those follow. */
export const sharedEvidenceForm = addEvidenceForm.extend({ shows: optionalWords() })

export type EvidenceAdded = z.output<typeof addEvidenceForm>

/** The form as it is judged on a day: its period with its fields, so that all that is wrong is told at once. */
export const evidenceFormOn = (today: CalendarDate, { isShared }: { isShared: boolean }) => {
  const form: z.ZodType<EvidenceAdded> = isShared ? sharedEvidenceForm : addEvidenceForm
  return form.superRefine((evidence, context) => {
    const period = periodDecision(evidence, today)
    if (period.allowed) return
    context.addIssue({ code: 'custom', path: [period.about!], message: period.because })
  })
}
