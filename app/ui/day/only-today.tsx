import { type ReactNode, useContext } from 'react'
import { DayLookedAt } from './day-looked-at'

/**
 * What has no meaning on a page of a past day, such as a way to a page that tells of today only; and what
 * stands there otherwise.
 */
export function OnlyToday({
  children,
  otherwise = null,
}: {
  children: ReactNode
  otherwise?: ReactNode
}) {
  return <>{useContext(DayLookedAt) ? otherwise : children}</>
}

/** The ways out of a past day: their links do not keep it. */
export const ToToday = ({ children }: { children: ReactNode }) => (
  <DayLookedAt.Provider value={undefined}>{children}</DayLookedAt.Provider>
)
