import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Notice, Page } from '~/ui/page'
import { useBeginIn } from './begin-in'
import { BesideSource } from './beside-source'
import { Gone } from './edit-item.page'
import type { ProposedItemView } from './report-import.query.server'

export function SplitItemPage({
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
      title={item ? `Split item ${item.number}` : 'This item is not there any more'}
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
        {item ? null : <Gone isTyped={false} />}
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
      </BesideSource>
    </Page>
  )
}
