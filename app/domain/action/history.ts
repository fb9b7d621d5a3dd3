/**
 * What happened to an action, as it is recorded and as it is told: every change says who made it,
 * when, what it was before and why.
 *
 * Source: PRODUCT rule 1. In SQL: events_say_what_happened, events_are_never_changed.
 */
import { type Brag, bragTitles } from '../plan/brag'
import { tableInSentence } from '../bring-in/cell'
import { actionRef, recommendationRef } from '../plan/references'
import { type CalendarDate, counted, longDate } from '../time/calendar-date'
import { confidenceTitles, type Confidence } from './confidence'
import { type Delivery, deliveryTitles } from './delivery'
import { type ImpactVerdict, impactTitles } from './impact'

/** A person as they were called when it happened. */
export interface NamedPerson {
  id: number
  name: string
}

/** What an edit changed, in a shape that can be told without looking anything up. */
export interface RecordedFields {
  title?: string
  outcome?: string
  successMeasure?: string
  owner?: NamedPerson | null
  startOn?: CalendarDate | null
  dueOn?: CalendarDate | null
  contributors?: readonly NamedPerson[]
  recommendations?: readonly number[]
  team?: NamedPerson | null
  theme?: NamedPerson | null
}

interface Explained {
  /** what she said where something in her words looked like an identifier and was none */
  notAnIdentifier?: string
}

/** The row of an old plan that an action was brought in from. */
export interface BroughtInFrom {
  file: string
  /** "Sheet Plan" */
  table: string
  row: number
}

interface DueDateMove {
  dueOn: CalendarDate
  reason: string
  lateMove: readonly string[]
}

/** What somebody had in an action, or was asked for it, that goes to somebody else. */
interface Handed {
  /** what the evidence is that was asked for */
  what?: string
  from: NamedPerson
  to: NamedPerson
}

/** `offeredBy` is left out where it passed on at once, as it did before anybody was asked to accept it. */
type PassedOn = Handed & { offeredBy?: NamedPerson; note: string }

export type ActionEvent =
  | {
      what: 'action.created'
      after: RecordedFields &
        Explained & { milestones: readonly { title: string; dueOn: CalendarDate }[] }
    }
  | {
      what: 'action.brought-in'
      after: RecordedFields &
        BroughtInFrom & {
          originalDueOn: CalendarDate | null
          /** these two were not read of old plans at first */
          deliveredOn?: CalendarDate | null
          milestones?: readonly {
            title: string
            dueOn: CalendarDate
            doneOn: CalendarDate | null
          }[]
        }
    }
  | {
      what: 'action.edited'
      before: RecordedFields & { version: number }
      after: RecordedFields & Explained & { version: number }
    }
  | {
      what: 'action.finding-cited' | 'action.finding-removed'
      after: { findingId: number; finding: string; inspection: string }
    }
  | {
      what: 'action.milestone-added'
      after: Explained & { milestoneId: number; title: string; dueOn: CalendarDate }
    }
  | {
      what: 'action.milestone-done'
      after: { milestoneId: number; title: string; doneOn: CalendarDate }
    }
  | {
      what: 'action.update-posted'
      after: Explained & { updateId: number; statedDelivery: Delivery; confidence: Confidence }
    }
  | { what: 'action.update-asked'; after: { askedOf: NamedPerson; dueOn: CalendarDate } }
  | {
      what: 'action.dependency-added' | 'action.dependency-removed'
      after: { needs: { id: number; title: string } }
    }
  | { what: 'action.delivered'; after: { deliveredOn: CalendarDate; milestonesOpen: number } }
  | {
      what: 'action.due-date-changed'
      before: { dueOn: CalendarDate }
      after: DueDateMove & Explained
    }
  | {
      what: 'action.due-date-asked'
      before: { dueOn: CalendarDate }
      after: DueDateMove & Explained & { agreementNeeded: readonly string[] }
    }
  | {
      what: 'action.due-date-agreed' | 'action.due-date-refused'
      before: { dueOn: CalendarDate }
      after: DueDateMove & Explained & { askedBy: NamedPerson; decisionReason: string }
    }
  | {
      what: 'action.colour-stated'
      before: { colour: Brag }
      after: Explained & { colour: Brag; untilOn: CalendarDate; reason: string }
    }
  | {
      what: 'action.colour-ended'
      before: { colour: Brag; untilOn: CalendarDate }
      after: {
        colour: Brag
        /** where it ended because of something else that was done */
        reason?: string
      }
    }
  | {
      what: 'action.offered'
      after: Explained & { from: NamedPerson; to: NamedPerson; note: string }
    }
  | {
      what: 'action.offer-accepted'
      before: { owner: NamedPerson; version: number }
      after: { owner: NamedPerson; version: number; offeredBy: NamedPerson; note: string }
    }
  | {
      what: 'action.given-as-held'
      before: { owner: null; version: number }
      after: { owner: NamedPerson; version: number; proposedBy: string; file: string }
    }
  | {
      what: 'action.offer-declined' | 'action.offer-withdrawn'
      after: Explained & { from: NamedPerson; to: NamedPerson; reason: string }
    }
  | {
      what: 'action.part-passed-on'
      before: { contributors: readonly NamedPerson[]; version: number }
      after: PassedOn & { contributors: readonly NamedPerson[]; version: number }
    }
  | { what: 'action.evidence-request-passed-on' | 'action.review-passed-on'; after: PassedOn }
  | {
      what: 'action.part-offered' | 'action.evidence-request-offered' | 'action.review-offered'
      after: Explained & Handed & { note: string }
    }
  | {
      what:
        | 'action.part-offer-declined'
        | 'action.part-offer-withdrawn'
        | 'action.evidence-request-offer-declined'
        | 'action.evidence-request-offer-withdrawn'
        | 'action.review-offer-declined'
        | 'action.review-offer-withdrawn'
      after: Explained & Handed & { reason: string }
    }
  | {
      what: 'action.impact-signed-off'
      after: Explained & { verdict: ImpactVerdict; words: string }
    }

