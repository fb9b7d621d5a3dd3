import type { z } from 'zod'
import type { Context } from '~/auth/context.server'
import { all, no, yes } from '~/domain/decision'
import { frameworkById } from '~/domain/inspection/frameworks'
import { canChangeDetails, editDetails } from '~/domain/report/proposal'
import { changeDraft } from './change-draft.server'
import type { editDetailsForm } from './edit-details.form'

/** Corrects what stands at the head of a report: kind, framework, council, days, inspector, judgements. */
export const editProposedDetails = (
  context: Context,
  importId: number,
  { revision, details }: z.infer<typeof editDetailsForm>,
) =>
  changeDraft(context, importId, {
    what: 'report-import.details-edited',
    rule: (draft, frameworks) =>
      all(
        canChangeDetails(draft, revision),
        details.frameworkId === null || frameworkById(frameworks, details.frameworkId)
          ? yes
          : no('Choose a framework from the list.'),
      ),
    change: (draft, _source, frameworks) => editDetails(draft, details, frameworks),
  })
