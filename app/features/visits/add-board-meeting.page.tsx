import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'

export function AddBoardMeetingPage({ form }: { form: FormState | undefined }) {
  return (
    <Page
      title="Add a board meeting"
      crumbs={[{ to: paths.visits(), name: 'Visits' }]}
      lede="A meeting is a day from which “since then” is counted. A due date that moves just before one is marked as a late move."
    >
      <ErrorSummary form={form} />
      <form method="post" action={paths.newBoardMeeting()}>
        <TextField
          name="name"
          label="Name of the meeting"
          hint="Such as “Improvement board”."
          width="half"
          initial="Improvement board"
          form={form}
        />
        <DateField name="heldOn" label="Day of the meeting" hint="Past or to come." form={form} />
        <NotAnIdentifier form={form} />
        <Button>Add the meeting</Button>
      </form>
    </Page>
  )
}
