import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import type { FormState } from '~/ui/form-state'
import { ItemInputs } from './item-inputs'
import { ItemPage } from './item-page'
import type { ProposedItemView } from './report-import.query.server'

export function EditItemPage({
  view,
  itemKey,
  form,
}: {
  view: ProposedItemView
  itemKey: string
  form: FormState | undefined
}) {
  const { proposal, item } = view
  return (
    <ItemPage
      verb="Edit"
      view={view}
      itemKey={itemKey}
      ifGone={form && 'What you typed is still here: you can add it as an item of its own.'}
      form={form}
    >
      <form
        method="post"
        action={
          item
            ? paths.reportImportItemEdit(proposal.id, itemKey)
            : paths.reportImportItemAdd(proposal.id)
        }
      >
        <input type="hidden" name="revision" value={proposal.revision} />
        <ItemInputs proposal={proposal} item={item} form={form} />
        <div className="flex flex-wrap gap-4">
          <Button decision={proposal.isOpen}>{item ? 'Save' : 'Add it as a new item'}</Button>
          <ButtonLink look="quiet" to={paths.reportImportAt(proposal.id, itemKey)}>
            Back without saving
          </ButtonLink>
        </div>
      </form>
    </ItemPage>
  )
}
