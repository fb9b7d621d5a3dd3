import type { Context } from '~/auth/context.server'
import { bringInValues, countBringInValues } from '~/db/tables/bring-in-values.server'
import { bringInFacts } from '~/db/tables/bring-ins.server'
import { proposalsOfBringIn } from '~/db/tables/invitation-proposals.server'
import { allTeams } from '~/db/tables/teams.server'
import { allThemes } from '~/db/tables/themes.server'
import { deliveries, deliveryTitles } from '~/domain/action/delivery'
import { masked } from '~/domain/bring-in/masked'
import type { IdentifierSettings } from '~/domain/evidence/identifiers'
import { type ValueKind, valueKinds } from '~/domain/bring-in/asked-words'
import { personIn } from '~/domain/bring-in/names'
import { recommendationRef } from '~/domain/plan/references'
import { type CalendarDate, longDate } from '~/domain/time/calendar-date'
import { type BringInHead, headOf } from './bring-in.query.server'
import { knownPeople, knownRecommendations } from './known.server'
import { isOfDays } from './word-kinds'

export interface WordsView extends BringInHead {
  kind: ValueKind
  kinds: { kind: ValueKind; values: number; open: number }[]
  values: {
    key: string
    shown: string
    rows: number
    firstRow: number
    because: string
    /** what is chosen: by a person, or to begin with */
    chosen: string
    /** whom an administrator could be asked to invite, as far as the words say; undefined for others than owners */
    toInvite: { name: string; email: string } | undefined
    isOpen: boolean
    choices: { value: string; title: string }[]
  }[]
  /** everything that may be chosen beside what is likely */
  others: { value: string; title: string }[]
  /** the row after which the next page begins; undefined on the last */
  next: number | undefined
  isLater: boolean
}

const pageOfWords = 20

/** Words of one kind, and what they may mean here. */
export async function wordsView(
  { db }: Context,
  id: number,
  { kind: wanted, after }: { kind?: string; after?: number },
  looksFor: IdentifierSettings,
): Promise<WordsView | undefined> {
  const facts = await bringInFacts(db, id)
  if (!facts) return undefined
  const counts = await countBringInValues(db, id)
  const kinds = valueKinds.flatMap((kind) => counts.find((one) => one.kind === kind) ?? [])
  const kind =
    kinds.find((one) => one.kind === wanted)?.kind ??
    (kinds.find(({ open }) => open > 0) ?? kinds[0])?.kind ??
    'status'
  const page = await bringInValues(db, id, { kind, after, limit: pageOfWords })
  const last = page.at(-1)?.firstRow ?? 0
  const later = await bringInValues(db, id, { kind, after: last, limit: 1 })
  const others = await choicesOf(db, kind)
  const invited = kind === 'owner' ? await proposalsOfBringIn(db, id) : []
  const titles = new Map([
    ...others.map(({ value, title }) => [value, title] as const),
    ...invited.map(
      ({ id: at, name, email }) => [`p${at}`, `To be invited: ${name}, ${email}`] as const,
    ),
  ])
  return {
    ...headOf(facts),
    kind,
    kinds,
    values: page.map(
      ({ key, shown, rows, firstRow, because, answer, taken, proposed, choices }) => ({
        key,
        shown: masked(shown, looksFor),
        rows,
        firstRow,
        because,
        chosen: answer ?? taken ?? proposed ?? '',
        toInvite: kind === 'owner' && taken === null ? personIn(shown) : undefined,
        isOpen: answer === null && taken === null,
        choices: withAnswer(choices, answer ?? taken).map(({ value, title }) => ({
          value,
          title: title || inWords(kind, value, titles),
        })),
      }),
    ),
    others,
    next: later.length > 0 ? last : undefined,
    isLater: after !== undefined,
  }
}

/** What was answered stands among the choices, also where it is another day than any of them. */
const withAnswer = (choices: { value: string; title: string }[], answer: string | null) =>
  answer === null ||
  answer === 'none' ||
  answer === 'new' ||
  choices.some(({ value }) => value === answer)
    ? choices
    : [{ value: answer, title: '' }, ...choices]

function inWords(kind: ValueKind, value: string, titles: ReadonlyMap<string, string>): string {
  if (isOfDays(kind)) return longDate(value as CalendarDate)
  return value
    .split(',')
    .map((one) => titles.get(one) ?? one)
    .join('; ')
}

async function choicesOf(db: Context['db'], kind: ValueKind): Promise<WordsView['others']> {
  switch (kind) {
    case 'status':
      return deliveries.map((value) => ({ value, title: deliveryTitles[value] }))
    case 'owner':
    case 'contributor':
      return (await knownPeople(db))
        .filter(({ isHere }) => isHere)
        .map(({ id, name }) => ({ value: String(id), title: name }))
    case 'team':
    case 'theme':
      return (await (kind === 'team' ? allTeams : allThemes)(db)).map(({ id, name }) => ({
        value: String(id),
        title: name,
      }))
    case 'recommendation':
      return (await knownRecommendations(db)).map(({ id, text }) => ({
        value: String(id),
        title: `${recommendationRef(id)} ${text.length > 90 ? `${text.slice(0, 88)}…` : text}`,
      }))
    default:
      return []
  }
}

/** Where to go on after a page of words is answered: its next page, or words of which some are open. */
export async function stepAfterWords(
  { db }: Context,
  id: number,
  { kind, next }: { kind: ValueKind; next: number | undefined },
): Promise<{ kind: string; after?: number } | undefined> {
  if (next !== undefined) return { kind, after: next }
  const counts = await countBringInValues(db, id)
  const open = valueKinds.find((one) => counts.some((of) => of.kind === one && of.open > 0))
  return open && { kind: open }
}
