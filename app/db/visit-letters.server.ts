import type { CalendarDate } from '~/domain/time/calendar-date'
import type { Tx } from './db.server'
import { markLateMoves } from './late-moves.server'
import { recordEvent } from './tables/events.server'
import { closingOf, insertVisitClosing } from './tables/visit-closings.server'
import { insertVisitLetter } from './tables/visit-letters.server'
import { lockVisit, recordVisitHeld, type VisitFacts, visitById } from './tables/visits.server'

/** A visit that a report may be the letter of. */
export interface VisitOfLetter extends VisitFacts {
  hasLetter: boolean
  isClosed: boolean
}

interface Letter {
  kind: string
  inspectedFrom: CalendarDate | null
}

/**
 * The visit whose letter a report is: the one it is read for, or else one of its kind that was held from
 * its first day and has no letter. Holds the visit until the transaction ends.
 */
export async function visitOfLetter(
  tx: Tx,
  importId: number,
  { kind, inspectedFrom }: Letter,
): Promise<VisitOfLetter | undefined> {
  const asked = await tx
    .selectFrom('visitLetterImports')
    .where('importId', '=', importId)
    .select('visitId')
    .executeTakeFirst()
  const visitId = asked?.visitId ?? (await heldFrom(tx, kind, inspectedFrom))
  if (visitId === undefined) return undefined
  await lockVisit(tx, visitId)
  const visit = await visitById(tx, visitId)
  const { closing, letterId } = await closingOf(tx, visitId)
  return visit && { ...visit, hasLetter: letterId !== undefined, isClosed: closing !== undefined }
}

async function heldFrom(tx: Tx, kind: string, day: CalendarDate | null) {
  if (!day) return undefined
  const row = await tx
    .selectFrom('visits as v')
    .leftJoin('visitLetters as l', 'l.visitId', 'v.id')
    .where('v.kind', '=', kind)
    .where('v.heldFrom', '=', day)
    .where('l.visitId', 'is', null)
    .orderBy('v.id')
    .select('v.id')
    .executeTakeFirst()
  return row?.id
}

/** Gives a visit its letter: it was held on the days that the letter names, and is closed by it. */
export async function takeLetter(
  tx: Tx,
  visit: VisitOfLetter,
  letter: {
    inspectionId: number
    inspectedFrom: CalendarDate
    inspectedTo: CalendarDate
    leadInspector: string
  },
  { actorId, now }: { actorId: number; now: Date },
): Promise<void> {
  const { inspectionId } = letter
  const event = {
    subject: { kind: 'visit' as const, id: visit.id },
    actorId,
    happenedAt: now,
  }
  if (visit.heldFrom === null) {
    const held = {
      heldFrom: letter.inspectedFrom,
      heldTo: letter.inspectedTo,
      leadInspector: letter.leadInspector || visit.leadInspector,
      letterPublished: visit.letterPublished,
    }
    await recordVisitHeld(tx, visit.id, held)
    await markLateMoves(tx)
    await recordEvent(tx, { ...event, what: 'visit.held', after: held })
  }
  await insertVisitLetter(tx, {
    visitId: visit.id,
    inspectionId,
    linkedById: actorId,
    linkedAt: now,
  })
  await recordEvent(tx, { ...event, what: 'visit.letter-added', after: { inspectionId } })
  if (visit.isClosed) return
  await insertVisitClosing(tx, {
    visitId: visit.id,
    inspectionId,
    said: '',
    closedById: actorId,
    closedAt: now,
  })
  await recordEvent(tx, { ...event, what: 'visit.closed', after: { by: 'its letter' } })
}
