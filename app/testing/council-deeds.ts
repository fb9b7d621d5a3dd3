/**
 * What else a council does between two visits, each through its own command, and each with a way to come
 * about whatever was done before: for properties about whole plans, beside the deeds that standings rest on.
 */
import { sql } from 'kysely'
import type { Context } from '~/auth/context.server'
import { type Db, inTransaction } from '~/db/db.server'
import { insertProgressVerdicts } from '~/db/tables/progress-verdicts.server'
import { insertReportImport } from '~/db/tables/report-imports.server'
import { takeLetter, visitOfLetter } from '~/db/visit-letters.server'
import { yes } from '~/domain/decision'
import { defaultShelfLives } from '~/domain/evidence/kinds'
import { defaultBragTable } from '~/domain/plan/brag'
import { fingerprintOf } from '~/domain/plan/brag-table'
import { addDays, type CalendarDate, knownCalendarDate } from '~/domain/time/calendar-date'
import { editAction } from '~/features/actions/edit-action.command.server'
import { plannedAction } from '~/features/actions/edit-action.query.server'
import { deleteEvidence } from '~/features/evidence/delete-evidence.command.server'
import { answerOffer } from '~/features/hand-over/answer-offer.command.server'
import { handOver } from '~/features/hand-over/hand-over.command.server'
import { addNote } from '~/features/measures/add-note.command.server'
import { giveComparator } from '~/features/measures/give-comparator.command.server'
import { rebaseline } from '~/features/measures/rebaseline.command.server'
import { recordFigure } from '~/features/measures/record-figure.command.server'
import { setTarget } from '~/features/measures/set-target.command.server'
import { saveBragTable } from '~/features/ratings/save-brag-table.command.server'
import { setShelfLives } from '~/features/ratings/set-shelf-lives.command.server'
import { addBoardMeeting } from '~/features/visits/add-board-meeting.command.server'
import { addChecklistItem } from '~/features/visits/add-checklist-item.command.server'
import { addKeyLine } from '~/features/visits/add-key-line.command.server'
import { closeVisit } from '~/features/visits/close-visit.command.server'
import { editVisit } from '~/features/visits/edit-visit.command.server'
import { endBoardDecision } from '~/features/visits/end-board-decision.command.server'
import { planVisit } from '~/features/visits/plan-visit.command.server'
import { recordBoardDecision } from '~/features/visits/record-board-decision.command.server'
import { recordHeld } from '~/features/visits/record-visit-held.command.server'
import { sayChecklistItemDone } from '~/features/visits/say-checklist-item-done.command.server'
import { withdrawKeyLine } from '~/features/visits/withdraw-key-line.command.server'
import { actionIds, cameAbout, one, said, type Stage, toOneThatCan } from './deeds'
import { makeEvidence, makeInspection } from './make'

export interface CouncilStage extends Stage {
  inspectionId: number
  measureId: number
}

interface Drawn {
  pick: number
  days: number
}

/** What deletion leaves of a piece. */
const forgotten = { title: 'Deleted evidence', shows: 'What it showed was deleted with it.' }

/** Visits that were not held, or were. */
const visits = (db: Db, is: 'planned' | 'held') =>
  db
    .selectFrom('visits')
    .where('heldTo', is === 'planned' ? 'is' : 'is not', null)
    .orderBy('id')
    .select(['id', 'kind', 'version', 'expectedFrom', 'expectedTo', 'heldFrom', 'heldTo'])
    .execute()

const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)

const periods = async ({ db, measureId }: CouncilStage): Promise<CalendarDate[]> => {
  const rows = await db
    .selectFrom('measurePoints')
    .where('measureId', '=', measureId)
    .distinct()
    .orderBy('periodFrom')
    .select('periodFrom')
    .execute()
  return rows.map(({ periodFrom }) => knownCalendarDate(periodFrom))
}

