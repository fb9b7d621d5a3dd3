import type { ReactNode } from 'react'
import type { Decision } from '~/domain/decision'

const shape = 'inline-block rounded px-4 py-2 min-h-[44px] font-bold no-underline'
const looks = {
  primary: `${shape} bg-brand text-on-brand border-2 border-brand hover:underline`,
  secondary: `${shape} bg-paper text-brand border-2 border-brand hover:bg-brand-tint`,
  quiet: 'inline-block py-2 min-h-[44px] text-brand underline underline-offset-[3px]',
}
export type ButtonLook = keyof typeof looks

/**
 * A button that sends its form. Where a rule says no it is disabled and says why, in the words with
 * which the command would refuse.
 */
export function Button({
  children,
  look = 'primary',
  decision,
  name,
  value,
}: {
  children: ReactNode
  look?: ButtonLook
  decision?: Decision
  name?: string
  value?: string
}) {
  if (decision && !decision.allowed)
    return <RefusedButton because={decision.because}>{children}</RefusedButton>
  return (
    <button type="submit" className={looks[look]} name={name} value={value}>
      {children}
    </button>
  )
}

/** A link that looks like what it is for: a way to a form. */
export function ButtonLink({
  to,
  children,
  look = 'primary',
  decision,
}: {
  to: string
  children: ReactNode
  look?: ButtonLook
  decision?: Decision
}) {
  if (decision && !decision.allowed)
    return <RefusedButton because={decision.because}>{children}</RefusedButton>
  return (
    <a href={to} className={looks[look]}>
      {children}
    </a>
  )
}

function RefusedButton({ children, because }: { children: ReactNode; because: string }) {
  return (
    <span className="inline-flex flex-col items-start gap-1">
      <button
        type="button"
        disabled
        className={`${shape} border-2 border-edge bg-ground text-quiet cursor-not-allowed`}
      >
        {children}
      </button>
      <span className="text-14 text-quiet max-w-measure">{because}</span>
    </span>
  )
}
