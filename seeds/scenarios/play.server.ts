/** Plays a story: every deed of its diary by the product's own command, as that person, on that day. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFile } from 'node:fs/promises'
import type { Context } from '~/auth/context.server'
import { type Db, inTransaction } from '~/db/db.server'
import { measureById } from '~/db/measure-facts.server'
import { recordEvent } from '~/db/tables/events.server'
import { reportImportFacts } from '~/db/tables/report-imports.server'
import { setPassword } from '~/db/tables/passwords.server'
import { latestOffer, type Thing } from '~/db/tables/offers.server'
import { insertPerson } from '~/db/tables/people.server'
import { setRoles } from '~/db/tables/person-roles.server'
import { insertTeam } from '~/db/tables/teams.server'
import { sourceFromText } from '~/documents/read-document.server'
import { daysInWords } from '~/domain/inspection/names'
import { type Refusal, yes } from '~/domain/decision'
import { type Figure, figureOf } from '~/domain/measure/figure'
import { type CalendarDate, dayNumber, daysBetween } from '~/domain/time/calendar-date'
import { addMilestone } from '~/features/actions/add-milestone.command.server'
import { askForDueDate } from '~/features/actions/ask-for-due-date.command.server'
import { completeMilestone } from '~/features/actions/complete-milestone.command.server'
import { createAction } from '~/features/actions/create-action.command.server'
import { decideDueDate } from '~/features/actions/decide-due-date.command.server'
import { editAction } from '~/features/actions/edit-action.command.server'
import { plannedAction } from '~/features/actions/edit-action.query.server'
import { endOverride } from '~/features/actions/end-brag-override.command.server'
import { markDelivered } from '~/features/actions/mark-delivered.command.server'
import { overrideBrag } from '~/features/actions/override-brag.command.server'
import { overrideBragView } from '~/features/actions/override-brag.query.server'
import { postUpdate } from '~/features/actions/post-update.command.server'
import { signOffImpact } from '~/features/actions/sign-off-impact.command.server'
import { nameDeputy } from '~/features/away/name-deputy.command.server'
import { addEvidence } from '~/features/evidence/add-evidence.command.server'
import { answerRequest } from '~/features/evidence/answer-request.command.server'
import { requestEvidence } from '~/features/evidence/request-evidence.command.server'
import type { Strength } from '~/domain/evidence/review'
import { reviewEvidence } from '~/features/evidence/review-evidence.command.server'
import { answerOffer } from '~/features/hand-over/answer-offer.command.server'
import { handOver } from '~/features/hand-over/hand-over.command.server'
import { acceptProposedStatement } from '~/features/inspections/accept-statement.command.server'
import { setProposedStatementAside } from '~/features/inspections/set-statement-aside.command.server'
import { acceptProposedItem } from '~/features/inspections/accept-item.command.server'
import { addReport } from '~/features/inspections/add-report.command.server'
import { confirmImport } from '~/features/inspections/confirm-import.command.server'
import { receiveReport } from '~/features/inspections/report-to-read.server'
import { stateDates } from '~/features/inspections/state-dates.command.server'
import { suspendPerson } from '~/features/people/suspend-person.command.server'
import { addNote } from '~/features/measures/add-note.command.server'
import { defineMeasure } from '~/features/measures/define-measure.command.server'
import { editMeasure } from '~/features/measures/edit-measure.command.server'
import { giveComparator } from '~/features/measures/give-comparator.command.server'
import { rebaseline } from '~/features/measures/rebaseline.command.server'
import { recordFigures } from '~/features/measures/record-figures.command.server'
import { setTarget } from '~/features/measures/set-target.command.server'
import { decideRepeat } from '~/features/repeats/decide-repeat.command.server'
import { addBoardMeeting } from '~/features/visits/add-board-meeting.command.server'
import { addKeyLine } from '~/features/visits/add-key-line.command.server'
import { closeVisit } from '~/features/visits/close-visit.command.server'
import { endBoardDecision } from '~/features/visits/end-board-decision.command.server'
import { recordBoardDecision } from '~/features/visits/record-board-decision.command.server'
import { addChecklistItem } from '~/features/visits/add-checklist-item.command.server'
import { planVisit } from '~/features/visits/plan-visit.command.server'
import { recordHeld } from '~/features/visits/record-visit-held.command.server'
import { sayChecklistItemDone } from '~/features/visits/say-checklist-item-done.command.server'
import { type ReceivedFile, receiveUpload } from '~/storage/storage.server'
import { addressOf } from '../people'
import { type Deed, diaryOf, type Entry, type ShownPiece } from './diary'
import type { StoryCalendar } from './days'
import { figureIn, monthFrom } from './figures'
import type {
  EvidenceStory,
  ActionStory,
  BoardStory,
  DecisionStory,
  KeyLineStory,
  EarlierStory,
  HandOverStory,
  LetterStory,
  MeasureStory,
  ReportStory,
  Story,
  VisitStory,
} from './story'
import type { StoryFile } from './story-files'

type DoneEarlier = EarlierStory['recommendations'][number]['done']

const readyFolder = fileURLToPath(new URL('../sample-evidence/', import.meta.url))
const reportsFolder = fileURLToPath(new URL('../sample-reports/', import.meta.url))
const maxBytes = 20 * 1024 * 1024

/**
 * Tells `story` up to the day before `today`. Run it in one transaction: a story that is refused
 * half-way leaves nothing.
 * @param argon2id the hash of the password that everybody in the story has; undefined: none can sign in
 * @throws Error where a command refuses a deed, naming the day, the person and the reason
 */
