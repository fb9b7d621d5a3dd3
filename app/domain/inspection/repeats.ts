/**
 * When a report says again what an earlier one said, the council is told so and a person confirms it:
 * Waymark proposes, with its reason, and never decides. A repeat is said by a later inspection of the
 * same council; each pair is decided once, and a decision can be taken back, not erased.
 *
 * Two recommendations are likely to say the same where they speak of the same telling subject and
 * their words are near enough; where they share only broad ones, their words must be nearer, the more
 * so where one of them speaks of a telling subject of its own; and where a third of their telling words
 * are the same, whatever the subject.
 * What a safeguarding board was told is not compared with what the council was told.
 * Source: PRODUCT rule 1; the measures and where they come from are in decision 0012. In SQL:
 * repeat_decisions_are_of_two_recommendations, repeat_decisions_are_of_one_council,
 * repeat_decisions_look_back, repeat_decisions_verdict_is_one_we_know,
 * repeat_decisions_of_a_pair_are_made_once, repeat_withdrawals_are_made_once.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import type { CalendarDate } from '../time/calendar-date'
import { subjectsIn } from './subjects'

export const repeatVerdicts = ['same', 'different'] as const
export type RepeatVerdict = (typeof repeatVerdicts)[number]

export const repeatVerdictTitles: Record<RepeatVerdict, string> = {
  same: 'It says the same again',
  different: 'It is something else',
}

/** A recommendation as it is compared with others. */
export interface Compared {
  kind: string
  text: string
  /** the stems of its words, as full-text search takes them */
  stems: readonly string[]
}

/** What two recommendations have in common by their words alone. */
export interface Common {
  telling: readonly string[]
  broad: readonly string[]
  /** one of the two speaks of a telling subject that the other does not */
  eachItsOwn: boolean
  stems: readonly string[]
  /** from 0 to 1: of their telling words, how many are in both */
  share: number
}

/** Stems that stand in recommendations of every kind: that two of them share these says nothing. */
const inEveryReport = new Set(
  `action address agenc also alway appropri area arrang assess avail care case child children clear
  complet concern consist continu current decis develop effect enabl ensur experi famili focus framework
  fulli good health help howev identifi impact improv includ increas inform key leader level live local
  look make manag meet multi nation need number offer outcom particular partner partnership peopl perform
  place plan practic process protect provid qualiti receiv record reduc relev requir respons review risk
  robust servic share social strategi strengthen subject support system time timeli understand use well
  within work worker young across`.split(/\s+/),
)

/** What two recommendations share; undefined where that is too little to ask how near their words are. */
export function inCommon(earlier: Compared, later: Compared): Common | undefined {
  if ((earlier.kind === 'lscb') !== (later.kind === 'lscb')) return undefined
  const [before, now] = [spokenOf(earlier), spokenOf(later)]
  const telling = before.telling.filter((name) => now.telling.includes(name))
  const broad = before.broad.filter((name) => now.broad.includes(name))
  const stems = now.stems.filter((stem) => before.stems.includes(stem))
  const common = {
    telling,
    broad,
    eachItsOwn: before.telling.length + now.telling.length > 2 * telling.length,
    stems,
    share: stems.length === 0 ? 0 : (2 * stems.length) / (before.stems.length + now.stems.length),
  }
  return likelyWith(1, common) ? common : undefined
}

const known = new WeakMap<Compared, ReturnType<typeof read>>()

/** Each is compared with many others, and read once. */
function spokenOf(one: Compared): ReturnType<typeof read> {
  const before = known.get(one)
  if (before) return before
  const now = read(one)
  known.set(one, now)
  return now
}

function read({ text, stems }: Compared) {
  const spoken = subjectsIn(text).map(({ subject }) => subject)
  return {
    telling: spoken.filter(({ isBroad }) => !isBroad).map(({ name }) => name),
    broad: spoken.filter(({ isBroad }) => isBroad).map(({ name }) => name),
    stems: [...new Set(stems)].filter((stem) => !inEveryReport.has(stem)),
  }
}

// Measured on pairs of published reports (decision 0012): below these, most proposals were wrong.
const nearEnough = {
  telling: { similarity: 0.17, share: 0.1 },
  broad: { similarity: 0.22, share: 0.15 },
  broadAlone: { similarity: 0.32 },
  broadAmongOthers: { share: 0.25, stems: 2 },
  anything: { share: 1 / 3, stems: 3 },
}

function likelyWith(similarity: number, common: Common): boolean {
  const { telling, broad, eachItsOwn, stems, share } = common
  const near = (least: { similarity: number; share: number }) =>
    similarity >= least.similarity || share >= least.share
  const sharing = (least: { share: number; stems: number }) =>
    share >= least.share && stems.length >= least.stems
  // one broad subject and no other word in common says less than that and something more
  const isAlone = stems.length === 0 && broad.length === 1
  if (telling.length > 0 && near(nearEnough.telling)) return true
  if (broad.length > 0 && !eachItsOwn && near(nearEnough.broad)) {
    return !isAlone || similarity >= nearEnough.broadAlone.similarity
  }
  return (broad.length > 0 && sharing(nearEnough.broadAmongOthers)) || sharing(nearEnough.anything)
}

export interface Likeness {
  /** "Both speak of supervision and management oversight." */
  reason: string
  /** how near the words are, in words */
  nearness: string
  /** the nearer, the higher: for order alone, it is not shown */
  rank: number
}

/**
 * Why the later is likely to say the earlier again; undefined where it is not.
 * @param similarity of the two texts by their groups of three letters, from 0 to 1
 */
export function likeness(common: Common, similarity: number): Likeness | undefined {
  if (!likelyWith(similarity, common)) return undefined
  const { telling, broad, share } = common
  const spoken = [...telling, ...broad]
  return {
    reason:
      spoken.length === 0
        ? 'They speak of the same in much the same words.'
        : `Both speak of ${listed(spoken)}.`,
    nearness: nearness(similarity, share),
    rank: similarity + share,
  }
}

function nearness(similarity: number, share: number): string {
  if (similarity >= 0.5 || (similarity >= 0.4 && share >= 0.6)) return 'Nearly the same words.'
  if (similarity >= 0.3 || share >= 0.25) return 'Much in the same words.'
  return 'Mostly in other words.'
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** A recommendation with what decides whether it can repeat another. */
export interface Tellable {
  id: number
  council: string
  inspectedFrom: CalendarDate
}

export interface RepeatFacts {
  earlier: Tellable
  later: Tellable
  /** what was decided of the pair and not taken back */
  decided: RepeatVerdict | null
}

/** Whether the actor may decide if the later recommendation says the earlier one again. */
export const canDecideRepeat = (actor: Actor, { earlier, later, decided }: RepeatFacts): Decision =>
  all(
    may(actor, 'repeat.decide'),
    earlier.id === later.id ? no('A recommendation cannot repeat itself.') : yes,
    earlier.council.toLowerCase() === later.council.toLowerCase()
      ? yes
      : no('Only what the same council was told can have been said again.'),
    earlier.inspectedFrom < later.inspectedFrom
      ? yes
      : no('Choose a recommendation of an earlier inspection.'),
    decided === null
      ? yes
      : no(
          decided === 'same'
            ? 'Somebody has already said that it says the same again.'
            : 'Somebody has already said that it is something else.',
        ),
  )

/** Whether the actor may take such a decision back, so that the pair is open again. */
export const canTakeBackRepeat = (actor: Actor, decision: { isTakenBack: boolean }): Decision =>
  all(
    may(actor, 'repeat.decide'),
    decision.isTakenBack ? no('This has been taken back already.') : yes,
  )
