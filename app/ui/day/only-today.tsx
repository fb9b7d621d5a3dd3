import { type ReactNode, useContext } from 'react'
import { DayLookedAt } from './day-looked-at'

/** What has no meaning on a page of a past day, such as a way to a page that tells of today only. */
export function OnlyToday({ children }: { children: ReactNode }) {
  return useContext(DayLookedAt) ? null : <>{children}</>
}