export async function playStory(
  db: Db,
  { story, today, argon2id }: { story: Story; today: CalendarDate; argon2id: string | undefined },
): Promise<{ deeds: number }> {
  const { calendar, diary } = diaryOf(story, today)
  const stage = new Stage(db, story, calendar, argon2id)
  for (const [day, entries] of byDay(diary)) {
    for (const [at, entry] of entries.entries()) {
      stage.turnTo(day, at, entries.length)
      await stage.play(entry)
    }
  }
  return { deeds: diary.length }
}

function byDay(diary: readonly Entry[]): Map<CalendarDate, Entry[]> {
  const days = new Map<CalendarDate, Entry[]>()
  for (const entry of diary) days.set(entry.on, [...(days.get(entry.on) ?? []), entry])
  return days
}

// A working day in minutes of Universal Time: from half past eight to five, in summer an hour later.
const working = { from: 510, to: 960 }
/** Whoever has not been seen for longer signs in again. */
const signedInForDays = 20

/** The people and things of a story as they are called in the database, and the moment it is there. */
class Stage {
  private readonly people = new Map<string, Context['actor']>()
  private readonly recommendations = new Map<string, number>()
  private readonly actions = new Map<ActionStory, { id: number; owner: string | undefined }>()
  private readonly evidence = new Map<ShownPiece, { id: number; isJudged: boolean }>()
  private readonly requests = new Map<string, number>()
  private readonly visits = new Map<VisitStory, number>()
  private readonly boards = new Map<BoardStory, number>()
  private readonly measures = new Map<MeasureStory, number>()
  private readonly earlierActions = new Map<DoneEarlier, number>()
  private readonly earlierEvidence: number[] = []
  private readonly signedIn = new Map<string, CalendarDate>()
  private inspectionId = 0
  private today: CalendarDate = '1970-01-01'
  private now = new Date(0)

  constructor(
    private readonly db: Db,
    private readonly story: Story,
    private readonly calendar: StoryCalendar,
    private readonly argon2id: string | undefined,
  ) {}

  /** On one day people act one after another, spread over the day as if by chance. */
  turnTo(day: CalendarDate, at: number, of: number): void {
    this.today = day
    const chance = ((dayNumber(day) * 7919 + at * 104_729) % 97) / 97
    const minutes = working.from + ((at + chance) / of) * (working.to - working.from)
    this.now = new Date(Date.parse(`${day}T00:00:00Z`) + Math.floor(minutes) * 60_000 + at * 1000)
  }

  async play({ on, by, deed }: Entry): Promise<void> {
    const who = by ?? this.ownerOf(deed)
    if (deed.did !== 'begin') await this.signIn(who)
    const done = await this.act(who, deed)
    if (done === undefined || !done.allowed) {
      const about = 'action' in deed ? `“${deed.action.title}”` : this.story.council
      const because = done ? done.because : 'It is not there.'
      throw new Error(`${on}: ${who} could not ${deed.did} (${about}). ${because}`)
    }
  }

  /** Nobody knows the password here, so only what signing in leaves behind is written. */
  private async signIn(who: string): Promise<void> {
    const before = this.signedIn.get(who)
    if (!this.argon2id || (before && daysBetween(before, this.today) <= signedInForDays)) return
    this.signedIn.set(who, this.today)
    const personId = this.idOf(who)
    await inTransaction({ db: this.db, now: this.now }, (tx) =>
      recordEvent(tx, {
        what: 'person.signed-in',
        subject: { kind: 'person', id: personId },
        actorId: personId,
        happenedAt: this.now,
      }),
    )
  }

  private ownerOf(deed: Deed): string {
    const owner = 'action' in deed ? this.actions.get(deed.action)?.owner : undefined
    if (!owner) throw new Error(`Nobody is named for ${deed.did}, and the action has no owner.`)
    return owner
  }

