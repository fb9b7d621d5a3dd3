import type { ReactNode } from 'react'

const steps = ['', 'pl-5', 'pl-10', 'pl-14']

/** A team as deep as it stands in the tree; screen readers are told in words. */
export function Indented({ depth, children }: { depth: number; children: ReactNode }) {
  return (
    <span className={`block ${steps[Math.min(depth, steps.length - 1)]}`}>
      {depth > 0 ? (
        <span aria-hidden="true" className="text-quiet">
          └{' '}
        </span>
      ) : null}
      {children}
    </span>
  )
}
