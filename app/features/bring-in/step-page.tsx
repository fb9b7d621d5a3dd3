import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Notice, Page } from '~/ui/page'
import type { BringInHead } from './bring-in.query.server'

/** A page about one old plan: where it belongs, what was wrong with its form, and whether it is still open. */
export function StepPage({
  view,
  title,
  lede,
  form,
  children,
}: {
  view: BringInHead
  title: string
  lede?: ReactNode
  form: FormState | undefined
  children: ReactNode
}) {
  return (
    <Page
      wide
      title={title}
      above={view.name}
      crumbs={[
        { to: paths.actions(), name: 'Plan' },
        { to: paths.bringInPlan(view.id), name: 'Bring in the old plan' },
      ]}
      lede={lede}
    >
      <ErrorSummary form={form} />
      {view.isOpen.allowed ? null : (
        <Notice title={view.isOpen.because}>
          <p>What was done with it stays here to be read.</p>
        </Notice>
      )}
      {children}
    </Page>
  )
}

/** The select of the forms here, whose name is one of many: the label stands in the table beside it. */
export function PlainSelect({
  id,
  name,
  label,
  chosen,
  children,
  isWrong = false,
}: {
  id?: string
  name: string
  label: string
  chosen: string
  children: ReactNode
  isWrong?: boolean
}) {
  return (
    <select
      id={id ?? name}
      name={name}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      aria-describedby={isWrong ? `${name}-error` : undefined}
      defaultValue={chosen}
      className={`block min-h-[44px] w-full max-w-[26rem] rounded border-2 bg-paper px-3 py-2 text-16 text-ink ${isWrong ? 'border-off-track' : 'border-edge'}`}
    >
      {children}
    </select>
  )
}
