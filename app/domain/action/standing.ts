/**
 * How an action stands is three separate things: did we do it (delivery), has somebody else accepted
 * evidence of it (assurance), did it make a difference for children (impact). They are never one colour.
 *
 * Source: PRODUCT rule 2.
 */
import type { CalendarDate } from '../time/calendar-date'

export interface ActionFacts {
  ownerId: number | null
  startOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  dueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
  milestones: { id: number; title: string; dueOn: CalendarDate; doneOn: CalendarDate | null }[]
  dueDateChanges: {
    id: number
    fromOn: CalendarDate
    toOn: CalendarDate
    decision: 'agreed' | 'refused' | 'not-needed' | null
    lateMove: string[]
  }[]
  latestUpdate: {
    id: number
    saidOn: CalendarDate
    statedDelivery: 'not-started' | 'on-track' | 'at-risk' | 'off-track' | 'delivered'
    confidence: 'low' | 'medium' | 'high'
    authorName: string
  } | null
  evidence: {
    id: number
    title: string
    kind: 'performance-data' | 'case-audit' | 'practice-observation' | 'voice' | 'policy'
    periodFrom: CalendarDate
    periodTo: CalendarDate
    addedById: number
    /** of the latest review; null while nobody has judged it */
    verdict: 'accepted' | 'returned' | null
  }[]
  signOff: {
    id: number
    verdict: 'too-early' | 'made-a-difference' | 'partly' | 'made-no-difference' | 'worse'
    words: string
    signerName: string
    signedOn: CalendarDate
  } | null
}
