import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Notice, Page } from '~/ui/page'
import { useBeginIn } from './begin-in'
import { BesideSource } from './beside-source'
import type { ProposedItemView } from './report-import.query.server'

/** One item of a proposal beside its report, about to be changed; the cursor stands in its text. */
export function ItemPage({
  verb,
  view: { proposal, item },
  itemKey,
  ifGone,
  form,
  children,
}: {
  /** what is about to be done to it, such as "Edit" */
  verb: string
  view: ProposedItemView
  itemKey: string
  /** what can still be done where somebody has merged it into another meanwhile */
  ifGone?: string
  form: FormState | undefined
  children: ReactNode
}) {
  useBeginIn('text', form === undefined)
  return (
    <Page
      wide
      title={item ? `${verb} item ${item.number}` : 'This item is not there any more'}
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
        {item ? null : (
          <Notice>
            <p>Somebody has merged it into another.{ifGone ? ` ${ifGone}` : ''}</p>
          </Notice>
        )}
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
        {children}
      </BesideSource>
    </Page>
  )
}
