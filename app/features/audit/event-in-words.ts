/** What an event of the audit trail says, in words; whatever is recorded, it can be read. */
import { type Role, roleTitles } from '~/domain/access/permissions'
import { calendarDate, shortDate } from '~/domain/time/calendar-date'

export const subjectKinds: Record<string, string> = {
  action: 'Actions',
  evidence: 'Evidence',
  inspection: 'Inspections',
  'report-import': 'Reports being read',
  recommendation: 'Recommendations',
  visit: 'Visits',
  'board-meeting': 'Board meetings',
  'board-decision': 'Decisions of the board',
  'brag-table': 'Colours',
  'due-date-limits': 'Limits of dates',
  'shelf-lives': 'Shelf lives of evidence',
  'identifier-settings': 'Identifiers that are looked for',
  'retention-periods': 'How long evidence is kept',
  measure: 'Measures',
  person: 'People',
  team: 'Teams',
  'bring-in': 'Old plans',
}

// Where the name of the event, read as words, would not be plain enough.
const titles: Record<string, string> = {
  'person.contributions-taken': 'What they wrote and did exported',
  'person.signed-in': 'Signed in',
  'person.changed': 'Name, team or roles changed',
  'person.invited-again': 'Given a new link to choose a password',
  'person.invitation-accepted': 'Chose a password by their link',
  'inspection.confirmed': 'Report confirmed',
  'recommendation.told-again': 'Said to say an earlier one again',
  'recommendation.not-told-again': 'Said to be something else than an earlier one',
  'recommendation.told-again-taken-back': 'Decision about an earlier one taken back',
  'action.created': 'Action added',
  'action.edited': 'Action changed',
  'action.delivered': 'Action delivered',
  'action.offered': 'Action handed over, to be accepted',
  'action.offer-accepted': 'Hand-over accepted',
  'action.offer-declined': 'Hand-over declined',
  'action.offer-withdrawn': 'Hand-over taken back',
  'action.review-passed-on': 'Judging of evidence passed on',
  'action.review-offered': 'Judging of evidence handed over, to be accepted',
  'action.review-offer-declined': 'Hand-over of judging declined',
  'action.review-offer-withdrawn': 'Hand-over of judging taken back',
  'action.evidence-request-passed-on': 'Request for evidence passed on',
  'action.evidence-request-offered': 'Request for evidence handed over, to be accepted',
  'action.evidence-request-offer-declined': 'Hand-over of a request declined',
  'action.evidence-request-offer-withdrawn': 'Hand-over of a request taken back',
  'action.given-as-held': 'Held for somebody who was invited, and given',
  'action.part-passed-on': 'Part in an action passed on',
  'action.part-offered': 'Part in an action handed over, to be accepted',
  'action.part-offer-declined': 'Hand-over of a part declined',
  'action.part-offer-withdrawn': 'Hand-over of a part taken back',
  'evidence.added': 'Evidence added',
  'evidence.requested': 'Evidence asked for',
  'evidence.accepted': 'Evidence accepted',
  'evidence.returned': 'Evidence returned',
  'evidence.rejected': 'Evidence rejected',
  'evidence.edited': 'Evidence edited',
  'evidence.deleted': 'Evidence deleted',
  'evidence.deletion-proposed': 'Deletion of evidence proposed',
  'evidence.deletion-declined': 'Deletion of evidence declined',
  'evidence.held': 'Evidence put on hold',
  'evidence.hold-lifted': 'Hold on evidence lifted',
  'evidence.linked': 'Evidence linked',
  'evidence.unlinked': 'Evidence unlinked',
  'evidence.request-withdrawn': 'Request for evidence taken back',
  'evidence.request-refused': 'Evidence asked for cannot be brought',
  'retention-periods.set': 'How long evidence is kept changed',
  'shelf-lives.set': 'Shelf lives of evidence changed',
  'identifier-settings.set': 'Identifiers that are looked for changed',
  'evidence.file-released': 'Held file said to tell nobody who a child is',
  'evidence.file-destroyed': 'Held file destroyed',
  'evidence.file-replaced': 'Held file replaced by another and destroyed',
  'evidence.file-held': 'File held after it was searched',
  'visit.planned': 'Visit planned',
  'visit.held': 'Visit held',
  'visit.edited': 'Visit changed',
  'visit.letter-added': 'Letter of a visit added',
  'visit.closed': 'Visit closed',
  'visit.key-line-added': 'Key line of enquiry added',
  'visit.key-line-written-anew': 'Key line of enquiry written anew',
  'visit.key-line-taken-away': 'Key line of enquiry taken away',
  'board-decision.recorded': 'Decision of the board written down',
  'board-decision.done': 'Decision of the board done',
  'board-decision.passed-on': 'Decision of the board passed on',
  'board-decision.offered': 'Decision of the board handed over, to be accepted',
  'board-decision.offer-declined': 'Hand-over of a decision declined',
  'board-decision.offer-withdrawn': 'Hand-over of a decision taken back',
  'board-decision.withdrawn': 'Decision of the board withdrawn',
  'visit.checklist-item-added': 'Put on the checklist of a visit',
  'visit.checklist-item-edited': 'Changed on the checklist of a visit',
  'visit.checklist-item-done': 'Done for a visit',
  'visit.checklist-item-passed-on': 'Passed on, on the checklist of a visit',
  'visit.checklist-item-offered': 'Handed over on the checklist of a visit, to be accepted',
  'visit.checklist-item-offer-declined': 'Hand-over on the checklist of a visit declined',
  'visit.checklist-item-offer-withdrawn': 'Hand-over on the checklist of a visit taken back',
  'visit.checklist-item-taken-back': 'Not done after all for a visit',
  'action.colour-stated': 'Another colour stated',
  'action.colour-ended': 'Stated colour ended',
  'brag-table.saved': 'Table of colours changed',
  'due-date-limits.set': 'Limits of dates changed',
  'board-meeting.added': 'Board meeting added',
  'measure.defined': 'Measure added',
  'measure.passed-on': 'Measure passed on',
  'measure.offered': 'Measure handed over, to be accepted',
  'measure.offer-declined': 'Hand-over of a measure declined',
  'measure.offer-withdrawn': 'Hand-over of a measure taken back',
  'measure.edited': 'Measure changed',
  'measure.figures-recorded': 'Figures recorded',
  'measure.noted': 'Note on a measure',
  'measure.target-set': 'Target set',
  'measure.comparator-given': 'Comparison given',
  'measure.re-baselined': 'Limits begun anew',
  'person.deputy-named': 'Deputy named',
  'person.absence-ended': 'Back, or not away after all',
  'person.handed-over': 'What is theirs handed over',
  'team.added': 'Team added',
  'action.brought-in': 'Action brought in',
  'bring-in.started': 'Old plan added',
  'bring-in.confirmed': 'Old plan brought in',
  'bring-in.invitation-declined': 'Proposed invitation declined',
  'bring-in.discarded': 'Old plan set aside',
  'report-import.started': 'Report added',
  'report-import.discarded': 'Report set aside',
}

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** "action.due-date-changed" is "Due date changed". */
export const eventTitle = (what: string): string =>
  titles[what] ?? sentenceCase((what.split('.')[1] ?? what).replaceAll('-', ' '))

