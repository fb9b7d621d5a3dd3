import { z } from 'zod'
import { progressVerdicts } from '~/domain/inspection/progress-verdicts'
import type { StatementMeaning } from '~/domain/report/draft'
import { choice, ids, optionalId, optionalWords } from '~/ui/field-shapes'
import { revisionField } from './item-fields'

const seen = { revision: revisionField }
const notOnTheList = 'Choose the recommendation from the list.'

/** What a person says that a statement means; the fields are those of its kind. */
export const acceptStatementForm = z
  .discriminatedUnion(
    'kind',
    [
      z.object({ ...seen, kind: z.enum(['strength', 'concern']), area: optionalWords(100) }),
      z.object({
        ...seen,
        kind: z.literal('judgement'),
        area: optionalWords(100),
        grade: optionalWords(100),
      }),
      z.object({
        ...seen,
        kind: z.literal('verdict'),
        verdict: choice(progressVerdicts, 'Choose what it says of progress.'),
        'recommendations[]': ids(notOnTheList),
        another: optionalId(notOnTheList),
      }),
    ],
    'Choose what it is.',
  )
  .transform((form): { revision: number; means: StatementMeaning } => {
    const { revision } = form
    switch (form.kind) {
      case 'strength':
      case 'concern':
        return { revision, means: { kind: form.kind, area: form.area || null } }
      case 'judgement':
        return { revision, means: { kind: form.kind, area: form.area, grade: form.grade } }
      case 'verdict': {
        const { kind, verdict, another, 'recommendations[]': ticked } = form
        const recommendationIds = [...new Set([...ticked, ...(another ? [another] : [])])]
        return { revision, means: { kind, verdict, recommendationIds } }
      }
    }
  })