  private as(who: string): Context {
    const actor = this.people.get(who)
    if (!actor) throw new Error(`${who} is not among the people of ${this.story.council}.`)
    return { db: this.db, actor, now: this.now, today: this.today }
  }

  private idOf(who: string): number {
    return this.as(who).actor.personId
  }

  private idOfAction(action: ActionStory): number {
    const known = this.actions.get(action)
    if (!known) throw new Error(`“${action.title}” is not in the plan yet.`)
    return known.id
  }

  private async act(who: string, deed: Deed): Promise<{ allowed: true } | Refusal | undefined> {
    switch (deed.did) {
      case 'begin':
        return this.begin(who)
      case 'add-report':
        return this.addReport(this.as(who))
      case 'add-earlier':
        return this.addEarlier(this.as(who), deed.earlier)
      case 'judge-earlier':
        return this.judgeEarlier(this.as(who))
      case 'sign-earlier':
        return this.signEarlier(this.as(who), deed.earlier)
      case 'add-letter':
        return this.addLetter(this.as(who), deed.letter)
      case 'plan-visit':
        return this.planVisit(this.as(who), deed.visit)
      case 'record-visit': {
        const { days, letterPublished } = deed.held
        return recordHeld(this.as(who), this.visits.get(deed.visit)!, {
          heldFrom: this.calendar.on(days[0]),
          heldTo: this.calendar.on(days[1]),
          leadInspector: deed.visit.leadInspector,
          letterPublished,
          notAnIdentifier: '',
        })
      }
      case 'write-key-line':
        return this.writeKeyLine(this.as(who), deed.visit, deed.line)
      case 'close-visit':
        return closeVisit(this.as(who), this.visits.get(deed.visit)!, {
          said: deed.said,
          notAnIdentifier: '',
        })
      case 'write-decision':
        return this.writeDecision(this.as(who), deed.board, deed.decided)
      case 'end-decision': {
        const [, , ending, words] = deed.decided.ended!
        const meetingId = this.boards.get(deed.board)!
        return endBoardDecision(
          this.as(who),
          meetingId,
          await this.idOfDecision(meetingId, deed.decided.words),
          { ending, words, notAnIdentifier: '' },
        )
      }
      case 'add-to-checklist': {
        const { what, owner, due } = deed.item
        return addChecklistItem(this.as(who), this.visits.get(deed.visit)!, {
          what,
          ownerId: owner ? this.idOf(owner) : null,
          dueOn: due ? this.calendar.on(due) : null,
          notAnIdentifier: '',
        })
      }
      case 'finish-on-checklist':
        return this.finishOnChecklist(this.as(who), this.visits.get(deed.visit)!, deed.item.what)
      case 'add-board':
        return this.addBoard(this.as(who), deed.board, {
          name: deed.board.name,
          heldOn: this.calendar.on(deed.board.held),
          notAnIdentifier: '',
        })
      case 'create-action':
        return this.createAction(this.as(who), deed.action)
      case 'add-milestone':
        return addMilestone(this.as(who), this.idOfAction(deed.action), {
          title: deed.step,
          dueOn: deed.dueOn,
          notAnIdentifier: '',
        })
      case 'finish-milestone':
        return this.finishMilestone(this.as(who), this.idOfAction(deed.action), deed.step)
      case 'tell': {
        const [, , statedDelivery, confidence, words] = deed.told
        return postUpdate(this.as(who), this.idOfAction(deed.action), {
          statedDelivery,
          confidence,
          words,
          notAnIdentifier: '',
        })
      }
      case 'ask-for-evidence':
        return this.askForEvidence(this.as(who), deed)
      case 'take-back-request':
        return answerRequest(this.as(who), this.requests.get(deed.what)!, {
          step: 'withdraw',
          reason: deed.because,
          notAnIdentifier: '',
        })
      case 'show':
        return this.show(this.as(who), deed.action, deed.piece)
      case 'judge':
        return this.judge(this.as(who), deed)
      case 'hand-over':
        return this.handOver(this.as(who), deed.action, deed.to)
      case 'ask-for-date':
        return askForDueDate(this.as(who), this.idOfAction(deed.action), {
          toOn: deed.toOn,
          reason: deed.because,
          notAnIdentifier: '',
        })
      case 'decide-date':
        return this.decideDate(this.as(who), this.idOfAction(deed.action), deed)
      case 'state-colour':
        return overrideBrag(this.as(who), this.idOfAction(deed.action), {
          brag: deed.stated.colour,
          reason: deed.stated.because,
          untilOn: deed.untilOn,
          notAnIdentifier: '',
        })
      case 'end-colour':
        return this.endColour(this.as(who), this.idOfAction(deed.action))
      case 'deliver':
        return markDelivered(this.as(who), this.idOfAction(deed.action), {
          deliveredOn: this.today,
        })
      case 'sign': {
        const [, , verdict, words] = deed.verdict
        return signOffImpact(this.as(who), this.idOfAction(deed.action), {
          verdict,
          words,
          notAnIdentifier: '',
        })
      }
      case 'name-deputy': {
        const { who: personKey, deputy, days, note } = deed.away
        return nameDeputy(this.as(who), this.idOf(personKey), {
          awayFrom: this.calendar.on(days[0]),
          awayTo: this.calendar.on(days[1]),
          deputyId: this.idOf(deputy),
          note,
          notAnIdentifier: '',
        })
      }
      case 'define-measure':
        return this.defineMeasure(this.as(who), deed.measure)
      case 'set-target': {
        const { validFrom, value } = deed
        return setTarget(this.as(who), this.idOfMeasure(deed.measure), { validFrom, value })
      }
      case 'link-measure':
        return this.linkMeasure(this.as(who), deed.measure, this.idOfAction(deed.action))
      case 'record-figures':
        return this.recordFigures(this.as(who), deed)
      case 'correct-figure':
        return recordFigures(this.as(who), {
          figures: [
            {
              measureId: this.idOfMeasure(deed.measure),
              from: monthFrom(this.calendar.visit, deed.month),
              figure: figureTold(deed.measure, deed.month),
            },
          ],
          reason: deed.because,
          notAnIdentifier: '',
        })
      case 'note':
        return addNote(this.as(who), this.idOfMeasure(deed.measure), {
          from: monthFrom(this.calendar.visit, deed.month),
          words: deed.words,
          notAnIdentifier: '',
        })
      case 're-baseline':
        return rebaseline(this.as(who), this.idOfMeasure(deed.measure), {
          from: monthFrom(this.calendar.visit, deed.month),
          reason: deed.because,
          notAnIdentifier: '',
        })
      case 'offer':
        return this.offer(this.as(who), deed.handOver)
      case 'answer-offer':
        return this.answerOffers(this.as(who), deed.handOver)
      case 'look-in':
        return yes
      case 'leave':
        return suspendPerson(this.as(who), this.idOf(deed.who), { reason: deed.because })
    }
  }

