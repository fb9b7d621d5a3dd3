import { impactVerdicts } from '~/domain/action/impact'
import { paths } from '~/paths'
import { TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Fact, Facts } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { RatingRadios } from '~/ui/rating-radios'
import { AssuranceTag, DeliveryTag, ImpactTag } from '~/ui/standing-tags'
import { ActionFormPage } from './action-form-page'
import type { SignOffImpactView } from './sign-off-impact.query.server'

export function SignOffImpactPage({
  view: { action, outcome, successMeasure, decision },
  form,
}: {
  view: SignOffImpactView
  form: FormState | undefined
}) {
  const { delivery, assurance, impact } = action.standing
  return (
    <ActionFormPage
      title="Sign off impact"
      action={action}
      to={paths.actionImpact(action.id)}
      decision={decision}
      form={form}
      button="Sign off impact"
      above={
        <Facts>
          <Fact name="Outcome for children">{outcome || <Gap>No outcome</Gap>}</Fact>
          <Fact name="How success is measured">
            {successMeasure || <Gap>No measure of success</Gap>}
          </Fact>
          <Fact name="Delivery">
            <DeliveryTag delivery={delivery.rating} /> {delivery.reasons.join(' ')}
          </Fact>
          <Fact name="Assurance">
            <AssuranceTag assurance={assurance.assurance} /> {assurance.reasons.join(' ')}
          </Fact>
          <Fact name="Impact so far">
            <ImpactTag impact={impact.impact} /> {impact.reason}
          </Fact>
        </Facts>
      }
    >
      <RatingRadios
        name="verdict"
        label="What difference did it make for children?"
        choices={impactVerdicts.map((verdict) => ({
          value: verdict,
          tag: <ImpactTag impact={verdict} />,
        }))}
        form={form}
      />
      <TextArea
        name="words"
        label="How you know"
        hint="What the evidence shows. It stays as you give it; a later sign-off stands beside it."
        form={form}
      />
    </ActionFormPage>
  )
}
