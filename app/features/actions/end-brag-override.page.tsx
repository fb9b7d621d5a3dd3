import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { BragTag } from '~/ui/brag-tag'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Empty, Fact, Facts, Page } from '~/ui/page'
import { actionRef } from '~/domain/plan/references'
import type { OverrideBragView } from './override-brag.query.server'

export function EndBragOverridePage({
  view: { action, colour },
  form,
}: {
  view: Pick<OverrideBragView, 'action' | 'colour'>
  form: FormState | undefined
}) {
  const { stated } = colour
  return (
    <Page
      title="End a stated colour"
      above={`${actionRef(action.id)} ${action.title}`}
      crumbs={[
        { to: paths.actions(), name: 'Plan' },
        { to: paths.action(action.id), name: actionRef(action.id) },
      ]}
    >
      <ErrorSummary form={form} />
      {stated ? (
        <form method="post" action={paths.actionColourEnd(action.id)}>
          <Facts>
            <Fact name="Stated">
              <BragTag brag={stated.brag} /> by {stated.byName} until {longDate(stated.untilOn)}
            </Fact>
            <Fact name="Because">“{stated.reason}”</Fact>
            <Fact name="Derived">
              <BragTag brag={colour.derived} /> {colour.because}
            </Fact>
          </Facts>
          <p className="mb-5 max-w-measure">
            It stays on record that it was stated, by whom, and when it ended.
          </p>
          <input type="hidden" name="overrideId" value={stated.id} />
          <Button>End it now</Button>
        </form>
      ) : (
        <Empty>
          No other colour is stated for this action.{' '}
          <a href={paths.action(action.id)}>Back to the action</a>
        </Empty>
      )}
    </Page>
  )
}