  /** The only rows that no command writes: who is there when the story begins. */
  private begin(admin: string): Promise<{ allowed: true } | Refusal> {
    const { teams, people, domain } = this.story.cast
    return inTransaction({ db: this.db, now: this.now }, async (tx) => {
      const teamIds = new Map<string, number>()
      for (const [key, { name, partOf }] of Object.entries(teams)) {
        const parentId = partOf ? teamIds.get(partOf)! : null
        teamIds.set(key, await insertTeam(tx, { name, parentId }))
      }
      for (const [key, member] of Object.entries(people)) {
        const { name, jobTitle, roles, team } = member
        const email = addressOf(member, domain)
        const teamId = team ? teamIds.get(team)! : null
        const personId = await insertPerson(tx, {
          name,
          email,
          jobTitle,
          teamId,
          createdAt: this.now,
        })
        await setRoles(tx, personId, roles)
        if (this.argon2id) {
          await setPassword(tx, { personId, argon2id: this.argon2id, setAt: this.now })
        }
        this.people.set(key, { personId, name, email, roles })
      }
      const adminId = this.idOf(admin)
      for (const [key, id] of teamIds) {
        await recordEvent(tx, {
          what: 'team.added',
          subject: { kind: 'team', id },
          actorId: adminId,
          happenedAt: this.now,
          after: {
            name: teams[key]!.name,
            parentId: teamIds.get(teams[key]!.partOf ?? '') ?? null,
          },
        })
      }
      for (const [key, { personId, name, email, roles }] of this.people) {
        const { jobTitle, team } = people[key]!
        await recordEvent(tx, {
          what: 'person.invited',
          subject: { kind: 'person', id: personId },
          // The first administrator is let in at the server's own console.
          actorId: personId === adminId ? undefined : adminId,
          happenedAt: this.now,
          after: { name, email, jobTitle, teamId: team ? teamIds.get(team)! : null, roles },
        })
        if (!this.argon2id) continue
        await recordEvent(tx, {
          what: 'person.invitation-accepted',
          subject: { kind: 'person', id: personId },
          actorId: personId,
          happenedAt: this.now,
        })
      }
      return { allowed: true as const }
    })
  }

  private async addReport(context: Context) {
    const { report } = this.story
    const brought = await this.bringIn(
      context,
      report,
      report.recommendations.map(([, area]) => area),
    )
    if (!brought?.allowed) return brought
    this.inspectionId = brought.inspectionId
    for (const [at, id] of brought.recommendationIds.entries()) {
      this.recommendations.set(report.recommendations[at]![0], id)
    }
    return yes
  }

