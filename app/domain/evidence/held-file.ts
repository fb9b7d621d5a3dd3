/**
 * A file in which something looks like an identifier, or that could not be searched, is kept and held:
 * nobody but the person who added it sees it until she removes it, puts a redacted one in its place, or
 * states why what was found tells nobody who a child is. An infected file is not talked free. One whose
 * adder has left is seen by nobody, and an administrator may remove it unseen.
 *
 * Source: PRODUCT rule 8; decision 0027. In SQL: evidence_file_holds_reason_is_one_we_know,
 * evidence_files_are_held_once_at_a_time, evidence_file_holds_are_released_by_a_statement,
 * evidence_with_a_held_file_is_not_accepted, evidence_files_without_bytes_have_a_tombstone.
 */
import { type Actor, may } from '../access/permissions'
import { all, type Decision, no, yes } from '../decision'
import { findIdentifiers, type IdentifierSettings } from './identifiers'
import type { FileSearch, FoundInFile, NotSearched, Unsearched } from './identifiers-in-file'
import { looksLike } from './typed-words'

export const heldReasons = [
  'not-yet-checked',
  'infected',
  'identifiers-found',
  'cannot-be-searched',
] as const
export type HeldReason = (typeof heldReasons)[number]

/** What holds a file. */
export type Hold =
  | { reason: 'not-yet-checked' | 'infected' }
  | {
      reason: 'identifiers-found' | 'cannot-be-searched'
      found: readonly FoundInFile[]
      unsearched: readonly Unsearched[]
    }

/** What of a hold is written down: a file full of numbers says no more in a thousand lines. */
export const foundAtMost = 200

/** What somebody said of before, and why it is no identifier. */
export interface Stated {
  found: readonly FoundInFile[]
  unsearched: readonly Unsearched[]
}

/**
 * What holds a file after it was searched; nothing where it was found clean, holds no words, or where
 * she has said of all that was found why it is not an identifier.
 */
export function holdAfter(search: FileSearch, stated: Stated = nothing): Hold | undefined {
  if (search.outcome === 'no-words') return undefined
  const all =
    search.outcome === 'searched'
      ? { found: search.found, unsearched: search.unsearched ?? [] }
      : { found: [], unsearched: [{ because: search.because }] }
  const known = new Set([...stated.found, ...stated.unsearched].map(keyOf))
  const isKnown = (one: FoundInFile) =>
    known.has(keyOf(one)) || calledBefore(one).some((before) => known.has(keyOf(before)))
  const found = all.found.filter((one) => !isKnown(one)).slice(0, foundAtMost)
  const unsearched = all.unsearched.filter((one) => !known.has(keyOf(one))).slice(0, foundAtMost)
  if (found.length === 0 && unsearched.length === 0) return undefined
  const reason = found.length > 0 ? 'identifiers-found' : 'cannot-be-searched'
  return { reason, found, unsearched }
}

const nothing = { found: [], unsearched: [] }

// The dots of a date tell only how it is written, and that changes with how numbers are shown.
const keyOf = (one: Partial<FoundInFile & Unsearched>): string =>
  [one.kind, one.kind === 'date-of-birth' ? '' : one.masked, one.because, one.where].join('\n')

/**
 * The hit as older rules told it, where its place had another name then. Not a date of birth: its dots
 * would not tell it from another one in that document.
 */
function calledBefore(hit: FoundInFile): readonly FoundInFile[] {
  if (hit.kind === 'date-of-birth') return []
  return (namesBefore.get(hit.where) ?? []).map((where) => ({ ...hit, where }))
}

const unnamed = 'another part of the document'
const namesBefore: ReadonlyMap<string, readonly string[]> = new Map([
  ...[
    ['the settings of the document', 'data kept with the document'],
    ['a chart', 'a sheet of a chart', 'a diagram', 'a pivot table', 'a slicer'],
    ['the layout of slides', 'the layout of notes and handouts', 'a comment on a slide'],
    ['a sheet that the workbook no longer lists', 'what is kept of another workbook'],
    ['the headings of a table', 'a connection of the workbook', 'a change that is still kept'],
    ['a format of the workbook'],
  ]
    .flat()
    .map((name): [string, string[]] => [name, [unnamed]]),
  ['the name of who commented on a cell', ['who commented on a cell', unnamed]],
])

