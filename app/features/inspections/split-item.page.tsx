import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { ItemPage } from './item-page'
import type { ProposedItemView } from './report-import.query.server'

export function SplitItemPage({
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
    <ItemPage verb="Split" view={view} itemKey={itemKey} form={form}>
      <form method="post" action={paths.reportImportItemSplit(proposal.id, itemKey)}>
        <input type="hidden" name="revision" value={proposal.revision} />
        <TextArea
          name="text"
          label="Where to cut it"
          hint="Put an empty line, or the sign |, between the parts. Each part becomes an item of its own; their areas can be changed afterwards."
          rows={10}
          initial={item?.splitText}
          form={form}
        />
        <div className="flex flex-wrap gap-4">
          {item ? <Button decision={proposal.isOpen}>Split it</Button> : null}
          <ButtonLink look="quiet" to={paths.reportImportAt(proposal.id, itemKey)}>
            Back without splitting
          </ButtonLink>
        </div>
      </form>
    </ItemPage>
  )
}