  /** Adds a report, puts each of its recommendations under an area, confirms it, and gives its dates. */
  private async bringIn(
    context: Context,
    { file, receivedOn, published, statementSent }: ReportStory,
    areas: readonly string[],
  ): Promise<
    { allowed: true; inspectionId: number; recommendationIds: number[] } | Refusal | undefined
  > {
    const bytes = await readFile(path.join(reportsFolder, file))
    const received = await receiveReport(formWith('report', file, bytes))
    if (!received.ok) throw new Error(`${file}: ${received.sentence}`)
    const added = await addReport(context, received.report)
    if (!added.allowed) return added
    for (const [at, area] of areas.entries()) {
      const accepted = await acceptProposedItem(context, added.importId, `r${at + 1}`, {
        area,
        revision: at + 1,
      })
      if (!accepted?.allowed) return accepted
    }
    const confirmed = await confirmImport(context, added.importId, {
      receivedOn,
      revision: areas.length + 1,
    })
    if (!confirmed?.allowed) return confirmed
    const { inspectionId } = confirmed
    const recommendationIds = await this.recommendationsOf(inspectionId)
    if (recommendationIds.length !== areas.length) {
      throw new Error(
        `${file} has ${recommendationIds.length} recommendations, the story ${areas.length}.`,
      )
    }
    const dated = await stateDates(context, inspectionId, {
      changes: [
        { name: 'met-publish-report', date: published, seen: null },
        { name: 'met-statement-of-action', date: statementSent, seen: null },
      ],
    })
    return dated?.allowed ? { allowed: true, inspectionId, recommendationIds } : dated
  }

  private async addLetter(
    context: Context,
    { name, days, words, accepted }: LetterStory,
  ): Promise<{ allowed: true } | Refusal | undefined> {
    const printed = daysInWords(this.calendar.on(days[0]), this.calendar.on(days[1]))
    const source = sourceFromText(words(printed))
    const added = await addReport(context, { source, originalName: name })
    if (!added.allowed) return added
    const { importId } = added
    const draft = async () => (await reportImportFacts(this.db, importId))!.draft
    const { statements } = await draft()
    for (const { key, quote, means } of statements) {
      const { revision } = await draft()
      const meant = accepted.find(([part]) => quote.includes(part))
      const done =
        meant && means.kind === 'verdict'
          ? await acceptProposedStatement(context, importId, key, {
              revision,
              means: {
                ...means,
                recommendationIds: meant[1].map((one) => this.recommendations.get(one)!),
              },
            })
          : await setProposedStatementAside(context, importId, key, { revision })
      if (!done?.allowed) return done
    }
    return confirmImport(context, importId, {
      receivedOn: this.today,
      revision: (await draft()).revision,
    })
  }

  private async recommendationsOf(inspectionId: number): Promise<number[]> {
    const rows = await this.db
      .selectFrom('recommendations')
      .where('inspectionId', '=', inspectionId)
      .orderBy('position')
      .select('id')
      .execute()
    return rows.map(({ id }) => id)
  }

  /** What the council was told before, that it was told again, and what had been done about it. */
  private async addEarlier(context: Context, { report, recommendations }: EarlierStory) {
    const brought = await this.bringIn(
      context,
      report,
      recommendations.map(({ area }) => area),
    )
    if (!brought?.allowed) return brought
    for (const [at, { toldAgain, done }] of recommendations.entries()) {
      const earlierId = brought.recommendationIds[at]!
      const laterId = this.recommendations.get(toldAgain)!
      const decided = await decideRepeat(context, laterId, { earlierId, verdict: 'same' })
      if (!decided?.allowed) return decided
      const recorded = await this.recordEarlierAction(context, earlierId, done)
      if (!recorded?.allowed) return recorded
    }
    return yes
  }

  private async recordEarlierAction(context: Context, recommendationId: number, done: DoneEarlier) {
    const created = await createAction(context, {
      title: done.title,
      outcome: done.outcome,
      successMeasure: done.measure,
      ownerId: this.idOf(done.owner),
      startOn: done.start,
      dueOn: done.due,
      teamId: null,
      theme: '',
      contributorIds: [],
      recommendationIds: [recommendationId],
      milestones: [],
      notAnIdentifier: '',
    })
    if (!created.allowed) return created
    this.earlierActions.set(done, created.actionId)
    const { shown, delivered } = done
    if (shown) {
      const added = await addEvidence(context, {
        requestId: null,
        supersedesId: null,
        'actionIds[]': [created.actionId],
        'recommendationIds[]': [],
        shows: shown.shows,
        kind: shown.kind,
        periodFrom: shown.from,
        periodTo: shown.to,
        title: shown.title,
        link: '',
        restricted: false,
        notAnIdentifier: '',
      })
      if (!added?.allowed) return added
      this.earlierEvidence.push(added.evidenceId)
    }
    return markDelivered(context, created.actionId, { deliveredOn: delivered })
  }

