import type { CalendarDate } from '~/domain/time/calendar-date'

/** One thing that is asked of me: what, for which action, by when, why me, and the one way to do it. */
export interface Asked {
  key: string
  kind:
    | 'evidence'
    | 'held'
    | 'returned'
    | 'stale'
    | 'milestone'
    | 'update'
    | 'delivery'
    | 'date'
    | 'visit'
    | 'decision'
  what: string
  /** what the same update would answer too */
  also?: string
  /** the words of somebody else, such as why evidence was returned */
  said: string | undefined
  /** somebody who is away, for whom the reader stands in; left out where it is asked of the reader */
  forName?: string
  /** the action that it is for, or else `about` */
  action?: AskedAction
  about?: { to: string; title: string }
  dueOn: CalendarDate | undefined
  why: string
  button: { to: string; name: string }
  /** where it can be said that it will not be done */
  otherwise?: { to: string; name: string }
}

export interface AskedAction {
  id: number
  title: string
  hasDate: boolean
}

/** Whose work it is: the reader's, or that of somebody who is away. */
export interface Whose {
  personId: number
  /** undefined for the reader */
  name: string | undefined
}