/** What changes an action as an edit does, and so counts its version up. */
export const editingEvents = [
  'action.edited',
  'action.offer-accepted',
  'action.given-as-held',
  'action.part-passed-on',
] as const satisfies readonly ActionEvent['what'][]
export type EditingEvent = Extract<ActionEvent, { what: (typeof editingEvents)[number] }>

export const isEditing = (event: { what: string }): event is EditingEvent =>
  (editingEvents as readonly string[]).includes(event.what)

/** What such an event changed, one sentence for each. */
export const changesInSentences = (event: EditingEvent, who: string): string[] =>
  event.what === 'action.edited'
    ? editedSentences(event.before, event.after, who)
    : [historySentence(event, who)]

/** What happened to the evidence of an action, recorded with the evidence; told with the action. */
export type EvidenceEvent =
  | {
      what: 'evidence.requested'
      after: { what: string; askedOf: NamedPerson; dueOn: CalendarDate }
    }
  | {
      what: 'evidence.request-withdrawn' | 'evidence.request-refused'
      after: { what: string; reason: string }
    }
  | { what: 'evidence.added' | 'evidence.edited'; evidence: string }
  | { what: 'evidence.deleted'; after: { reason: string } }
  | {
      what:
        | 'evidence.deletion-proposed'
        | 'evidence.deletion-declined'
        | 'evidence.held'
        | 'evidence.hold-lifted'
      evidence: string
      after: { reason: string }
    }
  | { what: 'evidence.linked' | 'evidence.unlinked'; evidence: string; after: { ref: string } }
  | {
      what: 'evidence.accepted' | 'evidence.returned' | 'evidence.rejected'
      evidence: string
      after: { reason: string }
    }
  | {
      what:
        | 'evidence.file-held'
        | 'evidence.file-released'
        | 'evidence.file-destroyed'
        | 'evidence.file-replaced'
      evidence: string
    }

