/**
 * An action has one owner who answers for it. Where nobody owns it, or its owner has left, it is
 * unowned: it counts as such wherever that is counted. An owner from whom nothing comes is a phantom;
 * and where few people own much of the plan, it stands or falls with them.
 *
 * Source: issue 3, "Ownership"; PRODUCT "manager": see at once what is unowned. In SQL nothing holds
 * this: it is told, not refused.
 */
import { type CalendarDate, counted, daysBetween, longDate } from '../time/calendar-date'

export interface OwnedFacts {
  ownerId: number | null
  /** the owner has been suspended */
  ownerLeft?: boolean
}

export const isUnowned = ({ ownerId, ownerLeft }: OwnedFacts): boolean =>
  ownerId === null || ownerLeft === true

export interface OwnershipSettings {
  /** Whoever has neither signed in nor given an update for longer, or since they were invited, is a phantom. */
  phantomAfterDays: number
  /** The part of the plan, in per cent, that is called much. */
  muchOfThePlan: number
}

export const defaultOwnershipSettings: OwnershipSettings = {
  phantomAfterDays: 30,
  muchOfThePlan: 40,
}

export interface OwnerFacts {
  name: string
  /** actions of theirs that are not delivered */
  open: number
  leftOn: CalendarDate | null
  /** when they were last sent an invitation; null where nobody was asked to come that way */
  invitedOn: CalendarDate | null
  signedInOn: CalendarDate | null
  updatedOn: CalendarDate | null
}

/** Why nothing can be expected of an owner just now, in a sentence; undefined where something can. */
export function phantomBecause(
  owner: OwnerFacts,
  today: CalendarDate,
  settings: OwnershipSettings = defaultOwnershipSettings,
): string | undefined {
  if (owner.open === 0) return undefined
  if (owner.leftOn) return `Left on ${longDate(owner.leftOn)}.`
  const seen = [owner.signedInOn, owner.updatedOn].filter((day) => day !== null).sort()
  const last = seen.at(-1)
  const isOver = (day: CalendarDate) => daysBetween(day, today) > settings.phantomAfterDays
  // Whoever was asked to come has as long to do so as those who are here have to say something.
  if (owner.invitedOn && !isOver(owner.invitedOn)) return undefined
  if (!last) {
    return owner.invitedOn
      ? `Invited on ${longDate(owner.invitedOn)}, and has never signed in.`
      : 'Has never signed in.'
  }
  return isOver(last)
    ? `No sign-in and no update for ${counted(daysBetween(last, today), 'day')}.`
    : undefined
}

export interface Load<Owner> {
  /** The fewest who together own that part of the open actions, the most loaded first. */
  few: readonly Owner[]
  /** Open actions that they own. */
  theirs: number
  /** Open actions that somebody owns. */
  owned: number
  /** "3 of 20 owners carry 41 % of the open actions that somebody here owns."; undefined where nothing is owned. */
  sentence: string | undefined
}

/** Who carries much of the plan. Owners who have left carry nothing, so they do not count. */
export function loadOf<Owner extends Pick<OwnerFacts, 'name' | 'open' | 'leftOn'>>(
  owners: readonly Owner[],
  settings: OwnershipSettings = defaultOwnershipSettings,
): Load<Owner> {
  const carrying = owners
    .filter(({ open, leftOn }) => open > 0 && leftOn === null)
    .sort((a, b) => b.open - a.open)
  const owned = carrying.reduce((sum, { open }) => sum + open, 0)
  const few: Owner[] = []
  let theirs = 0
  for (const owner of carrying) {
    if (theirs * 100 >= owned * settings.muchOfThePlan) break
    few.push(owner)
    theirs += owner.open
  }
  const verb = few.length === 1 ? 'carries' : 'carry'
  return {
    few,
    theirs,
    owned,
    sentence:
      owned === 0
        ? undefined
        : `${few.length} of ${counted(carrying.length, 'owner')} ${verb} ${shareOf(theirs, owned)} of the open actions that somebody here owns.`,
  }
}

/** "41 %" */
export const shareOf = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part * 100) / whole)} %`
