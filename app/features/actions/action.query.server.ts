import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Context } from '~/auth/context.server'
import { judgedActions } from '~/db/action-facts.server'
import { countingVerdict, isReplaced } from '~/db/evidence-facts.server'
import { linkedMeasures } from '~/db/measure-facts.server'
import type { Db } from '~/db/db.server'
import { awayToday } from '~/db/tables/absences.server'
import { bragTableAt } from '~/db/tables/brag-tables.server'
import { dueDateFacts, lateReasons } from '~/db/tables/due-date-changes.server'
import { isOpenRequest, isRefused } from '~/db/tables/evidence-requests.server'
import { handedOn, type HandedOn } from '~/db/offered.server'
import { latestOffer } from '~/db/tables/offers.server'
import { evidenceVisibleTo } from '~/db/visible.server'
import { type Actor, may, type Permission } from '~/domain/access/permissions'
import { canMarkDelivered } from '~/domain/action/deliver'
import type { Delivery } from '~/domain/action/delivery'
import { canAskForDueDate, canDecideDueDate } from '~/domain/action/due-date-change'
import {
  type ActionEvent,
  changesInSentences,
  type EvidenceEvent,
  historySentence,
  isEditing,
} from '~/domain/action/history'
import { canSignOffImpact } from '~/domain/action/impact'
import { canAddMilestone, canCompleteMilestone } from '~/domain/action/milestone'
import { canEditAction } from '~/domain/action/plan-action'
import { type ActionStanding, actionStanding, evidenceOn } from '~/domain/action/standing'
import { type MeasureInBrief, measuresOfAction } from '~/domain/measure/effect'
import type { Confidence } from '~/domain/action/confidence'
import type { Decision } from '~/domain/decision'
import { canAddEvidence } from '~/domain/evidence/adding'
import { canRequestEvidence } from '~/domain/evidence/requests'
import type { EvidenceKind, ShelfLives } from '~/domain/evidence/kinds'
import { type EvidenceStanding, evidenceStanding } from '~/domain/evidence/standing'
import { type KindShown, triangulationOf } from '~/domain/evidence/triangulation'
import { canEndOverride, canOverrideBrag } from '~/domain/plan/brag-override'
import { type CalendarDate, calendarDateIn } from '~/domain/time/calendar-date'
import { type ActionSource, actionSource } from './action-source.query.server'
import { type Dependencies, dependenciesOf } from './dependencies.query.server'
import { inspectionInWords } from './choices.query.server'
import type { CitedFinding } from './cited-findings'
import { type Line, lineOfOwners } from './line-of-owners'
import { signOffFacts } from './sign-off-impact.query.server'

/** A thing one may do here; left out altogether where one's role never does it. */
type Offered = Decision | undefined

export interface ActionView {
  today: CalendarDate
  id: number
  title: string
  outcome: string
  successMeasure: string
  startOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  dueOn: CalendarDate | null
  deliveredOn: CalendarDate | null
  measures: MeasureInBrief[]
  owner:
    | {
        id: number
        name: string
        hasLeft: boolean
        /** where they are away today, and somebody stands in */
        away: { until: CalendarDate; deputyName: string } | undefined
      }
    | undefined
  /** somebody is asked to take it over, and has not answered */
  offer:
    | {
        id: number
        toName: string
        offeredBy: string
        on: CalendarDate
        note: string
        isMine: boolean
      }
    | undefined
  owners: Line
  contributors: { id: number; name: string; handedTo: HandedOn | undefined }[]
  /** the team whose work it is; isOwners where none is named and it is that of the owner */
  team: { id: number; name: string; isOwners: boolean } | undefined
  theme: { id: number; name: string } | undefined
  recommendations: {
    id: number
    text: string
    heading: string
    page: number | null
    inspection: string
    isPriority: boolean
  }[]
  /** what the action rests on beside its recommendations */
  findings: CitedFinding[]
  milestones: {
    id: number
    title: string
    dueOn: CalendarDate
    doneOn: CalendarDate | null
    complete: Offered
  }[]
  moves: {
    id: number
    fromOn: CalendarDate
    toOn: CalendarDate
    reason: string
    decision: 'agreed' | 'refused' | 'not-needed' | null
    decisionReason: string
    askedByName: string
    askedOn: CalendarDate
    decidedByName: string | null
    agreementNeeded: string[]
    lateMove: string[]
    /** moved before the old plan was brought in: asked by and on are then who brought it in, and when */
    inOldPlan: boolean
  }[]
  dependencies: Dependencies
  standing: ActionStanding
  /** how each of the four kinds of evidence stands */
  triangulation: KindShown[]
  /** the words of the sign-off that counts */
  signedWords: string | undefined
  said: (SaidUpdate | ShownEvidence)[]
  /** evidence that was asked for and has not come */
  requests: {
    /** the person who is asked has said that they cannot */
    isRefused: boolean
    id: number
    what: string
    askedOfName: string
    askedByName: string
    dueOn: CalendarDate
    handedTo: HandedOn | undefined
    /** the judging of what will answer it */
    reviewHandedTo: HandedOn | undefined
  }[]
  history: { on: CalendarDate; sentence: string }[]
  /** the row of an old plan that it was brought in from */
  source: ActionSource | undefined
  /** what others changed while the reader was editing, told once after both were saved */
  meanwhile: string[]
  offers: {
    edit: Offered
    addMilestone: Offered
    addEvidence: Offered
    addUpdate: Offered
    askForEvidence: Offered
    handOver: Offered
    askForDate: Offered
    decideDate: Offered
    deliver: Offered
    signOff: Offered
    stateColour: Offered
    endColour: Offered
  }
}

