/**
 * The owner that an old plan names is matched to a person only where the words can mean nobody else;
 * otherwise a person is asked, and the name stays with the action as it was written.
 *
 * Source: issue 3, "match owners to people (or invite them)".
 */
import { folded } from './cell'

export interface KnownPerson {
  id: number
  name: string
  email: string
  isHere: boolean
  teamId: number | null
}

export type OwnerReading =
  | { is: 'person'; personId: number }
  /** more than one it may be, or one who has left: asked, with these first */
  | { is: 'asked'; personIds: readonly number[]; because: string }
  | { is: 'unknown'; because: string }

const titles = /\b(mrs?|ms|miss|dr|prof|cllr|councillor|sir|dame)\b\.?/g

/** Who is named, for an invitation: the name without a job title, and the address if there is one. */
export function personIn(text: string): { name: string; email: string } {
  const email = /[^\s<>(),;]+@[^\s<>(),;]+\.[a-z]+/i.exec(text)?.[0].toLowerCase() ?? ''
  const name = text
    .replace(/<[^>]*>|\([^)]*\)|\[[^\]]*\]|\S+@\S+/g, ' ')
    .replace(/\s+[-–—]\s+.*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { name, email }
}

/** The names in a cell, without job titles in brackets, and with an e-mail address apart. */
function partsOf(text: string): { email: string | undefined; names: string[] } {
  const email = /[^\s<>(),;]+@[^\s<>(),;]+\.[a-z]+/i.exec(text)?.[0].toLowerCase()
  const rest = folded(text.replace(/<[^>]*>|\([^)]*\)|\[[^\]]*\]/g, ' ').replace(/\S+@\S+/g, ' '))
    .replace(titles, ' ')
    .replace(/\s+-\s+.*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { email, names: rest === '' ? [] : rest.split(/\s*(?:\/|;|&|\+|\band\b|\n)\s*/) }
}

/** "okafor, joy" is "joy okafor"; a comma and more words than two are a job title after the name. */
function inOrder(name: string): string {
  const [before = '', after = ''] = name.split(/,\s*/, 2)
  if (after === '') return before.replace(/\./g, ' ').replace(/\s+/g, ' ').trim()
  const isSurname = !before.includes(' ') || /^(van|de|von|mc|o'|st)\b/.test(before)
  return (isSurname ? `${after} ${before}` : before).replace(/\./g, ' ').replace(/\s+/g, ' ').trim()
}

/** Whether the words can be how somebody writes this person: whole name, initials, or one of the names. */
function howLike(words: string, person: string): 'whole' | 'part' | undefined {
  if (words === person) return 'whole'
  const said = words.split(' ')
  const name = person.split(/[ ]/)
  const surname = name.at(-1)!
  const joined = (parts: readonly string[]) => parts.join('').replace(/[-']/g, '')
  if (joined(said) === joined(name)) return 'whole'
  if (said.length === 1) {
    const [only = ''] = said
    const initials = name
      .flatMap((part) => part.split('-'))
      .map((part) => part.charAt(0))
      .join('')
    if (only === surname || only === name[0]) return 'part'
    return only.length >= 2 && only === initials ? 'part' : undefined
  }
  // "j okafor", "jo okafor" for Joanna, "okafor j"
  const [given, family] = said.at(-1) === surname ? [said[0]!, surname] : [said.at(-1)!, said[0]!]
  return family === surname && name[0]!.startsWith(given) ? 'part' : undefined
}

/**
 * The people that a cell names one after the other, each in the words of the cell. A comma parts names
 * where each side could be one; in "Okafor, Joy" it does not.
 */
export function namesIn(text: string): string[] {
  const parts = text.split(/\s*[\n;/&]\s*|\s+(?:\+|and)\s+/i)
  return parts
    .flatMap((part) => {
      const between = part.split(/,\s*/)
      const areNames = between.length > 2 || between.every((one) => / \S/.test(one.trim()))
      return areNames ? between : [part]
    })
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Whom the words of an owner's cell mean. */
export function readOwner(text: string, people: readonly KnownPerson[]): OwnerReading {
  const { email, names } = partsOf(text)
  const byEmail = email && people.find((person) => person.email === email)
  if (byEmail) return oneOf([byEmail], 'sure')
  if (names.length > 1) {
    const each = names.flatMap((name) => peopleLike(inOrder(name), people).found)
    return {
      is: 'asked',
      personIds: [...new Set(each.map(({ id }) => id))],
      because: 'It names more than one, and an action has one accountable owner.',
    }
  }
  const [name] = names
  if (!name) return { is: 'unknown', because: 'Nobody here has that address.' }
  const { found, how } = peopleLike(inOrder(name), people)
  if (found.length > 0) return oneOf(found, how)
  return { is: 'unknown', because: 'Nobody here is called that.' }
}

function peopleLike(
  words: string,
  people: readonly KnownPerson[],
): { found: KnownPerson[]; how: 'sure' | 'likely' } {
  const alike = people.map((person) => ({ person, how: howLike(words, folded(person.name)) }))
  const whole = alike.filter(({ how }) => how === 'whole').map(({ person }) => person)
  if (whole.length > 0) return { found: whole, how: 'sure' }
  // A surname with its initial is how a council writes a name; one word alone is only a hint.
  const how = words.includes(' ') ? 'sure' : 'likely'
  return { found: alike.filter(({ how }) => how === 'part').map(({ person }) => person), how }
}

function oneOf(found: readonly KnownPerson[], how: 'sure' | 'likely'): OwnerReading {
  const here = found.filter(({ isHere }) => isHere)
  const [only] = here
  if (here.length === 1 && how === 'sure') return { is: 'person', personId: only!.id }
  const personIds = here.map(({ id }) => id)
  if (here.length > 1) {
    return { is: 'asked', personIds, because: `${here.length} people here may be meant.` }
  }
  return only
    ? { is: 'asked', personIds, because: 'It may be somebody here: say whether it is.' }
    : { is: 'asked', personIds, because: `${found[0]!.name} has left.` }
}