const names = (people: readonly NamedPerson[]): string => people.map((one) => one.name).join(', ')
const on = (date: CalendarDate | null | undefined, none: string): string =>
  date ? longDate(date) : none
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/** What happened, in one or two sentences; `who` is the name of the person who did it. */
export function historySentence(event: ActionEvent | EvidenceEvent, who: string): string {
  switch (event.what) {
    case 'action.created': {
      const { owner, team, theme, dueOn, recommendations = [], milestones } = event.after
      const parts = [
        owner ? `owned by ${owner.name}` : 'with no owner',
        ...(team ? [`for the team ${team.name}`] : []),
        dueOn ? `due ${longDate(dueOn)}` : 'with no due date',
        ...(theme ? [`under the theme “${theme.name}”`] : []),
        ...(recommendations.length > 0
          ? [`for ${recommendations.map(recommendationRef).join(', ')}`]
          : []),
        ...(milestones.length > 0 ? [`with ${counted(milestones.length, 'milestone')}`] : []),
      ]
      return `${who} added this action, ${parts.join(', ')}.`
    }
    case 'action.brought-in': {
      const { owner, originalDueOn, dueOn, file, table, row } = event.after
      const { contributors = [], milestones = [], deliveredOn, team, theme } = event.after
      const moved = originalDueOn && dueOn && originalDueOn !== dueOn
      const parts = [
        owner ? `owned by ${owner.name}` : 'with no owner',
        dueOn ? `due ${longDate(dueOn)}` : 'with no due date',
        ...(moved ? [`first due ${longDate(originalDueOn)}`] : []),
        ...(deliveredOn ? [`delivered on ${longDate(deliveredOn)}`] : []),
        ...(contributors.length > 0 ? [`with ${names(contributors)}`] : []),
        ...(milestones.length > 0 ? [`with ${counted(milestones.length, 'milestone')}`] : []),
        ...(team ? [`team ${team.name}`] : []),
        ...(theme ? [`theme ${theme.name}`] : []),
      ]
      return `${who} brought this action in from “${file}”, ${tableInSentence(table)}, row ${row}: ${parts.join(', ')}.`
    }
    case 'action.edited':
      return editedSentences(event.before, event.after, who).join(' ')
    case 'action.finding-cited':
      return `${who} cited ${event.after.finding} of the ${event.after.inspection}.`
    case 'action.finding-removed':
      return `${who} no longer cites ${event.after.finding} of the ${event.after.inspection}.`
    case 'action.milestone-added':
      return `${who} added the milestone “${event.after.title}”, due ${longDate(event.after.dueOn)}.`
    case 'action.milestone-done':
      return `${who} marked the milestone “${event.after.title}” as done on ${longDate(event.after.doneOn)}.`
    case 'action.update-posted': {
      const { statedDelivery, confidence } = event.after
      return `${who} said it is ${deliveryTitles[statedDelivery].toLowerCase()} (${confidenceTitles[confidence].toLowerCase()}).`
    }
    case 'action.update-asked': {
      const { askedOf, dueOn } = event.after
      return `${who} asked ${askedOf.name} for an update by ${longDate(dueOn)}.`
    }
    case 'action.dependency-added':
    case 'action.dependency-removed': {
      const { id, title } = event.after.needs
      const waits = event.what === 'action.dependency-added' ? 'waits' : 'no longer waits'
      return `${who} recorded that it ${waits} for ${actionRef(id)} “${title}”.`
    }
    case 'action.delivered': {
      const { deliveredOn, milestonesOpen } = event.after
      const open =
        milestonesOpen > 0 ? `, with ${counted(milestonesOpen, 'milestone')} still open` : ''
      return `${who} marked it as delivered on ${longDate(deliveredOn)}${open}.`
    }
    case 'action.due-date-changed':
      return `Due date moved ${fromTo(event)} by ${who}, because: ${said(event.after)}`
    case 'action.due-date-asked':
      return `${who} asked to move the due date ${fromTo(event)}, because: ${said(event.after)} A leader must agree.`
    case 'action.due-date-agreed':
      return `Due date moved ${fromTo(event)} by ${event.after.askedBy.name}, agreed by ${who}, because: ${said(event.after)}`
    case 'action.due-date-refused':
      return `${who} refused to move the due date ${fromTo(event)}, as asked by ${event.after.askedBy.name}, because: ${sentence(event.after.decisionReason)}`
    case 'action.colour-stated':
      return `${who} stated another colour, “${colourOf(event.after)}” instead of “${colourOf(event.before)}”, until ${longDate(event.after.untilOn)}, because: ${sentence(event.after.reason)}`
    case 'action.colour-ended': {
      const ran = `“${colourOf(event.before)}”, which ran until ${longDate(event.before.untilOn)}`
      const say = `the facts say “${colourOf(event.after)}”.`
      return event.after.reason
        ? `The stated colour ${ran}, ended, because: ${sentence(event.after.reason)} Now ${say}`
        : `${who} ended the stated colour ${ran}; ${say}`
    }
    case 'action.offered': {
      const { from, to, note } = event.after
      return `${who} handed it over from ${from.name} to ${to.name}, who is asked to accept it: ${sentence(note)}`
    }
    case 'action.offer-accepted':
      return `${who} accepted it from ${event.before.owner.name}, as ${event.after.offeredBy.name} had asked.`
    case 'action.given-as-held':
      return `${who} invited ${event.after.owner.name}, for whom it was held as ${event.after.proposedBy} had proposed: it is theirs.`
    case 'action.offer-declined':
      return `${who} declined to take it over from ${event.after.from.name}, because: ${sentence(event.after.reason)}`
    case 'action.offer-withdrawn': {
      const { from, to, reason } = event.after
      return `${who} no longer asks ${to.name} to take it over from ${from.name}${reason ? `, because: ${sentence(reason)}` : '.'}`
    }
    case 'action.part-offered':
    case 'action.evidence-request-offered':
    case 'action.review-offered':
      return `${who} handed over ${handed(event)} to ${event.after.to.name}, who is asked to accept it: ${sentence(event.after.note)}`
    case 'action.part-passed-on':
    case 'action.evidence-request-passed-on':
    case 'action.review-passed-on': {
      const { to, note, offeredBy } = event.after
      return offeredBy
        ? `${who} took over ${handed(event)}, as ${offeredBy.name} had asked.`
        : `${who} passed on ${handed(event)} to ${to.name}: ${sentence(note)}`
    }
    case 'action.part-offer-declined':
    case 'action.evidence-request-offer-declined':
    case 'action.review-offer-declined':
      return `${who} declined to take over ${handed(event)}, because: ${sentence(event.after.reason)}`
    case 'action.part-offer-withdrawn':
    case 'action.evidence-request-offer-withdrawn':
    case 'action.review-offer-withdrawn': {
      const { to, reason } = event.after
      return `${who} no longer asks ${to.name} to take over ${handed(event)}${reason ? `, because: ${sentence(reason)}` : '.'}`
    }
    case 'action.impact-signed-off':
      return `${who} signed off its impact: ${impactTitles[event.after.verdict].toLowerCase()}. ${sentence(event.after.words)}`
    case 'evidence.requested': {
      const { what, askedOf, dueOn } = event.after
      return `${who} asked ${askedOf.name} for evidence by ${longDate(dueOn)}: ${sentence(what)}`
    }
    case 'evidence.request-withdrawn': {
      const { what, reason } = event.after
      return `${who} took back the request for evidence “${what}”, because: ${sentence(reason)}`
    }
    case 'evidence.request-refused': {
      const { what, reason } = event.after
      return `${who} cannot bring the evidence that was asked for (“${what}”), because: ${sentence(reason)}`
    }
    case 'evidence.added':
      return `${who} added the evidence “${event.evidence}”.`
    case 'evidence.deleted':
      return `${who} confirmed that evidence for it is deleted, because: ${sentence(event.after.reason)}`
    case 'evidence.deletion-proposed':
      return `${who} proposed to delete the evidence “${event.evidence}”, because: ${sentence(event.after.reason)}`
    case 'evidence.deletion-declined':
      return `${who} kept the evidence “${event.evidence}”, because: ${sentence(event.after.reason)}`
    case 'evidence.held':
      return `${who} put the evidence “${event.evidence}” on hold: ${sentence(event.after.reason)}`
    case 'evidence.hold-lifted':
      return `${who} lifted the hold on the evidence “${event.evidence}”: ${sentence(event.after.reason)}`
    case 'evidence.edited':
      return `${who} edited the evidence “${event.evidence}”.`
    case 'evidence.linked':
      return `${who} linked the evidence “${event.evidence}” to ${event.after.ref}.`
    case 'evidence.unlinked':
      return `${who} unlinked the evidence “${event.evidence}” from ${event.after.ref}.`
    case 'evidence.file-held':
      return `A file of “${event.evidence}” was looked through anew, and is held until the person who added it has answered for it.`
    case 'evidence.file-released':
      return `${who} said why what was found in a file of “${event.evidence}” tells nobody who a child is.`
    case 'evidence.file-destroyed':
      return `${who} destroyed a held file of “${event.evidence}”.`
    case 'evidence.file-replaced':
      return `${who} put another file in the place of one of “${event.evidence}” that was held, and destroyed that one.`
    case 'evidence.accepted':
    case 'evidence.returned':
    case 'evidence.rejected': {
      const verdict = event.what.replace('evidence.', '')
      const { reason } = event.after
      return `${who} ${verdict} the evidence “${event.evidence}”${reason ? `, because: ${sentence(reason)}` : '.'}`
    }
    default:
      return told(event, who)
  }
}

