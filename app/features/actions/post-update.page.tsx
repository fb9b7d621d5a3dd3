import { confidences, confidenceTitles } from '~/domain/action/confidence'
import { deliveries } from '~/domain/action/delivery'
import { yes } from '~/domain/decision'
import { paths } from '~/paths'
import { RadioField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Notice } from '~/ui/page'
import { RatingRadios } from '~/ui/rating-radios'
import { DeliveryTag } from '~/ui/standing-tags'
import { ActionFormPage } from './action-form-page'
import type { ActionInBrief } from './action-in-brief.query.server'

export function PostUpdatePage({
  view,
  form,
}: {
  view: ActionInBrief
  form: FormState | undefined
}) {
  const { rating, reasons } = view.standing.delivery
  return (
    <ActionFormPage
      title="Add an update"
      action={view}
      to={paths.actionUpdate(view.id)}
      decision={yes}
      form={form}
      button="Add the update"
      above={
        <Notice>
          <p>
            By its dates and milestones this action is <DeliveryTag delivery={rating} />
          </p>
          <p>{reasons.join(' ')}</p>
          <p className="mt-1 text-16">
            If you say better, both are shown. Say in your words what the dates do not.
          </p>
        </Notice>
      }
    >
      <RatingRadios
        name="statedDelivery"
        label="How is it going?"
        choices={deliveries.map((delivery) => ({
          value: delivery,
          tag: <DeliveryTag delivery={delivery} />,
        }))}
        form={form}
      />
      <RadioField
        name="confidence"
        label="How sure are you?"
        choices={confidences.map((value) => ({ value, title: confidenceTitles[value] }))}
        form={form}
      />
      <TextArea
        name="words"
        label="What has happened, and what comes next"
        hint="No names of children, and nothing that would tell who they are."
        form={form}
      />
    </ActionFormPage>
  )
}
