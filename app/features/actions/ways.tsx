import type { ReactNode } from 'react'
import type { Decision } from '~/domain/decision'
import { ButtonLink } from '~/ui/button'

/** What one's role may do, in a row that gives way on a phone. */
export function Ways({ children }: { children: ReactNode }) {
  return (
    <div className="no-print mt-4 flex flex-wrap items-start gap-3 empty:hidden">{children}</div>
  )
}

/** A way to a form, where one's role has it; disabled with the reason where a rule refuses just now. */
export function Way({
  to,
  decision,
  children,
}: {
  to: string
  decision: Decision | undefined
  children: ReactNode
}) {
  if (!decision) return null
  return (
    <ButtonLink to={to} decision={decision} look="secondary">
      {children}
    </ButtonLink>
  )
}
