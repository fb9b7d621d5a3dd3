import { paths } from '~/paths'
import { ActionGaps } from '~/ui/action-gaps'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, SelectField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import type { RequestEvidenceView } from './request-evidence.query.server'

export function RequestEvidencePage({
  view: { action, people, dueOn, today },
  form,
}: {
  view: RequestEvidenceView
  form: FormState | undefined
}) {
  const owner = people.find(({ id }) => id === action.ownerId)
  return (
    <Page
      title="Ask for evidence"
      lede={
        <p>
          For “{action.title}”.
          <ActionGaps action={{ hasOwner: action.hasOwner, hasDate: action.dueOn !== null }} />
        </p>
      }
      crumbs={[
        { to: paths.actions(), name: 'Plan' },
        { to: paths.action(action.id), name: action.title },
      ]}
    >
      <ErrorSummary form={form} />
      <form method="post" action={paths.actionEvidenceRequest(action.id)}>
        <NotAnIdentifier form={form} />
        <TextArea
          name="what"
          label="What you need"
          hint="Such as: supervision notes of October that show reflection, from three workers."
          rows={3}
          form={form}
        />
        <SelectField
          name="askedOfId"
          label="Who should bring it"
          hint="It will stand in their My work."
          none="Choose a person"
          choices={people.map(({ id, name, jobTitle }) => ({
            value: String(id),
            title: jobTitle ? `${name}, ${jobTitle}` : name,
          }))}
          initial={owner ? String(owner.id) : ''}
          form={form}
        />
        <DateField name="dueOn" label="By when" initial={dueOn} min={today} form={form} />
        <Button>Ask for it</Button>
      </form>
    </Page>
  )
}
