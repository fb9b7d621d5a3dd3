import { z } from 'zod'
import { optionalDay } from '~/ui/field-shapes'
import { milestoneRows } from './milestone-rows'
import { plannedFields, plannedIn } from './plan-action.form'

const milestoneRow = z
  .object({ title: z.string().trim().max(300).default(''), dueOn: optionalDay() })
  .superRefine(({ title, dueOn }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (title && !dueOn) wrong('dueOn', `Give the date of “${title}”, or empty the row.`)
    if (!title && dueOn) wrong('title', 'Say what the milestone is, or empty the row.')
  })

const withRows = (typed: unknown) => {
  const fields = typed as Record<string, unknown>
  return {
    ...fields,
    milestones: milestoneRows.map((row) => ({
      title: fields[`milestones-${row}-title`],
      dueOn: fields[`milestones-${row}-dueOn`],
    })),
  }
}

export const createActionForm = z
  .preprocess(withRows, z.object({ ...plannedFields, milestones: z.array(milestoneRow) }))
  .transform(({ milestones, notAnIdentifier, ...planned }) => ({
    ...plannedIn(planned),
    notAnIdentifier,
    milestones: milestones.flatMap(({ title, dueOn }) =>
      title && dueOn ? [{ title, dueOn }] : [],
    ),
  }))

export type NewAction = z.infer<typeof createActionForm>
