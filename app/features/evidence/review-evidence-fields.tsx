import type { Decision } from '~/domain/decision'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { RadioField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'

const verdicts = [
  { value: 'accepted', title: 'Accept', hint: 'It shows what it says, for this action.' },
  {
    value: 'returned',
    title: 'Return',
    hint: 'Something is missing. Say what, so that it can be put right.',
  },
]

/** The form in which a manager judges a piece of evidence. */
export function ReviewEvidenceForm({
  evidenceId,
  review: { decision, latestReviewId },
  form,
}: {
  evidenceId: number
  review: { decision: Decision; latestReviewId: number | undefined }
  form?: FormState
}) {
  return (
    <form method="post" action={paths.evidenceReview(evidenceId)}>
      <input type="hidden" name="latestReviewId" value={latestReviewId ?? ''} />
      <RadioField
        name="verdict"
        label="Does it show what it says?"
        choices={verdicts}
        form={form}
      />
      <TextArea
        name="reason"
        label="Why"
        hint="Needed when it is returned, welcome when it is accepted."
        rows={3}
        form={form}
      />
      <NotAnIdentifier form={form} />
      <Button decision={decision}>Save judgement</Button>
    </form>
  )
}
