import { z } from 'zod'
import { inspectionKinds } from '~/domain/inspection/kinds'
import { choice, optionalDay, optionalWords } from '~/ui/field-shapes'
import { revisionField } from './item-fields'

const judgement = /^judgement-(.+)$/

/** Each judgement area of the framework has a field of its own, judgement-help-and-protection. */
export const editDetailsForm = z
  .object({
    revision: revisionField,
    kind: choice(inspectionKinds, 'Choose the kind of inspection.'),
    frameworkId: z.string().max(100).default(''),
    council: optionalWords(200),
    inspectedFrom: optionalDay(),
    inspectedTo: optionalDay(),
    leadInspector: optionalWords(200),
    principalAuthority: optionalWords(200),
    statementDueOn: optionalDay(),
  })
  .catchall(z.string())
  .superRefine(({ inspectedFrom, inspectedTo }, context) => {
    if (inspectedFrom && inspectedTo && inspectedFrom > inspectedTo) {
      context.addIssue({
        code: 'custom',
        path: ['inspectedTo'],
        message: 'The inspection cannot end before it starts.',
      })
    }
  })
  .transform(({ revision, kind, frameworkId, council, inspectedFrom, inspectedTo, ...rest }) => ({
    revision,
    details: {
      kind,
      frameworkId: frameworkId === '' ? null : frameworkId,
      council,
      inspectedFrom,
      inspectedTo,
      leadInspector: rest.leadInspector,
      principalAuthority: rest.principalAuthority,
      statementDueOn: rest.statementDueOn,
      judgements: Object.entries(rest).flatMap(([name, grade]) => {
        const area = judgement.exec(name)?.[1]
        return area && grade !== '' && grade !== null ? [{ area, grade }] : []
      }),
    },
  }))
