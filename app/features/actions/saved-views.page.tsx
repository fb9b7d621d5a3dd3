import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { CheckboxField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Empty, Page, Section } from '~/ui/page'
import { sortWord } from './register-sort'
import type { SavedViewsView } from './saved-views.query.server'

/** Views of the register that were saved, one's own and what others share, each with its link. */
export function SavedViewsPage({
  view: { mine, others, shown, share },
  form,
}: {
  view: SavedViewsView
  form: FormState | undefined
}) {
  const at = shown && { ...shown.filter, sort: sortWord(shown.sort) }
  return (
    <Page title="Saved views" crumbs={[{ to: paths.actions(), name: 'Plan' }]}>
      <ErrorSummary form={form} />
      {at ? (
        <Section id="save" title="Save what you were looking at">
          <p className="mb-4">
            <a href={paths.actions(at)}>Look at it again</a>. The view follows the plan: it shows
            what fits on the day it is opened.
          </p>
          <form method="post" action={paths.savedViews(at)}>
            <TextField
              name="name"
              label="Name of the view"
              hint="Such as: Late and mine."
              width="half"
              form={form}
            />
            {share.allowed ? (
              <CheckboxField
                name="isShared"
                label="Who sees it"
                choices={[{ value: 'yes', title: 'Everybody who reads the plan' }]}
                form={form}
              />
            ) : null}
            <Button>Save the view</Button>
          </form>
        </Section>
      ) : null}
      <Section id="mine" title="Yours">
        {mine.length === 0 ? (
          <Empty>
            A view you save stands here and above the plan, with a link that you can send. Narrow{' '}
            <a href={paths.actions()}>the plan</a> to what you look at often, and choose “Save this
            view”.
          </Empty>
        ) : (
          <ul>
            {mine.map(({ id, name, isShared }) => (
              <li
                key={id}
                className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2"
              >
                <span>
                  <a href={paths.savedView(id)}>{name}</a>
                  {isShared ? <span className="text-quiet"> · shared</span> : null}
                </span>
                <form method="post" action={paths.removeSavedView(id)}>
                  <Button look="quiet">
                    Remove<span className="sr-only"> “{name}”</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {others.length === 0 ? null : (
        <Section id="shared" title="Shared by others">
          <ul>
            {others.map(({ id, name, byName }) => (
              <li key={id} className="border-b border-line py-2">
                <a href={paths.savedView(id)}>{name}</a>
                <span className="text-quiet"> · {byName}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
