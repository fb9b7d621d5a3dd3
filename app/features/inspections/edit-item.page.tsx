import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Notice, Page } from '~/ui/page'
import { useBeginIn } from './begin-in'
import { BesideSource } from './beside-source'
import { ItemInputs } from './item-inputs'
import type { ProposedItemView } from './report-import.query.server'

export function EditItemPage({
  view: { proposal, item },
  itemKey,
  form,
}: {
  view: ProposedItemView
  itemKey: string
  form: FormState | undefined
}) {
  useBeginIn('text', form === undefined)
  return (
    <Page
      wide
      title={item ? `Edit item ${item.number}` : 'This item is not there any more'}
      above={proposal.originalName}
      crumbs={[
        { to: paths.inspections(), name: 'Inspections' },
        { to: paths.reportImport(proposal.id), name: 'What the report says' },
      ]}
    >
      <ErrorSummary form={form} />
      <BesideSource
        proposal={proposal}
        current={itemKey}
        itemHref={(key) => paths.reportImportAt(proposal.id, key)}
      >
        {item ? null : <Gone isTyped={form !== undefined} />}
        {item && form?.because ? (
          <Notice title="As it stands now">
            <p>“{item.text}”</p>
            <p className="text-quiet">{item.areaName ?? 'No judgement area'}</p>
          </Notice>
        ) : null}
        {item?.isMarked ? (
          <p className="mb-4 lg:hidden">
            <a href={`#mark-${itemKey}`}>See it in the report</a>
          </p>
        ) : null}
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
      </BesideSource>
    </Page>
  )
}

export const Gone = ({ isTyped }: { isTyped: boolean }) => (
  <Notice>
    <p>
      Somebody has merged it into another.
      {isTyped ? ' What you typed is still here: you can add it as an item of its own.' : ''}
    </p>
  </Notice>
)