  private async judgeEarlier(context: Context) {
    for (const id of this.earlierEvidence) {
      const judged = await reviewEvidence(context, id, {
        verdict: 'accepted',
        reason: 'From the closing file of that plan.',
        strength: 'output',
        sampleSize: null,
        latestReviewId: null,
        notAnIdentifier: '',
      })
      if (!judged?.allowed) return judged
    }
    return yes
  }

  private async signEarlier(context: Context, { recommendations }: EarlierStory) {
    for (const { done } of recommendations) {
      if (!done.signed) continue
      const [verdict, words] = done.signed
      const signed = await signOffImpact(context, this.earlierActions.get(done)!, {
        verdict,
        words,
        notAnIdentifier: '',
      })
      if (!signed?.allowed) return signed
    }
    return yes
  }

  private async planVisit(context: Context, visit: VisitStory) {
    const planned = await planVisit(context, {
      inspectionId: this.inspectionId,
      kind: visit.kind,
      expectedFrom: this.calendar.on(visit.expected[0]),
      expectedTo: this.calendar.on(visit.expected[1]),
      covers: visit.covers,
      recommendationIds: (visit.tests ?? []).map((name) => this.recommendations.get(name)!),
      leadInspector: '',
      letterPublished: null,
      notAnIdentifier: '',
    })
    if (planned.allowed) this.visits.set(visit, planned.visitId)
    return planned
  }

  private async addBoard(
    context: Context,
    board: BoardStory,
    meeting: Parameters<typeof addBoardMeeting>[1],
  ) {
    const added = await addBoardMeeting(context, meeting)
    if (!added.allowed) return added
    const { id } = await this.db
      .selectFrom('boardMeetings')
      .where('name', '=', meeting.name)
      .where('heldOn', '=', meeting.heldOn)
      .select('id')
      .executeTakeFirstOrThrow()
    this.boards.set(board, id)
    return added
  }

  private writeDecision(
    context: Context,
    board: BoardStory,
    { words, owner, due, about }: DecisionStory,
  ) {
    return recordBoardDecision(context, this.boards.get(board)!, {
      words,
      ownerId: this.idOf(owner),
      dueOn: due ? this.calendar.on(due) : null,
      about: about ? { kind: 'action', id: this.idOfAction(this.actionCalled(about)) } : null,
      notAnIdentifier: '',
    })
  }

  private async idOfDecision(meetingId: number, words: string): Promise<number> {
    const { id } = await this.db
      .selectFrom('boardDecisions')
      .where('meetingId', '=', meetingId)
      .where('words', '=', words)
      .select('id')
      .executeTakeFirstOrThrow()
    return id
  }

  private async writeKeyLine(
    context: Context,
    visit: VisitStory,
    { question, known, howKnown, nextStep, actions = [] }: KeyLineStory,
  ) {
    const actionIds = actions.map((title) => this.idOfAction(this.actionCalled(title)))
    const evidence =
      actionIds.length === 0
        ? []
        : await this.db
            .selectFrom('evidenceActions as ea')
            .innerJoin('evidenceReviews as r', 'r.evidenceId', 'ea.evidenceId')
            .where('ea.actionId', 'in', actionIds)
            .where('r.verdict', '=', 'accepted')
            .select((eb) => eb.fn.max('ea.evidenceId').as('id'))
            .groupBy('ea.actionId')
            .execute()
    return addKeyLine(context, this.visits.get(visit)!, {
      line: {
        ...{ question, known, howKnown, nextStep, actionIds },
        evidenceIds: [...new Set(evidence.map(({ id }) => id))],
      },
      notAnIdentifier: '',
    })
  }

  private actionCalled(title: string): ActionStory {
    const action = this.story.actions.find((one) => one.title === title)
    if (!action) throw new Error(`No action of the story is called “${title}”.`)
    return action
  }

  private async finishOnChecklist(context: Context, visitId: number, what: string) {
    const { id } = await this.db
      .selectFrom('checklistItems')
      .where('visitId', '=', visitId)
      .where('what', '=', what)
      .select('id')
      .executeTakeFirstOrThrow()
    return sayChecklistItemDone(context, visitId, id, { is: 'done' })
  }

  private async createAction(context: Context, action: ActionStory) {
    const { on } = this.calendar
    const created = await createAction(context, {
      title: action.title,
      outcome: action.outcome,
      successMeasure: action.measure,
      ownerId: action.owner ? this.idOf(action.owner) : null,
      startOn: action.start ? on(action.start) : null,
      dueOn: action.due ? on(action.due) : null,
      teamId: null,
      theme: this.story.themes?.[action.answers[0]!] ?? '',
      contributorIds: (action.contributors ?? []).map((who) => this.idOf(who)),
      recommendationIds: action.answers.map((name) => this.recommendations.get(name)!),
      milestones: (action.milestones ?? [])
        .filter(({ added }) => !added)
        .map(({ step, due }) => ({ title: step, dueOn: on(due) })),
      notAnIdentifier: '',
    })
    if (created.allowed) this.actions.set(action, { id: created.actionId, owner: action.owner })
    return created
  }

