import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page, Section } from '~/ui/page'
import { ForEachKindFields } from './for-each-kind-fields'
import type { SetRetentionView, TriedRetention } from './set-retention.query.server'

const pieces = (count: number) => counted(count, 'piece of evidence', 'pieces of evidence')

export function SetRetentionPage({
  view: { retention },
  form,
}: {
  view: SetRetentionView
  form: (FormState & { tried?: TriedRetention }) | undefined
}) {
  const tried = form?.tried
  return (
    <Page
      title="How long evidence is kept"
      crumbs={[{ to: paths.adminRatings(), name: 'Ratings' }]}
      lede="Years after everything that it is for is finished, or after the period that it covers if that ends later. Nothing is deleted by itself: what is past its time is listed in the library, and two people delete it."
    >
      <ErrorSummary form={form} />
      <form method="post" action={paths.adminRetention()}>
        <ForEachKindFields initial={retention} form={form} />
        <div className="mb-8">
          <Button name="intent" value="try" look={tried ? 'secondary' : 'primary'}>
            See what it would mean
          </Button>
        </div>
        {tried ? (
          <Section id="tried" title="What it would mean today">
            <p role="status" className="mb-4 max-w-measure text-18 font-bold">
              {pieces(tried.then)} {tried.then === 1 ? 'is' : 'are'} past{' '}
              {tried.then === 1 ? 'its' : 'their'} time by these periods; {tried.now} by the present
              ones.
            </p>
            <input type="hidden" name="triedAs" value={tried.triedAs} />
            <TextArea
              name="why"
              label="Why they change"
              hint="It stays on record beside them, for everybody who reads the plan."
              rows={3}
              form={form}
            />
            <NotAnIdentifier form={form} />
            <Button name="intent" value="save">
              Set the periods
            </Button>
          </Section>
        ) : null}
      </form>
    </Page>
  )
}