/** What changes hands beside the action itself. */
const handed = ({ what: event, after: { from, what } }: { what: string; after: Handed }): string =>
  event.startsWith('action.part-')
    ? `${from.name}’s part in it`
    : event.startsWith('action.review-')
      ? `the judging of what ${from.name} had asked for (“${what}”)`
      : `what ${from.name} was asked for (“${what}”)`

/** What another part of the product recorded of an action: its words are its name. */
const told = ({ what }: { what: string }, who: string): string =>
  `${who}: ${(what.split('.')[1] ?? what).replaceAll('-', ' ')}.`

const colourOf = ({ colour }: { colour: Brag }): string => bragTitles[colour].toLowerCase()

const fromTo = (event: { before: { dueOn: CalendarDate }; after: { dueOn: CalendarDate } }) =>
  `from ${longDate(event.before.dueOn)} to ${longDate(event.after.dueOn)}`

const said = ({ reason, lateMove }: DueDateMove): string =>
  [sentence(reason), ...lateMove].join(' ')

/** One sentence for each thing that an edit changed. */
export function editedSentences(
  before: RecordedFields,
  after: RecordedFields,
  who: string,
): string[] {
  const sentences: string[] = []
  if (after.title !== undefined) {
    sentences.push(`${who} changed the title from “${before.title}” to “${after.title}”.`)
  }
  for (const [field, name] of [
    ['outcome', 'the outcome for children'],
    ['successMeasure', 'how success is measured'],
  ] as const) {
    const now = after[field]
    if (now === undefined) continue
    sentences.push(
      before[field]
        ? `${who} changed ${name} from “${before[field]}” to ${now ? `“${now}”` : 'nothing'}.`
        : `${who} wrote ${name}: “${now}”.`,
    )
  }
  if (after.owner !== undefined) sentences.push(ownerSentence(before.owner, after.owner, who))
  if (after.startOn !== undefined) {
    sentences.push(
      `${who} changed the start from ${on(before.startOn, 'none')} to ${on(after.startOn, 'none')}.`,
    )
  }
  if (after.dueOn !== undefined) sentences.push(`${who} set the due date: ${on(after.dueOn, '')}.`)
  if (after.contributors !== undefined) {
    const was = before.contributors ?? []
    const isNow = after.contributors
    const added = isNow.filter((one) => !was.some(({ id }) => id === one.id))
    const gone = was.filter((one) => !isNow.some(({ id }) => id === one.id))
    if (added.length > 0) sentences.push(`${who} added ${names(added)} as contributor.`)
    if (gone.length > 0) sentences.push(`${names(gone)} no longer contributes (${who}).`)
  }
  if (after.recommendations !== undefined) {
    const was = before.recommendations ?? []
    const isNow = after.recommendations
    const added = isNow.filter((one) => !was.includes(one)).map(recommendationRef)
    const gone = was.filter((one) => !isNow.includes(one)).map(recommendationRef)
    if (added.length > 0) sentences.push(`${who} linked it to ${added.join(', ')}.`)
    if (gone.length > 0) sentences.push(`${who} unlinked it from ${gone.join(', ')}.`)
  }
  for (const field of ['team', 'theme'] as const) {
    const isNow = after[field]
    if (isNow === undefined) continue
    sentences.push(
      `${who} changed the ${field} from ${before[field]?.name ?? 'none'} to ${isNow?.name ?? 'none'}.`,
    )
  }
  return sentences
}

function ownerSentence(
  before: NamedPerson | null | undefined,
  after: NamedPerson | null,
  who: string,
): string {
  if (!after) return `${who} left it without an owner; before: ${before?.name ?? 'nobody'}.`
  return before
    ? `${who} handed it from ${before.name} to ${after.name}.`
    : `${who} gave it to ${after.name}; before: nobody.`
}