  private idOfMeasure(measure: MeasureStory): number {
    const known = this.measures.get(measure)
    if (!known) throw new Error(`“${measure.title}” is not measured yet.`)
    return known
  }

  private async defineMeasure(context: Context, measure: MeasureStory) {
    const { title, definition, unit, better, source, follows, comparators = [] } = measure
    const defined = await defineMeasure(context, {
      ...{ title, definition, unit, better, source },
      period: 'month',
      ownerId: context.actor.personId,
      recommendationIds: follows.map((name) => this.recommendations.get(name)!),
      actionIds: [],
      notAnIdentifier: '',
    })
    if (!defined.allowed) return defined
    this.measures.set(measure, defined.measureId)
    for (const [kind, year, value, published] of comparators) {
      const given = await giveComparator(context, defined.measureId, {
        ...{ kind, year, value, source: published },
        notAnIdentifier: '',
      })
      if (!given?.allowed) return given
    }
    return defined
  }

  private async linkMeasure(context: Context, measure: MeasureStory, actionId: number) {
    const id = this.idOfMeasure(measure)
    const present = await measureById(this.db, id)
    if (!present) return undefined
    const { title, definition, unit, length, better, source, ownerId, version } = present
    return editMeasure(context, id, {
      ...{ title, definition, unit, period: length, better, source, ownerId, version },
      recommendationIds: present.recommendationIds,
      actionIds: [...present.actionIds, actionId],
      notAnIdentifier: '',
    })
  }

  private recordFigures(
    context: Context,
    { measures, from, to }: Extract<Deed, { did: 'record-figures' }>,
  ) {
    const months = Array.from({ length: to - from + 1 }, (_, at) => from + at)
    return recordFigures(context, {
      figures: measures.flatMap((measure) =>
        months.map((month) => ({
          measureId: this.idOfMeasure(measure),
          from: monthFrom(this.calendar.visit, month),
          figure: firstRecorded(measure, month),
        })),
      ),
      reason: '',
      notAnIdentifier: '',
    })
  }

  private async finishMilestone(context: Context, actionId: number, step: string) {
    const { id } = await this.db
      .selectFrom('milestones')
      .where('actionId', '=', actionId)
      .where('title', '=', step)
      .select('id')
      .executeTakeFirstOrThrow()
    return completeMilestone(context, id, { doneOn: this.today })
  }

  private async askForEvidence(
    context: Context,
    { action, of, what, dueOn }: Extract<Deed, { did: 'ask-for-evidence' }>,
  ) {
    const asked = await requestEvidence(context, this.idOfAction(action), {
      what,
      askedOfId: this.idOf(of),
      dueOn,
      notAnIdentifier: '',
    })
    if (asked?.allowed) this.requests.set(what, asked.requestId)
    return asked
  }

  private async show(context: Context, action: ActionStory, piece: ShownPiece) {
    const { evidence, periodFrom, periodTo, shows } = piece
    const { file } = evidence
    const added = await addEvidence(
      context,
      {
        'actionIds[]': [this.idOfAction(action)],
        'recommendationIds[]': [],
        supersedesId: null,
        requestId: evidence.answers ? this.requests.get(evidence.answers)! : null,
        shows,
        ...(evidence.unfinished
          ? { kind: null, periodFrom: null, periodTo: null }
          : { kind: evidence.kind, periodFrom, periodTo }),
        title: evidence.title,
        link: evidence.link ?? '',
        restricted: evidence.restricted ?? false,
        notAnIdentifier: '',
      },
      file ? [await storedFile(file, file.textFor(periodTo))] : [],
    )
    if (added?.allowed) this.evidence.set(piece, { id: added.evidenceId, isJudged: false })
    return added
  }

  private async judge(
    context: Context,
    { piece, verdict, reason }: Extract<Deed, { did: 'judge' }>,
  ) {
    const shown = this.evidence.get(piece)!
    const judged = await reviewEvidence(context, shown.id, {
      verdict,
      reason,
      strength: verdict === 'accepted' ? strengthOf(piece.evidence) : null,
      sampleSize: verdict === 'accepted' ? (piece.evidence.sample ?? null) : null,
      latestReviewId: shown.isJudged ? await this.latestReviewOf(shown.id) : null,
      notAnIdentifier: '',
    })
    shown.isJudged = true
    return judged
  }