export interface Detail {
  name: string
  before: string | undefined
  after: string | undefined
}

/** Looks up the names behind the numbers that an event holds. */
export interface Names {
  people: ReadonlyMap<number, string>
  teams: ReadonlyMap<number, string>
}

/** The parts of an event that differ between before and after, each in words. */
export function eventDetails(before: unknown, after: unknown, names: Names): Detail[] {
  const was = partsOf(before)
  const is = partsOf(after)
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return keys
    .filter((key) => !isOnlyANumber(key, is[key] ?? was[key], names))
    .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    .map((key) => ({
      name: partName(key),
      before: key in was ? inWords(key, was[key], names) : undefined,
      after: key in is ? inWords(key, is[key], names) : undefined,
    }))
}

const partsOf = (value: unknown): Record<string, unknown> => {
  if (value === null || value === undefined) return {}
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : { content: value }
}

/** "originalDueOn" is "Original due", "teamId" is "Team". */
const partName = (key: string): string =>
  sentenceCase(
    key
      .replace(/(Ids?|On|\[\])$/, '')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase(),
  )

const isRole = (text: string): text is Role => text in roleTitles
const longest = 600

/** Whose number it is, where the number stands for a person or a team. */
function nameBehind(key: string, value: number, names: Names): string | undefined {
  if (key === 'teamId' || key === 'parentId') return names.teams.get(value)
  const isPerson = /^(person|owner|author|reviewer|contributor)Ids?$|(By|Of)Id$/.test(key)
  return isPerson ? names.people.get(value) : undefined
}

/** The number of a row says nothing to a reader; whoever needs it finds it in the table. */
const isOnlyANumber = (key: string, value: unknown, names: Names): boolean =>
  typeof value === 'number' && key.endsWith('Id') && nameBehind(key, value, names) === undefined

function inWords(key: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return nameBehind(key, value, names) ?? String(value)
  if (typeof value === 'string') {
    const date = calendarDate(value)
    if (date) return shortDate(date)
    if (key.startsWith('roles') && isRole(value)) return roleTitles[value]
    // a value out of a list of ours, such as made-a-difference
    if (/^[a-z]+(-[a-z]+)+$/.test(value)) return value.replaceAll('-', ' ')
    return value.length > longest ? `${value.slice(0, longest)}…` : value
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none'
    return value.map((one) => inWords(key, one, names)).join(', ')
  }
  const parts = partsOf(value)
  // What has a name goes by it; anything else is told part by part.
  const name = parts.name ?? parts.title ?? parts.text
  if (typeof name === 'string') return inWords('name', name, names)
  return Object.entries(parts)
    .map(([part, content]) => `${partName(part).toLowerCase()} ${inWords(part, content, names)}`)
    .join('; ')
}
