import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, SelectField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Notice, Page } from '~/ui/page'
import { LineOf } from './line-of'
import type { ChecklistItemView } from './checklist-item.query.server'

export function ChecklistItemPage({
  view: { visit, item, people, decision, seenToBy },
  form,
}: {
  view: ChecklistItemView
  form: FormState | undefined
}) {
  const begun = form?.typed.version?.[0]
  const isChangedMeanwhile = item && begun !== undefined && begun !== String(item.version)
  return (
    <Page
      title={item ? 'Change what is to be made ready' : 'Add to the checklist'}
      above={visit.title}
      crumbs={[
        { to: paths.visits(), name: 'Visits' },
        { to: paths.visit(visit.id), name: visit.title },
      ]}
      lede="Whoever sees to it finds it on their start page until it is done."
    >
      <ErrorSummary form={form} />
      {seenToBy.length > 1 ? (
        <p className="mb-4">
          <LineOf seenToBy={seenToBy} />
        </p>
      ) : null}
      {isChangedMeanwhile ? (
        <Notice title="As somebody else saved it">
          <p>
            {item.what} · {item.ownerName ?? 'nobody sees to it'} · {item.dueOn ?? 'no date'}
          </p>
        </Notice>
      ) : null}
      <form
        method="post"
        action={item ? paths.checklistItem(visit.id, item.id) : paths.newChecklistItem(visit.id)}
      >
        {item ? <input type="hidden" name="version" value={item.version} /> : null}
        <TextField
          name="what"
          label="What is to be made ready"
          hint="Such as “Print the twelve case records that were asked for”."
          initial={item?.what}
          form={form}
        />
        <SelectField
          name="ownerId"
          label="Who sees to it"
          none="Nobody yet"
          choices={people}
          initial={item?.ownerId?.toString()}
          optional
          form={form}
        />
        <DateField
          name="dueOn"
          label="Ready by"
          initial={item?.dueOn ?? undefined}
          optional
          form={form}
        />
        <NotAnIdentifier form={form} />
        <Button decision={decision}>{item ? 'Save' : 'Add it'}</Button>
      </form>
    </Page>
  )
}