export interface SaidUpdate {
  type: 'update'
  id: number
  at: Date
  on: CalendarDate
  who: string
  delivery: Delivery
  confidence: Confidence
  words: string
}

export interface ShownEvidence {
  type: 'evidence'
  id: number
  at: Date
  on: CalendarDate
  who: string
  title: string
  /** null while it is missing, as is the period */
  kind: EvidenceKind | null
  shows: string
  periodFrom: CalendarDate | null
  periodTo: CalendarDate | null
  restricted: boolean
  standing: EvidenceStanding
  reviewerName: string | null
  reviewReason: string
}

const londonDay = (at: Date | string): CalendarDate => calendarDateIn(new Date(at), 'Europe/London')

const offered = (actor: Actor, permission: Permission, decision: () => Decision): Offered =>
  may(actor, permission).allowed ? decision() : undefined

/**
 * One action as one story; undefined where there is none.
 * @param editedFrom the version that the reader's own edit was made from, where others edited meanwhile
 */
export async function actionView(
  { db, actor, now, today }: Context,
  actionId: number,
  editedFrom?: number,
): Promise<ActionView | undefined> {
  const [judged] = await judgedActions(db, { actionIds: [actionId] })
  if (!judged) return undefined
  const around = await aroundAction(db, actor, actionId)
  const dates = await dueDateFacts(db, actionId)
  if (!around || !dates) return undefined
  const events = happenedTo(around)
  const source = await actionSource(db, actor, actionId)
  const waiting = around.moves.find(({ decision }) => decision === null)
  const standing = actionStanding(judged, today, await bragTableAt(db, now))
  const { derived, stated } = standing.colour
  const away = await awayToday(db, today)
  const absence = away.find(({ personId }) => personId === judged.ownerId)
  const latest = await latestOffer(db, { kind: 'action', id: actionId })
  const offer = latest?.answer === null ? latest : undefined
  const handed = await handedOn(db, [
    { kind: 'part', id: actionId },
    ...around.requests.flatMap(({ id }) =>
      (['request', 'review'] as const).map((kind) => ({ kind, id })),
    ),
  ])

  return {
    today,
    source,
    id: judged.id,
    title: judged.title,
    outcome: judged.outcome,
    successMeasure: judged.successMeasure,
    startOn: judged.startOn,
    originalDueOn: judged.originalDueOn,
    dueOn: judged.dueOn,
    deliveredOn: judged.deliveredOn,
    measures: measuresOfAction(judged, await linkedMeasures(db, today)),
    owner:
      judged.ownerId && judged.ownerName
        ? {
            id: judged.ownerId,
            name: judged.ownerName,
            hasLeft: judged.ownerLeft,
            away: absence && { until: absence.awayTo, deputyName: absence.deputyName },
          }
        : undefined,
    offer: offer && {
      id: offer.id,
      toName: offer.to.name,
      offeredBy: offer.offeredBy.name,
      on: londonDay(offer.offeredAt),
      note: offer.note,
      isMine: offer.to.id === actor.personId,
    },
    owners: lineOfOwners(events.map((event) => ({ event, on: londonDay(event.at) }))),
    contributors: around.contributors.map((one) => ({
      ...one,
      handedTo: handed.find(({ kind, fromId }) => kind === 'part' && fromId === one.id),
    })),
    team: around.team
      ? { ...around.team, isOwners: false }
      : around.ownersTeam
        ? { ...around.ownersTeam, isOwners: true }
        : undefined,
    theme: around.theme ?? undefined,
    recommendations: around.recommendations.map(
      ({ kind, inspectionKind, inspectedTo, ...rest }) => ({
        ...rest,
        inspection: inspectionInWords(inspectionKind, inspectedTo),
        isPriority: kind === 'area-for-priority-action',
      }),
    ),
    findings: around.findings.map(({ inspectionKind, inspectedTo, ...rest }) => ({
      ...rest,
      inspection: inspectionInWords(inspectionKind, inspectedTo),
    })),
    milestones: judged.milestones.map((milestone) => ({
      ...milestone,
      complete: milestone.doneOn
        ? undefined
        : offered(actor, 'milestone.complete', () => canCompleteMilestone(actor, milestone)),
    })),
    dependencies: await dependenciesOf(db, actionId),
    moves: around.moves.map(({ askedAt, askedById: _, ...move }) => ({
      ...(move as Omit<ActionView['moves'][number], 'askedOn'>),
      askedOn: londonDay(askedAt),
    })),
    standing,
    triangulation: triangulationOf(evidenceOn(judged, today), today, judged.shelfLives),
    signedWords: judged.signOff?.words,
    said: saidAndShown(around, today, judged.shelfLives),
    requests: around.requests.map((request) => {
      const handedTo = (kind: HandedOn['kind']) =>
        handed.find((one) => one.kind === kind && one.id === request.id)
      return {
        ...(request as ActionView['requests'][number]),
        ...{ handedTo: handedTo('request'), reviewHandedTo: handedTo('review') },
      }
    }),
    history: events
      .map((event) => ({
        on: londonDay(event.at),
        sentence: historySentence(event, event.who ?? 'Waymark'),
      }))
      .reverse(),
    meanwhile: changesMeanwhile(events, actor, editedFrom),
    offers: {
      edit: offered(actor, 'action.edit', () => canEditAction(actor)),
      addMilestone: offered(actor, 'milestone.edit', () => canAddMilestone(actor, judged)),
      addEvidence: offered(actor, 'evidence.add', () => canAddEvidence(actor, today)),
      addUpdate: offered(actor, 'update.post', () => may(actor, 'update.post')),
      askForEvidence: offered(actor, 'evidence.request', () => canRequestEvidence(actor, today)),
      handOver: judged.ownerId
        ? offered(actor, 'hand-over.make', () => may(actor, 'hand-over.make'))
        : undefined,
      askForDate: offered(actor, 'due-date.ask', () => canAskForDueDate(actor, dates)),
      decideDate:
        waiting &&
        offered(actor, 'due-date.agree', () =>
          canDecideDueDate(
            actor,
            {
              askedById: waiting.askedById,
              decision: null,
              toOn: waiting.toOn as CalendarDate,
              deliveredOn: judged.deliveredOn,
            },
            today,
          ),
        ),
      deliver: judged.deliveredOn
        ? undefined
        : offered(actor, 'action.deliver', () => canMarkDelivered(actor, judged)),
      signOff: offered(actor, 'impact.sign-off', () =>
        canSignOffImpact(actor, signOffFacts(judged)),
      ),
      stateColour: offered(actor, 'brag.override', () =>
        canOverrideBrag(actor, { ownerId: judged.ownerId, derived, running: stated }, today),
      ),
      endColour: stated && offered(actor, 'brag.override', () => canEndOverride(actor, stated)),
    },
  }
}

