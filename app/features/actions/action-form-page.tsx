import type { ReactNode } from 'react'
import type { Decision } from '~/domain/decision'
import { actionRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { ActionGaps } from '~/ui/action-gaps'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { LastField } from '~/ui/last-field'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Notice, Page } from '~/ui/page'

/**
 * A form about one action. Where the rule says no before anything is typed, the page says why in
 * place of the form.
 */
export function ActionFormPage({
  title,
  action,
  to,
  decision,
  form,
  button,
  above,
  children,
}: {
  title: string
  action: { id: number; title: string; hasOwner: boolean; hasDate: boolean }
  to: string
  decision: Decision
  form: FormState | undefined
  button: string
  /** what to know before filling it in */
  above?: ReactNode
  children: ReactNode
}) {
  return (
    <Page
      title={title}
      above={
        <>
          {actionRef(action.id)} {action.title}
          <ActionGaps action={action} />
        </>
      }
      crumbs={[
        { to: paths.actions(), name: 'Plan' },
        { to: paths.action(action.id), name: actionRef(action.id) },
      ]}
    >
      <ErrorSummary form={form} />
      {above}
      {decision.allowed || form ? (
        <form method="post" action={to}>
          {children}
          <NotAnIdentifier form={form} />
          <LastField />
          <Button>{button}</Button>
        </form>
      ) : (
        <Notice>
          <p>{decision.because}</p>
          <p className="mt-2">
            <a href={paths.action(action.id)}>Back to the action</a>
          </p>
        </Notice>
      )}
    </Page>
  )
}
