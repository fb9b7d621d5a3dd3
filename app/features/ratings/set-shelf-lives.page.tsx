import type { ShelfLives } from '~/domain/evidence/kinds'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page } from '~/ui/page'
import { ForEachKindFields } from './for-each-kind-fields'

export function SetShelfLivesPage({
  lives,
  form,
}: {
  lives: ShelfLives
  form: FormState | undefined
}) {
  return (
    <Page
      title="Shelf lives of evidence"
      crumbs={[{ to: paths.adminRatings(), name: 'Ratings' }]}
      lede="Months after the end of the period that it covers, in which evidence still says how things are. After that it no longer counts, and what rested on it drops. A past day is judged by what stood then."
    >
      <ErrorSummary form={form} />
      <form method="post" action={paths.adminShelfLives()}>
        <ForEachKindFields initial={lives} form={form} />
        <TextArea
          name="why"
          label="Why they change"
          hint="It stays on record beside them, for everybody who reads the plan."
          rows={3}
          form={form}
        />
        <NotAnIdentifier form={form} />
        <Button>Set the shelf lives</Button>
      </form>
    </Page>
  )
}
