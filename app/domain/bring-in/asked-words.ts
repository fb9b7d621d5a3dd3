/**
 * Words that many rows of an old plan share are asked about once, with what they may mean here; what
 * can mean one thing only is taken as that, and what a person must say begins with a proposal at most.
 *
 * Source: issue 3, "ambiguous ones are asked, not guessed". In SQL: bring_in_values_kind_is_one_we_know.
 */
import type { DateReading } from './dates'
import { type KnownName, readName } from './known-name'
import { type KnownPerson, readOwner } from './names'
import { type KnownRecommendation, readRecommendation } from './recommendation-match'
import { proposedStatus } from './statuses'

/** Words of an old plan that a person is asked about once, however many rows have them. */
export const valueKinds = [
  'status',
  'owner',
  'contributor',
  'team',
  'theme',
  'recommendation',
  'due',
  'start',
  'delivered',
  'milestone',
] as const
export type ValueKind = (typeof valueKinds)[number]

export interface ReadValue {
  kind: ValueKind
  /** the words with white space and capitals made alike; one question for each */
  key: string
  shown: string
  /** what it is taken as where nobody says otherwise; undefined where a person must say */
  taken: string | undefined
  /** what to begin with where a person must say */
  proposed: string | undefined
  because: string
  choices: { value: string; title: string }[]
}

/** What words mean, as far as that can be read. */
export type Meaning = Omit<ReadValue, 'kind' | 'key' | 'shown'>

export function dateValue(reading: DateReading): Meaning {
  if (reading.is === 'day')
    return { taken: reading.day, proposed: reading.day, because: `${reading.note}.`, choices: [] }
  if (reading.is === 'none')
    return {
      taken: 'none',
      proposed: 'none',
      because: 'It names no day, so there is no date; the words are kept.',
      choices: [],
    }
  const choices = reading.choices.map(({ day, title }) => ({ value: day, title }))
  return { taken: undefined, proposed: undefined, because: reading.because, choices }
}

export function ownerValue(text: string, people: readonly KnownPerson[]): Meaning {
  const reading = readOwner(text, people)
  if (reading.is === 'person') {
    const taken = String(reading.personId)
    return {
      taken,
      proposed: taken,
      because: 'It can be nobody else here.',
      choices: [{ value: taken, title: '' }],
    }
  }
  const choices =
    reading.is === 'asked' ? reading.personIds.map((id) => ({ value: String(id), title: '' })) : []
  return { taken: undefined, proposed: undefined, because: reading.because, choices }
}

export function recommendationValue(text: string, known: readonly KnownRecommendation[]): Meaning {
  const reading = readRecommendation(text, known)
  if (reading.is === 'recommendations') {
    const taken = reading.ids.join(',')
    return {
      taken,
      proposed: taken,
      because: 'Its words are those of the plan.',
      choices: [{ value: taken, title: '' }],
    }
  }
  const choices =
    reading.is === 'asked' ? reading.ids.map((id) => ({ value: String(id), title: '' })) : []
  const [only] = choices
  return {
    taken: undefined,
    proposed: choices.length === 1 ? only!.value : undefined,
    because: reading.because,
    choices,
  }
}

export const statusValue = (text: string): Meaning =>
  text === ''
    ? {
        taken: undefined,
        proposed: 'none',
        because:
          'There is progress and no status, and an update must say how the action stands. Choose how, or keep the words beside the action.',
        choices: [],
      }
    : {
        taken: undefined,
        proposed: proposedStatus(text),
        because: 'Say what this status means here.',
        choices: [],
      }

/** Who contributes is read as an owner is; a name that is nobody's here stays as words. */
export function contributorValue(text: string, people: readonly KnownPerson[]): Meaning {
  const value = ownerValue(text, people)
  return value.choices.length === 0 ? { ...value, proposed: 'none' } : value
}

export function teamValue(text: string, teams: readonly KnownName[]): Meaning {
  return nameValue(text, teams, 'team', 'none')
}

export function themeValue(text: string, themes: readonly KnownName[]): Meaning {
  return nameValue(text, themes, 'theme', 'new')
}

function nameValue(
  text: string,
  known: readonly KnownName[],
  what: string,
  otherwise: 'none' | 'new',
): Meaning {
  const reading = readName(text, known, what)
  if (reading.is === 'known') {
    const taken = String(reading.id)
    const because = `It is the ${what} of that name.`
    return { taken, proposed: taken, because, choices: [{ value: taken, title: '' }] }
  }
  const choices = reading.ids.map((id) => ({ value: String(id), title: '' }))
  const proposed = choices.length === 0 ? otherwise : undefined
  return { taken: undefined, proposed, because: reading.because, choices }
}

/** A step without a day is no milestone; a line that may be several days is asked about as a date is. */
export const milestoneValue = (due: DateReading): Meaning =>
  due.is === 'none'
    ? {
        ...dateValue(due),
        because: 'It names no day, and a milestone has one; the words are kept with the action.',
      }
    : dateValue(due)
