import type { Decision } from '~/domain/decision'
import { strengths, strengthsInWords } from '~/domain/evidence/review'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { RadioField, TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import type { EvidenceDetailView } from './evidence-detail.query.server'

const accept = {
  value: 'accepted',
  title: 'Accept',
  hint: 'It shows what it says, for what it is for.',
}
const others = [
  {
    value: 'returned',
    title: 'Return with a question',
    hint: 'Something is missing. Say what: whoever added it puts it right, and it comes to you again.',
  },
  {
    value: 'rejected',
    title: 'Reject',
    hint: 'It does not show this, and no answer would change that. Say why.',
  },
]

const howMuch = strengths.map((value) => ({
  value,
  title: strengthsInWords[value].title,
  hint: strengthsInWords[value].whatItIs,
}))

/** The form in which a manager judges a piece of evidence. */
export function ReviewEvidenceForm({
  evidenceId,
  review: { decision, acceptance, latestReviewId, version },
  form,
}: {
  evidenceId: number
  review: NonNullable<EvidenceDetailView['review']>
  form?: FormState
}) {
  // Nobody fills in what cannot be saved; what was typed already stays.
  if (!decision.allowed && !form) return <p className="max-w-measure">{decision.because}</p>
  return (
    <form method="post" action={paths.evidenceReview(evidenceId)}>
      <input type="hidden" name="latestReviewId" value={latestReviewId ?? ''} />
      <input type="hidden" name="version" value={version} />
      <RadioField
        name="verdict"
        label="Does it show what it says?"
        hint={isWithheld(decision, acceptance)}
        choices={decision.allowed && !acceptance.allowed ? others : [accept, ...others]}
        form={form}
      />
      {decision.allowed && !acceptance.allowed ? null : (
        <>
          <RadioField
            name="strength"
            label="If you accept it: how much does it show?"
            choices={howMuch}
            form={form}
          />
          <TextField
            name="sampleSize"
            label="Out of how many?"
            hint="Records read, visits seen, people asked. Leave it empty where nothing was counted."
            width="short"
            optional
            form={form}
          />
        </>
      )}
      <TextArea
        name="reason"
        label="Why"
        hint="Needed when it is returned or rejected, welcome when it is accepted."
        rows={3}
        form={form}
      />
      <NotAnIdentifier form={form} />
      <Button decision={decision}>Save judgement</Button>
    </form>
  )
}

/** Why accepting it is not among the choices. */
const isWithheld = (decision: Decision, acceptance: Decision): string | undefined =>
  decision.allowed && !acceptance.allowed ? acceptance.because : undefined
