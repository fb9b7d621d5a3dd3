/**
 * Impact says whether an action made a difference for children; a leader who does not own it signs
 * that off, once evidence is accepted.
 *
 * A delivered and assured action may have changed nothing: that must be visible, so impact never
 * follows from delivery or assurance. Source: PRODUCT rules 2 and 7.
 * In SQL: impact_sign_offs_not_by_the_owner, impact_sign_offs_have_words,
 * impact_sign_offs_verdict_is_one_we_know.
 */
import { type Actor, may } from '../access/permissions'
import { type Decision, all, no, yes } from '../decision'
import { type CalendarDate, counted, daysBetween, longDate } from '../time/calendar-date'

/** What a leader may sign. */
export const impactVerdicts = [
  'too-early',
  'made-a-difference',
  'partly',
  'made-no-difference',
  'worse',
] as const
export type ImpactVerdict = (typeof impactVerdicts)[number]

/** What is shown: a verdict, or that nobody has signed one though it is time. */
export type Impact = ImpactVerdict | 'not-shown'

export const impactTitles: Record<Impact, string> = {
  'too-early': 'Too early to say',
  'not-shown': 'Impact not shown',
  'made-a-difference': 'Made a difference',
  partly: 'Made some difference',
  'made-no-difference': 'Made no difference',
  worse: 'Made things worse',
}

export interface ImpactSettings {
  /** Calendar days after delivery, or after "too early" was signed, in which it stays too early. */
  tooEarlyForDays: number
}

export const defaultImpactSettings: ImpactSettings = { tooEarlyForDays: 90 }

export interface ImpactFacts {
  deliveredOn: CalendarDate | null
  /** In any order; of several on one day the last in the list counts. */
  signOffs: readonly { signedOn: CalendarDate; verdict: ImpactVerdict }[]
}

export interface DerivedImpact {
  impact: Impact
  /** The day of the sign-off that counts; null where there is none. */
  signedOn: CalendarDate | null
  /** One sentence. */
  reason: string
}

/** The impact of an action at the end of the day `today`; later sign-offs are left out. */
export function impactOf(
  action: ImpactFacts,
  today: CalendarDate,
  settings: ImpactSettings = defaultImpactSettings,
): DerivedImpact {
  const signOff = action.signOffs
    .filter((one) => one.signedOn <= today)
    .reduce<ImpactFacts['signOffs'][number] | undefined>(
      (last, one) => (last && last.signedOn > one.signedOn ? last : one),
      undefined,
    )
  if (signOff && signOff.verdict !== 'too-early') {
    return {
      impact: signOff.verdict,
      signedOn: signOff.signedOn,
      reason: `A leader signed on ${longDate(signOff.signedOn)}: ${impactTitles[signOff.verdict].toLowerCase()}.`,
    }
  }
  if (signOff) {
    const days = daysBetween(signOff.signedOn, today)
    const over = days > settings.tooEarlyForDays
    return {
      impact: over ? 'not-shown' : 'too-early',
      signedOn: signOff.signedOn,
      reason: over
        ? `A leader found it too early ${counted(days, 'day')} ago; nothing is signed since.`
        : `A leader found it too early to say on ${longDate(signOff.signedOn)}.`,
    }
  }
  if (action.deliveredOn === null || action.deliveredOn > today) {
    return { impact: 'too-early', signedOn: null, reason: 'It is not delivered yet.' }
  }
  const days = daysBetween(action.deliveredOn, today)
  return days > settings.tooEarlyForDays
    ? {
        impact: 'not-shown',
        signedOn: null,
        reason: `It was delivered ${counted(days, 'day')} ago and no leader has signed what difference it made.`,
      }
    : {
        impact: 'too-early',
        signedOn: null,
        reason: `It was delivered on ${longDate(action.deliveredOn)}; impact is looked for within ${settings.tooEarlyForDays} days.`,
      }
}

export interface ImpactSignOffFacts {
  ownerId: number | null
  /** Pieces of evidence for the action whose latest review accepts them. */
  acceptedEvidence: number
}

/** Whether the actor may sign off impact; with the words given, whether those will do. */
export const canSignOffImpact = (
  actor: Actor,
  action: ImpactSignOffFacts,
  signing?: { words: string },
): Decision =>
  all(
    may(actor, 'impact.sign-off'),
    action.ownerId === actor.personId
      ? no('Somebody other than the owner must sign off its impact.')
      : yes,
    action.acceptedEvidence === 0 ? no('Impact can be signed off once evidence is accepted.') : yes,
    signing && signing.words.trim() === ''
      ? no('Say what difference it made for children, and how you know.')
      : yes,
  )