  private async latestReviewOf(evidenceId: number): Promise<number | null> {
    const { id } = await this.db
      .selectFrom('evidenceReviews')
      .where('evidenceId', '=', evidenceId)
      .select(({ fn }) => fn.max('id').as('id'))
      .executeTakeFirstOrThrow()
    return id
  }

  private async handOver(context: Context, action: ActionStory, to: string | undefined) {
    const id = this.idOfAction(action)
    const current = await plannedAction(this.db, id)
    if (!current) return undefined
    const edited = await editAction(context, id, {
      version: current.version,
      planned: { ...current.planned, ownerId: to ? this.idOf(to) : null },
      notAnIdentifier: '',
    })
    if (edited?.allowed) this.actions.set(action, { id, owner: to })
    return edited
  }

  private actionsOf({ actions }: HandOverStory): ActionStory[] {
    return actions.map((title) => this.actionCalled(title))
  }

  private thingsOf(story: HandOverStory): Thing[] {
    const { measures = [] } = story
    const called = [...this.measures].filter(([{ title }]) => measures.includes(title))
    return [
      ...this.actionsOf(story).map((one) => ({
        kind: 'action' as const,
        id: this.idOfAction(one),
      })),
      ...called.map(([, id]) => ({ kind: 'measure' as const, id })),
    ]
  }

  private offer(context: Context, story: HandOverStory) {
    return handOver(context, this.idOf(story.from), {
      toId: this.idOf(story.to),
      'items[]': this.thingsOf(story).map(({ kind, id }) => `${kind}-${id}`),
      note: story.note,
      notAnIdentifier: '',
    })
  }

  private async answerOffers(context: Context, story: HandOverStory) {
    const [, answer, reason = ''] = story.answer!
    for (const thing of this.thingsOf(story)) {
      const offer = await latestOffer(this.db, thing)
      if (!offer) return undefined
      const form = { answer, reason, notAnIdentifier: '' }
      const answered = await answerOffer(context, offer.id, form)
      if (!answered?.allowed) return answered
    }
    if (answer !== 'accepted') return yes
    for (const action of this.actionsOf(story)) {
      this.actions.set(action, { id: this.idOfAction(action), owner: story.to })
    }
    return yes
  }

  private async endColour(context: Context, actionId: number) {
    const view = await overrideBragView(context, actionId)
    const overrideId = view?.colour.stated?.id ?? 0
    return endOverride(context, actionId, { overrideId })
  }

  private async decideDate(
    context: Context,
    actionId: number,
    { decision, reason }: Extract<Deed, { did: 'decide-date' }>,
  ) {
    const change = await this.db
      .selectFrom('dueDateChanges')
      .where('actionId', '=', actionId)
      .where('decision', 'is', null)
      .select('id')
      .executeTakeFirst()
    if (!change) return undefined
    return decideDueDate(context, actionId, {
      changeId: change.id,
      decision,
      reason,
      notAnIdentifier: '',
    })
  }
}

/** What a measure was in a month. */
function figureTold({ course, unit }: MeasureStory, month: number): Figure {
  const figure = figureIn(course, month)
  return 'value' in figure ? { value: figure.value, parts: null } : figureOf(unit, figure)
}

/** The same as it was recorded at first: another where it had to be corrected. */
function firstRecorded(measure: MeasureStory, month: number): Figure {
  const corrected = measure.corrected?.find((one) => one.month === month)
  return corrected ? { value: corrected.value, parts: null } : figureTold(measure, month)
}

/** A form with a file, as a browser posts it: through the same door, to the same place. */
function formWith(field: string, name: string, bytes: Uint8Array): Request {
  const form = new FormData()
  form.append(field, new Blob([new Uint8Array(bytes)]), name)
  return new Request('http://story.invalid/', { method: 'POST', body: form })
}

async function stored(name: string, bytes: Uint8Array): Promise<ReceivedFile> {
  const upload = await receiveUpload(formWith('file', name, bytes), { maxBytes, fileField: 'file' })
  if (!upload.ok) throw new Error(`${name}: ${upload.sentence}`)
  if (!upload.file) throw new Error(`${name} did not arrive.`)
  return upload.file
}

async function storedFile(
  { name, liesReadyAs }: StoryFile,
  text: string,
): Promise<ReceivedFile & { text: string }> {
  const bytes = liesReadyAs
    ? await readFile(path.join(readyFolder, liesReadyAs))
    : Buffer.from(text)
  return { ...(await stored(name, bytes)), text }
}

/** How much a piece shows, where the story does not say: what a reviewer would find in its kind. */
const strengthOf = ({ kind, strength }: EvidenceStory): Strength =>
  strength ?? (kind === 'policy' ? 'activity' : kind === 'voice' ? 'difference' : 'output')
