import { fieldTitles } from '~/domain/bring-in/columns'
import { rowStateTitles } from '~/domain/bring-in/draft'
import { actionRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Section } from '~/ui/page'
import type { RowView } from './rows.query.server'
import { StepPage } from './step-page'

const long = new Set([
  'title',
  'outcome',
  'success-measure',
  'progress',
  'evidence',
  'recommendation',
])

/** One row of the old plan: what is wrong in it, and its words to be put right. */
export function RowPage({ view, form }: { view: RowView; form: FormState | undefined }) {
  return (
    <StepPage
      view={view}
      title={`Row ${view.row} of ${view.table}`}
      lede={
        <>
          {rowStateTitles[view.state]}
          {view.because ? `: ${view.because}` : ''}
          {view.actionId ? (
            <>
              {' '}
              <a href={paths.action(view.actionId)}>Open {actionRef(view.actionId)}</a>
            </>
          ) : null}
        </>
      }
      form={form}
    >
      {view.problems.length > 0 ? (
        <ul className="mb-6 list-disc border-l-4 border-at-risk pl-8">
          {view.problems.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <form method="post" action={paths.bringInRow(view.id, view.row)}>
        <input type="hidden" name="revision" value={view.revision} />
        {view.fields.map(({ field, said, words, isMasked, isCorrected }) => {
          const Field = long.has(field) ? TextArea : TextField
          const hint = isMasked
            ? `The file says: “${said}”. Leave it empty, or write it without what tells who a child is.`
            : isCorrected
              ? `The file says: “${said || 'nothing'}”`
              : field === 'title'
                ? 'Needed: without it the row is no action.'
                : undefined
          return (
            <Field
              key={field}
              name={field}
              label={fieldTitles[field]}
              initial={words}
              hint={hint}
              form={form}
              optional={field !== 'title'}
              {...(long.has(field) ? { rows: 2 } : {})}
            />
          )
        })}
        {view.isAskedForIdentifier || form?.typed.notAnIdentifier ? (
          <TextArea
            name="notAnIdentifier"
            label="Why it is not an identifier"
            hint="Only if it cannot tell anybody who a child is; the words of the file are then used as they are. What you say is kept."
            initial={view.notAnIdentifier}
            rows={2}
            form={form}
            optional
          />
        ) : null}
        <div className="flex flex-wrap gap-4">
          <Button decision={view.isOpen}>Save the row</Button>
          <ButtonLink look="quiet" to={paths.bringInRows(view.id, { state: view.state })}>
            Back without saving
          </ButtonLink>
        </div>
      </form>
      {view.isOpen.allowed && view.state !== 'set-aside' ? (
        <div className="mt-10">
          <Section title="Or set it aside" id="set-aside">
            <form method="post" action={paths.bringInSetAside(view.id)}>
              <input type="hidden" name="revision" value={view.revision} />
              <input type="hidden" name="row" value={view.row} />
              <TextField name="because" label="Why" form={form} />
              <Button look="secondary">Set the row aside</Button>
            </form>
          </Section>
        </div>
      ) : null}
    </StepPage>
  )
}
