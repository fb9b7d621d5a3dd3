import { brags } from '~/domain/plan/brag'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { BragTag } from '~/ui/brag-tag'
import { DateField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Fact, Facts } from '~/ui/page'
import { RatingRadios } from '~/ui/rating-radios'
import { ActionFormPage } from './action-form-page'
import type { OverrideBragView } from './override-brag.query.server'

export function OverrideBragPage({
  view: { action, colour, today, lastDay, decision },
  form,
}: {
  view: OverrideBragView
  form: FormState | undefined
}) {
  return (
    <ActionFormPage
      title="State another colour"
      action={action}
      to={paths.actionColour(action.id)}
      decision={decision}
      form={form}
      button="State this colour"
      above={
        <>
          <Facts>
            <Fact name="Derived colour">
              <BragTag brag={colour.derived} /> {colour.because}
            </Fact>
          </Facts>
          <p className="mb-6 max-w-measure">
            The derived colour stays in sight beside the one that you state. A better one does not
            count for readiness or for sorting; leaders see how many are stated.
          </p>
        </>
      }
    >
      <RatingRadios
        name="brag"
        label="The colour that you state"
        choices={brags
          .filter((brag) => brag !== colour.derived)
          .map((brag) => ({ value: brag, tag: <BragTag brag={brag} /> }))}
        form={form}
      />
      <TextArea
        name="reason"
        label="Why the table is wrong about this action"
        hint="It stays on record beside the colour, for everybody who reads the plan."
        rows={3}
        form={form}
      />
      <DateField
        name="untilOn"
        label="Last day on which it holds"
        hint={`It ends by itself after that day, ${longDate(lastDay)} at the latest.`}
        min={today}
        max={lastDay}
        form={form}
      />
    </ActionFormPage>
  )
}
