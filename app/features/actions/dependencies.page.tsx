import { actionRef } from '~/domain/plan/references'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Empty, Page, Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import type { Dependencies, DependenciesView, Dependency } from './dependencies.query.server'

/** What an action waits for: a manager adds one by its reference, or takes one away. */
export function DependenciesPage({
  view,
  form,
}: {
  view: DependenciesView
  form: FormState | undefined
}) {
  const { action, needs, neededBy, decision } = view
  return (
    <Page
      title="What this action waits for"
      lede={`For “${action.title}”.`}
      crumbs={[
        { to: paths.actions(), name: 'Plan' },
        { to: paths.action(action.id), name: action.title },
      ]}
    >
      <ErrorSummary form={form} />
      <Section id="waits-for" title="It waits for">
        {needs.length === 0 ? <Empty>It waits for no other action.</Empty> : null}
        <ul className="empty:hidden">
          {needs.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2"
            >
              <DependencyWords of={one} />
              <form method="post" action={paths.actionDependencies(action.id)}>
                <input type="hidden" name="remove" value={one.id} />
                <Button look="quiet">
                  Take away<span className="sr-only"> {actionRef(one.id)}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
        <form method="post" action={paths.actionDependencies(action.id)} className="mt-6">
          <TextField
            name="needs"
            label="Reference of the action to wait for"
            hint={
              <>
                Such as A14. <a href={paths.actions()}>The plan</a> shows them.
              </>
            }
            width="short"
            form={form}
          />
          <Button decision={decision}>Wait for it</Button>
        </form>
      </Section>
      {neededBy.length === 0 ? null : (
        <Section id="needed-by" title="These wait for it">
          <DependencyList all={neededBy} />
        </Section>
      )}
    </Page>
  )
}

/** On the action's own page: what it waits for, and what waits for it. */
export function DependencyLines({ needs, neededBy }: Dependencies) {
  if (needs.length === 0 && neededBy.length === 0) return null
  return (
    <>
      {needs.length === 0 ? null : (
        <>
          <h3 className="mt-4 text-18">Waits for</h3>
          <DependencyList all={needs} />
        </>
      )}
      {neededBy.length === 0 ? null : (
        <>
          <h3 className="mt-4 text-18">Others wait for it</h3>
          <DependencyList all={neededBy} />
        </>
      )}
    </>
  )
}

const DependencyList = ({ all }: { all: readonly Dependency[] }) => (
  <ul>
    {all.map((one) => (
      <li key={one.id} className="border-b border-line py-2">
        <DependencyWords of={one} />
      </li>
    ))}
  </ul>
)

const DependencyWords = ({ of: { id, title, dueOn, deliveredOn } }: { of: Dependency }) => (
  <span>
    {actionRef(id)} <a href={paths.action(id)}>{title}</a>
    <span className="block text-16 text-quiet">
      {deliveredOn ? (
        `delivered ${longDate(deliveredOn)}`
      ) : dueOn ? (
        `due ${longDate(dueOn)}`
      ) : (
        <Gap>No date</Gap>
      )}
    </span>
  </span>
)
