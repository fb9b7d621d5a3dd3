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