export const councilDeeds = {
  async figure({ by, today, measureId }: CouncilStage, { pick }: Drawn) {
    const from = knownCalendarDate(`${addDays(today, -40 - pick).slice(0, 7)}-01`)
    const figure = { value: pick, parts: null }
    return cameAbout(
      await recordFigure(by('manager'), measureId, {
        ...said,
        ...{ from, figure, reason: 'Counted again', note: '' },
      }),
    )
  },
  async target({ by, today, measureId }: CouncilStage, { pick, days }: Drawn) {
    const validFrom = addDays(today, days)
    return cameAbout(await setTarget(by('manager'), measureId, { value: pick, validFrom }))
  },
  async note(stage: CouncilStage, { pick }: Drawn) {
    const from = one(await periods(stage), pick)
    const note = { ...said, from, words: `Agency contract ${pick} ended` }
    return cameAbout(await addNote(stage.by('manager'), stage.measureId, note))
  },
  async comparator({ by, measureId }: CouncilStage, { pick }: Drawn) {
    return cameAbout(
      await giveComparator(by('manager'), measureId, {
        ...said,
        ...{ kind: 'england', value: pick, year: `${2015 + (pick % 10)}`, source: 'Published' },
      }),
    )
  },
  async baseline(stage: CouncilStage, { pick }: Drawn) {
    const known = await periods(stage)
    return toOneThatCan([...known.keys()], pick, (at) =>
      rebaseline(stage.by('leader'), stage.measureId, {
        ...said,
        ...{ from: known[at]!, reason: 'The children’s system was changed' },
      }),
    )
  },
  async table({ db, by }: CouncilStage, { pick }: Drawn) {
    const latest = await db
      .selectFrom('bragTables')
      .orderBy('id', 'desc')
      .select('id')
      .executeTakeFirst()
    const first = { brag: 'off-track', daysLateOver: pick } as const
    const table = [first, { brag: 'at-risk', evidenceStale: true } as const, ...defaultBragTable]
    const asked = { table, why: 'A trial', basedOn: latest?.id ?? null }
    return cameAbout(
      await saveBragTable(by('leader'), { ...said, ...asked, triedAs: fingerprintOf(table) }),
    )
  },
  async shelf({ by }: CouncilStage, { pick }: Drawn) {
    const lives = { ...defaultShelfLives, 'case-audit': 1 + (pick % 12), voice: 1 + (pick % 7) }
    return cameAbout(await setShelfLives(by('leader'), { ...said, lives, why: 'A trial' }))
  },
  async contributor({ db, by, people }: CouncilStage, { pick }: Drawn) {
    const id = one(await actionIds(db), pick)
    const { version, planned } = (await plannedAction(db, id))!
    const person = one(people, pick)
    const others = planned.contributorIds.filter((other) => other !== person)
    const isOne = others.length < planned.contributorIds.length
    const contributorIds = isOne ? others : [...others, person]
    return cameAbout(
      await editAction(by('manager'), id, {
        ...said,
        version,
        planned: { ...planned, contributorIds },
      }),
    )
  },
  async handOver({ db, by, people }: CouncilStage, { pick }: Drawn) {
    const owned = await db
      .selectFrom('actions')
      .where('ownerId', 'is not', null)
      .orderBy('id')
      .select(['id', 'ownerId'])
      .execute()
    return toOneThatCan([...owned.keys()], pick, async (at) => {
      const { id, ownerId } = owned[at]!
      for (const toId of people.filter((person) => person !== ownerId)) {
        const chosen = { toId, 'items[]': [`action-${id}`], note: 'The audit waits' }
        const made = await handOver(by('manager'), ownerId!, { ...said, ...chosen })
        if (made?.allowed) return made
      }
      return undefined
    })
  },
  async takeOver({ db, by }: CouncilStage, { pick }: Drawn) {
    const offers = await db
      .selectFrom('offers as o')
      .innerJoin('people as p', 'p.id', 'o.toId')
      .where('o.answer', 'is', null)
      .orderBy('o.id')
      .select(['o.id', 'p.id as personId', 'p.name', 'p.email'])
      .execute()
    return toOneThatCan([...offers.keys()], pick, (at) => {
      const { id, personId, name, email } = offers[at]!
      const asked: Context = {
        ...by('manager'),
        actor: { personId, name, email, roles: ['practitioner'] },
      }
      return answerOffer(asked, id, { ...said, answer: 'accepted', reason: '' })
    })
  },
  /** A piece of which deletion takes nothing, so that a past day is compared to the last word. */
  async nameless({ db, by }: CouncilStage, { pick, days }: Drawn) {
    const { actor, now, today } = by('manager')
    const delivered = await db
      .selectFrom('actions')
      .where('deliveredOn', 'is not', null)
      .orderBy('id')
      .select('id')
      .execute()
    const actions = delivered.length > 0 ? idsOf(delivered) : await actionIds(db)
    const id = await makeEvidence(db, {
      ...forgotten,
      kind: pick % 2 === 0 ? 'voice' : 'case-audit',
      periodFrom: addDays(today, -Math.abs(days)),
      periodTo: addDays(today, -Math.abs(days)),
      actionIds: [one(actions, pick)],
    })
    const recommendation = await db
      .selectFrom('recommendations')
      .orderBy('id')
      .select('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('evidenceRecommendations')
      .values({ evidenceId: id, recommendationId: recommendation.id })
      .execute()
    await sql`insert into evidence_reviews
        (evidence_id, added_by_id, reviewer_id, reviewed_at, verdict, strength, reason)
      select id, added_by_id, ${actor.personId}, ${now}, 'accepted', 'output', ''
      from evidence where id = ${id}`.execute(db)
    return true
  },
  async propose({ db, by }: CouncilStage, { pick }: Drawn) {
    const pieces = await db
      .selectFrom('evidence')
      .where('title', '=', forgotten.title)
      .orderBy('id')
      .select('id')
      .execute()
    return toOneThatCan(idsOf(pieces), pick, (id) =>
      deleteEvidence(by('manager'), id, { ...said, step: 'propose', reason: 'It names a school.' }),
    )
  },
  async confirm({ db, by }: CouncilStage, { pick }: Drawn) {
    const proposed = await db
      .selectFrom('evidenceDeletions')
      .where('decision', 'is', null)
      .orderBy('id')
      .select('evidenceId as id')
      .execute()
    return toOneThatCan(idsOf(proposed), pick, (id) =>
      deleteEvidence(by('leader'), id, { ...said, step: 'confirm', reason: '' }),
    )
  },
  async visit({ by, today, inspectionId }: CouncilStage, { pick, days }: Drawn) {
    return cameAbout(
      await planVisit(by('leader'), {
        ...said,
        inspectionId,
        kind: pick % 2 === 0 ? 'monitoring-visit' : 'focused-visit',
        expectedFrom: addDays(today, Math.abs(days)),
        expectedTo: addDays(today, Math.abs(days) + 1),
        ...{ covers: '', letterPublished: null, leadInspector: '', recommendationIds: [] },
      }),
    )
  },
  async changeVisit({ db, by, recommendations }: CouncilStage, { pick }: Drawn) {
    const known = await visits(db, 'planned')
    return toOneThatCan([...known.keys()], pick, (at) => {
      const { id, kind, version, expectedFrom, expectedTo } = known[at]!
      return editVisit(by('leader'), id, {
        ...said,
        ...{ kind: kind as 'monitoring-visit', version },
        expectedFrom: knownCalendarDate(expectedFrom),
        expectedTo: knownCalendarDate(expectedTo),
        ...{ covers: `Front door ${pick}`, leadInspector: 'Jo Bright', letterPublished: false },
        recommendationIds: [one(recommendations, pick)],
      })
    })
  },
  async toMakeReady({ db, by, today, people }: CouncilStage, { pick, days }: Drawn) {
    return toOneThatCan(idsOf(await visits(db, 'planned')), pick, (id) =>
      addChecklistItem(by('manager'), id, {
        ...said,
        what: `Room ${pick}`,
        ownerId: pick % 2 === 0 ? null : by('leader').actor.personId,
        dueOn: people.length > 0 ? addDays(today, days) : null,
      }),
    )
  },
  async isReady({ db, by }: CouncilStage, { pick }: Drawn) {
    const items = await db
      .selectFrom('checklistItems')
      .orderBy('id')
      .select(['id', 'visitId'])
      .execute()
    return toOneThatCan([...items.keys()], pick, (at) =>
      sayChecklistItemDone(by('manager'), items[at]!.visitId, items[at]!.id, { is: 'done' }),
    )
  },
  async keyLine({ db, by }: CouncilStage, { pick }: Drawn) {
    const pieces = await db.selectFrom('evidence').orderBy('id').select('id').execute()
    const line = {
      question: `Who sees child ${pick}?`,
      ...{ known: 'Each week', howKnown: 'Audit', nextStep: 'Ask again' },
      evidenceIds: pieces.length === 0 ? [] : [one(pieces, pick).id],
      actionIds: [one(await actionIds(db), pick)],
    }
    return toOneThatCan(idsOf(await visits(db, 'planned')), pick, (id) =>
      addKeyLine(by('manager'), id, { ...said, line }),
    )
  },
  async withdraw({ db, by }: CouncilStage, { pick }: Drawn) {
    const lines = await db.selectFrom('keyLines').orderBy('id').select(['id', 'visitId']).execute()
    return toOneThatCan([...lines.keys()], pick, (at) =>
      withdrawKeyLine(by('manager'), lines[at]!.visitId, lines[at]!.id),
    )
  },
  async held({ db, by, today }: CouncilStage, { pick }: Drawn) {
    return toOneThatCan(idsOf(await visits(db, 'planned')), pick, (id) =>
      recordHeld(by('leader'), id, {
        ...said,
        ...{ heldFrom: addDays(today, -1), heldTo: today },
        ...{ leadInspector: 'Jo Bright', letterPublished: false },
      }),
    )
  },
  async close({ db, by }: CouncilStage, { pick }: Drawn) {
    return toOneThatCan(idsOf(await visits(db, 'held')), pick, (id) =>
      closeVisit(by('leader'), id, { ...said, said: 'Children are seen sooner.' }),
    )
  },
  /** As the import of a letter does once it is confirmed, with the page that it was read from. */
  async letter({ db, by, recommendations }: CouncilStage, { pick }: Drawn) {
    const { actor, now } = by('manager')
    const known = await visits(db, 'held')
    return toOneThatCan([...known.keys()], pick, async (at) => {
      const { kind, heldFrom, heldTo } = known[at]!
      const days = {
        inspectedFrom: knownCalendarDate(heldFrom!),
        inspectedTo: knownCalendarDate(heldTo!),
      }
      return inTransaction({ db, now }, async (tx) => {
        const visit = await visitOfLetter(tx, 2_000_000_000, { kind, ...days })
        const isThere = await tx
          .selectFrom('inspections')
          .where('kind', '=', kind)
          .where('inspectedFrom', '=', days.inspectedFrom)
          .select('id')
          .executeTakeFirst()
        if (!visit || isThere) return undefined
        const source = await tx
          .insertInto('reportSources')
          .values({
            ...{ format: 'text', originalName: 'Letter.txt', pages: 1, lines: '[]' },
            ...{ addedById: actor.personId, addedAt: now },
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        const importId = await insertReportImport(tx, {
          sourceId: source.id,
          ...{ reading: {} as never, draft: { revision: 1 } as never },
          ...{ startedById: actor.personId, startedAt: now },
        })
        const inspectionId = await makeInspection(tx, {
          ...{ kind, ...days, importId, reportReceivedOn: null, confirmedById: actor.personId },
        })
        await insertProgressVerdicts(tx, [
          {
            ...{ inspectionId, recommendationId: one(recommendations, pick), verdict: 'too-slow' },
            ...{ quote: 'It is too slow.', page: 1 },
            ...{ confirmedById: actor.personId, confirmedAt: now },
          },
        ])
        const letter = { ...days, inspectionId, leadInspector: 'Jo Bright' }
        await takeLetter(tx, visit, letter, { actorId: actor.personId, now })
        return yes
      })
    })
  },
  async meeting({ by, today }: CouncilStage, { pick, days }: Drawn) {
    const meeting = { name: `Improvement board ${pick}`, heldOn: addDays(today, -Math.abs(days)) }
    return cameAbout(await addBoardMeeting(by('leader'), { ...said, ...meeting }))
  },
  async boardDecides({ db, by, today }: CouncilStage, { pick, days }: Drawn) {
    const meetings = await db.selectFrom('boardMeetings').orderBy('id').select('id').execute()
    return toOneThatCan(idsOf(meetings), pick, (id) =>
      recordBoardDecision(by('leader'), id, {
        ...said,
        ...{ words: `Look again at ${pick}`, dueOn: addDays(today, Math.abs(days)), about: null },
        ownerId: by('manager').actor.personId,
      }),
    )
  },
  async decidedIsDone({ db, by }: CouncilStage, { pick }: Drawn) {
    const decided = await db
      .selectFrom('boardDecisions')
      .orderBy('id')
      .select(['id', 'meetingId'])
      .execute()
    const ending = pick % 2 === 0 ? ('done' as const) : ('withdrawn' as const)
    return toOneThatCan([...decided.keys()], pick, (at) =>
      endBoardDecision(by('leader'), decided[at]!.meetingId, decided[at]!.id, {
        ...said,
        ...{ ending, words: 'As was asked' },
      }),
    )
  },
}