export interface HeldFile {
  addedById: number
  /** whoever added it has left: nobody sees it any more */
  isLeftBehind: boolean
  reason: HeldReason
  /** undefined while it is held */
  outcome: 'released' | 'destroyed' | undefined
}

/** Whether the actor may remove the file, or put another in its place. */
export const canDestroyHeldFile = (actor: Actor, file: HeldFile): Decision =>
  all(
    may(actor, 'evidence.add'),
    file.addedById === actor.personId ? yes : no('Only the person who added the file can do this.'),
    file.outcome === undefined ? yes : no(alreadyAnswered[file.outcome]),
  )

/** Whether the actor may remove, unseen, what somebody left behind. */
export const canClearHeldFile = (actor: Actor, file: HeldFile): Decision =>
  all(
    may(actor, 'held-file.clear'),
    file.isLeftBehind ? yes : no('Whoever added the file is still here, and answers for it.'),
    file.outcome === undefined ? yes : no('This file is not held any more.'),
  )

/** Whether she may say that what was found is not an identifier; with her words, whether they will do. */
export const canStateNoIdentifier = (
  actor: Actor,
  file: HeldFile,
  statement?: string,
  settings: IdentifierSettings = {},
): Decision =>
  all(
    canDestroyHeldFile(actor, file),
    file.reason === 'infected'
      ? no(
          'A file with a virus is not shown to anybody. Remove it, or add a clean one in its place.',
        )
      : yes,
    file.reason === 'not-yet-checked'
      ? no('The file has not been checked yet. Nothing needs to be said of it before.')
      : yes,
    statement?.trim() === '' ? no('Say why it tells nobody who a child is.') : yes,
    statement !== undefined && findIdentifiers(statement, settings).length > 0
      ? no('Say it without the number, date or postcode itself: others read this.', 'statement')
      : yes,
  )

const alreadyAnswered = {
  released: 'You have said already why it is not an identifier.',
  destroyed: 'This file has been destroyed already.',
}

/** Why a file is held, in a sentence to the person who added it. */
export function heldSentence(hold: Hold): string {
  switch (hold.reason) {
    case 'identifiers-found':
      return hold.found.length === 1
        ? 'Something in it looks as if it could tell who a child is.'
        : `${hold.found.length} things in it look as if they could tell who a child is.`
    case 'cannot-be-searched':
      return hold.unsearched.some(({ where }) => where === undefined)
        ? 'It could not be searched for what tells who a child is.'
        : 'A part of it could not be searched for what tells who a child is.'
    case 'infected':
      return 'A virus was found in it.'
    case 'not-yet-checked':
      return 'It has not been checked yet.'
  }
}

/** "“••• ••• ••19” looks like an NHS number" */
export const hitSentence = ({ kind, masked }: Pick<FoundInFile, 'kind' | 'masked'>): string =>
  `“${masked}” ${looksLike(kind)}`

/** What stands on the tombstone of a file that was destroyed for what held it. */
export const whyDestroyed = (reason: HeldReason, how: HowDestroyed): string =>
  `${whyHeld[reason]}${howDestroyed[how]}`

export type HowDestroyed = 'removed' | 'replaced' | 'left-behind'

const howDestroyed: Record<HowDestroyed, string> = {
  removed: '',
  replaced: ' Another file was put in its place.',
  'left-behind': ' Whoever added it had left, and it was removed unseen.',
}

/** What held a file, for those who do not see it. */
export const whyHeld: Record<HeldReason, string> = {
  'identifiers-found': 'Something in it looked as if it could tell who a child is.',
  'cannot-be-searched': 'It could not be searched for what tells who a child is.',
  infected: 'A virus was found in it.',
  'not-yet-checked': 'It had not been checked yet.',
}

/** "It is protected with a password." */
export const unsearchedSentence = ({ because }: Unsearched): string => unsearchedSentences[because]

const unsearchedSentences: Record<NotSearched, string> = {
  encrypted: 'It is protected with a password.',
  corrupt: 'It is damaged.',
  'too-large': 'It holds more than can be searched.',
  'took-too-long': 'Searching it took too long, so it was stopped.',
  scan: 'It is a picture of a page, in which no words can be read.',
  'unread-kind': 'It is of a kind in which no words can be read.',
  archive: 'It is several files packed into one.',
}