type Happened = (ActionEvent | EvidenceEvent) & {
  id: number
  at: string
  who: string | null
  actorId?: number | null
}

/** What happened to the action and to the evidence of it that this reader may see, first to last. */
const happenedTo = ({ events, evidenceEvents }: Around): Happened[] =>
  // Commands write what ActionEvent says; the column holds it as jsonb.
  ([...events, ...evidenceEvents] as unknown as Happened[]).sort((a, b) => a.id - b.id)

type Around = NonNullable<Awaited<ReturnType<typeof aroundAction>>>

/** Everything that stands around an action, as this reader may see it, in one round trip. */
const aroundAction = (db: Db, actor: Actor, actionId: number) =>
  db
    .selectFrom('actions as a')
    .where('a.id', '=', actionId)
    .select((eb) => [
      jsonObjectFrom(
        eb.selectFrom('teams as t').whereRef('t.id', '=', 'a.teamId').select(['t.id', 't.name']),
      ).as('team'),
      jsonObjectFrom(
        eb
          .selectFrom('people as p')
          .innerJoin('teams as t', 't.id', 'p.teamId')
          .whereRef('p.id', '=', 'a.ownerId')
          .select(['t.id', 't.name']),
      ).as('ownersTeam'),
      jsonObjectFrom(
        eb.selectFrom('themes as t').whereRef('t.id', '=', 'a.themeId').select(['t.id', 't.name']),
      ).as('theme'),
      jsonArrayFrom(
        eb
          .selectFrom('actionContributors as ac')
          .innerJoin('people as p', 'p.id', 'ac.personId')
          .whereRef('ac.actionId', '=', 'a.id')
          .orderBy('p.name')
          .select(['p.id', 'p.name']),
      ).as('contributors'),
      jsonArrayFrom(
        eb
          .selectFrom('actionRecommendations as ar')
          .innerJoin('recommendations as r', 'r.id', 'ar.recommendationId')
          .innerJoin('inspections as i', 'i.id', 'r.inspectionId')
          .whereRef('ar.actionId', '=', 'a.id')
          .orderBy('r.id')
          .select(['r.id', 'r.text', 'r.heading', 'r.page', 'r.kind'])
          .select(['i.kind as inspectionKind', 'i.inspectedTo']),
      ).as('recommendations'),
      jsonArrayFrom(
        eb
          .selectFrom('actionFindings as af')
          .innerJoin('findings as f', 'f.id', 'af.findingId')
          .innerJoin('inspections as i', 'i.id', 'f.inspectionId')
          .whereRef('af.actionId', '=', 'a.id')
          .orderBy('f.inspectionId')
          .orderBy('f.position')
          .select(['f.id', 'f.text', 'f.paragraph', 'f.page', 'f.inspectionId'])
          .select(['i.kind as inspectionKind', 'i.inspectedTo']),
      ).as('findings'),
      jsonArrayFrom(
        eb
          .selectFrom('dueDateChanges as c')
          .innerJoin('people as asker', 'asker.id', 'c.askedById')
          .leftJoin('people as decider', 'decider.id', 'c.decidedById')
          .whereRef('c.actionId', '=', 'a.id')
          .orderBy('c.id')
          .select(['c.id', 'c.fromOn', 'c.toOn', 'c.reason', 'c.decision', 'c.decisionReason'])
          .select(['c.askedById', 'asker.name as askedByName', 'c.askedAt'])
          .select([
            'decider.name as decidedByName',
            'c.agreementNeeded',
            lateReasons().as('lateMove'),
            'c.inOldPlan',
          ]),
      ).as('moves'),
      jsonArrayFrom(
        eb
          .selectFrom('updates as u')
          .innerJoin('people as p', 'p.id', 'u.authorId')
          .whereRef('u.actionId', '=', 'a.id')
          .select(['u.id', 'u.saidAt', 'p.name as who', 'u.statedDelivery as delivery'])
          .select(['u.confidence', 'u.words']),
      ).as('updates'),
      jsonArrayFrom(
        eb
          .selectFrom('evidenceActions as ea')
          .innerJoin('evidence as e', 'e.id', 'ea.evidenceId')
          .innerJoin('people as p', 'p.id', 'e.addedById')
          .leftJoinLateral(
            (inner) =>
              inner
                .selectFrom('evidenceReviews as v')
                .innerJoin('people as judge', 'judge.id', 'v.reviewerId')
                .whereRef('v.evidenceId', '=', 'e.id')
                .orderBy('v.id', 'desc')
                .limit(1)
                .select(['v.reason', 'judge.name'])
                .as('review'),
            (join) => join.onTrue(),
          )
          .whereRef('ea.actionId', '=', 'a.id')
          .where(evidenceVisibleTo(actor))
          .select(['e.id', 'e.title', 'e.kind', 'e.shows', 'e.periodFrom', 'e.periodTo'])
          .select(['e.restricted', 'e.addedAt', 'p.name as who'])
          .select([countingVerdict().as('verdict'), isReplaced().as('isReplaced')])
          .select('review.name as reviewerName')
          .select((inner) => inner.fn.coalesce('review.reason', inner.val('')).as('reviewReason')),
      ).as('evidence'),
      jsonArrayFrom(
        eb
          .selectFrom('evidenceRequests as q')
          .innerJoin('people as asked', 'asked.id', 'q.askedOfId')
          .innerJoin('people as asker', 'asker.id', 'q.askedById')
          .whereRef('q.actionId', '=', 'a.id')
          .where(isOpenRequest())
          .orderBy('q.dueOn')
          .select(['q.id', 'q.what', 'q.dueOn'])
          .select(['asked.name as askedOfName', 'asker.name as askedByName'])
          .select(isRefused().as('isRefused')),
      ).as('requests'),
      jsonArrayFrom(
        eb
          .selectFrom('events as happened')
          .leftJoin('people as p', 'p.id', 'happened.actorId')
          .where('happened.subjectKind', '=', 'action')
          .whereRef('happened.subjectId', '=', 'a.id')
          .select(['happened.id', 'happened.what', 'happened.before', 'happened.after'])
          .select(['happened.actorId', 'happened.happenedAt as at', 'p.name as who']),
      ).as('events'),
      jsonArrayFrom(
        eb
          // What it was once linked to stays in its history, up to where it was unlinked.
          .selectFrom(
            sql<{ evidenceId: number }>`(
              select ea.evidence_id from evidence_actions ea where ea.action_id = a.id
              union
              select once.evidence_id from history.evidence_actions once where once.action_id = a.id)`.as(
              'link',
            ),
          )
          .innerJoin('evidence as e', 'e.id', 'link.evidenceId')
          .innerJoin('events as happened', 'happened.subjectId', 'e.id')
          .leftJoin('people as p', 'p.id', 'happened.actorId')
          .where(evidenceVisibleTo(actor))
          .where('happened.subjectKind', '=', 'evidence')
          .where(
            sql<boolean>`(exists (
                select from evidence_actions ea where ea.evidence_id = e.id and ea.action_id = a.id)
              or happened.id <= (
                select max(parted.id) from events parted
                 where parted.subject_kind = 'evidence' and parted.subject_id = e.id
                   and parted.what = 'evidence.unlinked'
                   and parted.after @> jsonb_build_object('actionId', a.id)))`,
          )
          // That it was linked to something else, or is so no longer, is told over there.
          .where(
            sql<boolean>`(happened.what not in ('evidence.linked', 'evidence.unlinked')
              or happened.after @> jsonb_build_object('actionId', a.id))`,
          )
          .select(['happened.id', 'happened.what', 'happened.after', 'e.title as evidence'])
          .select(['happened.happenedAt as at', 'p.name as who']),
      ).as('evidenceEvents'),
    ])
    .executeTakeFirst()

function saidAndShown(
  { updates, evidence }: Around,
  today: CalendarDate,
  lives: ShelfLives | undefined,
): ActionView['said'] {
  const said = updates.map(({ saidAt, ...update }) => ({
    ...(update as Omit<SaidUpdate, 'type' | 'at' | 'on'>),
    type: 'update' as const,
    at: new Date(saidAt),
    on: londonDay(saidAt),
  }))
  const shown = evidence.map(({ addedAt, verdict, isReplaced, ...one }): ShownEvidence => {
    const known = one as Omit<ShownEvidence, 'type' | 'at' | 'on' | 'standing'>
    return {
      ...known,
      type: 'evidence',
      at: new Date(addedAt),
      on: londonDay(addedAt),
      standing: evidenceStanding({ ...known, verdict, isReplaced }, today, lives),
    }
  })
  return [...said, ...shown].sort((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id)
}

function changesMeanwhile(
  events: Happened[],
  actor: Actor,
  editedFrom: number | undefined,
): string[] {
  if (editedFrom === undefined) return []
  return events.flatMap((event) =>
    isEditing(event) && event.after.version > editedFrom && event.actorId !== actor.personId
      ? changesInSentences(event, event.who ?? 'Waymark')
      : [],
  )
}
