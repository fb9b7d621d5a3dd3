/**
 * What each column of an old plan holds is guessed from its heading, in the words that councils use, and
 * stands until a person has confirmed or corrected it.
 *
 * Source: issue 3, "map columns by name with a guess". Headings are those of published improvement plans;
 * a column that has no place of ours is kept as words with each action, so that nothing is dropped unsaid.
 */
import { type Cell, folded, isEmpty, wordsOf } from './cell'

export const fields = [
  'waymark-ref',
  'ref',
  'recommendation',
  'title',
  'outcome',
  'success-measure',
  'owner',
  'owner-email',
  'contributors',
  'team',
  'theme',
  'start',
  'due',
  'revised',
  'milestones',
  'delivered',
  'status',
  'progress',
  'evidence',
  'priority',
  'words',
] as const
export type Field = (typeof fields)[number]

export const fieldTitles: Record<Field, string> = {
  'waymark-ref': 'Waymark reference',
  ref: 'Their own reference',
  recommendation: 'Recommendation',
  title: 'Action: what will be done',
  outcome: 'Outcome for children',
  'success-measure': 'How success is measured',
  owner: 'Owner',
  'owner-email': 'Owner’s email',
  contributors: 'Contributors',
  team: 'Team',
  theme: 'Theme',
  start: 'Start',
  due: 'Due date, as first set',
  revised: 'Due date, as revised',
  milestones: 'Milestones',
  delivered: 'Delivered on',
  status: 'Status',
  progress: 'Progress',
  evidence: 'Evidence',
  priority: 'Priority',
  words: 'Something else',
}

/** What as many columns as there are may be: each stands under its own heading. */
export const isForMany = (field: Field): boolean => field === 'words'

/** What becomes of a column beyond the words that are kept with the action. */
export const fieldHints: Partial<Record<Field, string>> = {
  milestones: 'one to a line, each with its date',
  delivered: 'the action then counts as delivered',
  evidence: 'kept as words with the action; add the evidence itself afterwards',
  priority: 'kept as words with the action',
  words: 'kept as words with the action',
}

/** What each column holds, by its place; a column that is left out is not there. */
export type Columns = Readonly<Record<number, Field>>

// In the order of preference where a heading fits more than one: the exact before the loose.
const synonyms: readonly (readonly [Field, RegExp])[] = [
  ['waymark-ref', /^waymark (ref(erence)?|id)$/],
  [
    'owner-email',
    /\b(owner|lead|officer).*\be-?mail\b|\be-?mail\b.*\b(owner|lead|officer)\b|^e-?mail( address)?$/,
  ],
  [
    'revised',
    /\b(revised|new|extended|amended|updated|current|latest|forecast|rescheduled)\b.*\b(date|deadline|timescale|due|target|completion)\b|^(revised|extension)$/,
  ],
  ['milestones', /^(key |interim )?milestones?( \(.*\)| and dates)?$/],
  ['evidence', /\bevidence\b|\bassurance source\b|\bsource of assurance\b/],
  [
    'success-measure',
    /\b(success|performance|impact|outcome)\s*(measures?|criteria|indicators?)\b|\bmeasures?( of success)?$|\bhow (will|do) we (know|measure)|\b(kpis?|metrics?|pi)\b|\bwhat (will )?(success|good) looks?\b/,
  ],
  [
    'recommendation',
    /\brecommendations?\b|\b(ofsted|inspection)\b.*\b(findings?|areas?)\b|\bareas? (for|of|requiring) (priority )?(improvement|action|development)\b|^finding$|^afi$|^issue identified$/,
  ],
  [
    'outcome',
    /\boutcomes?\b|\bimpact\b(?!.*\brating\b)|\bdifference (it|this|we)\b|\bwhat (will be|difference)|^(aim|objective|goal|purpose|benefit)s?$/,
  ],
  [
    'status',
    /\b(b?rag|brag|status|traffic light|stated)\b(?!.*\b(progress|update|comments?|notes?|narrative)\b)|^(colour|color|rating|position|rag rating)$/,
  ],
  [
    'progress',
    /\b(progress|updates?|comments?|notes?|narrative|commentary|latest position|position statement)\b(?!.*\b(date|by|when)\b)/,
  ],
  ['theme', /^(improvement )?(theme|work ?stream|strand)$/],
  ['priority', /\bpriorit(y|ies)\b(?!.*\baction\b)|^(high\/medium\/low|h\/m\/l)$/],
  ['start', /\bstart(s|ed|ing)?\b|\bcommence(s|ment)?\b|^(from|date from|begin(s|ning)?)$/],
  [
    'due',
    /^(original )?(due|target|deadline|timescales?|time ?frames?|by when|when|completion date|end date|finish|to|until|date)\b(?!.*\b(completed|achieved|raised|of update|updated)\b)|\b(due|target|deadline|completion|end|finish|delivery)\b.*\b(date|by)\b|\btimescales?\b|\btime ?frames?\b|\bdeadline\b|\bby when\b|^complete by$/,
  ],
  [
    'team',
    /\b(team|service( area)?|directorate|department|division)\b(?!.*\b(lead|owner|manager)\b)/,
  ],
  [
    'contributors',
    /\b(contributors?|contributing|supporting|supported by|support(ed)? (officers?|leads?)|other (leads?|owners?|officers?)|partners?( involved)?|people involved|who else)\b/,
  ],
  [
    'owner',
    /\b(owner|lead|responsib(le|ility)|accountable|officer|sponsor|assigned( to)?|by whom|who|named person|sro|nominated)\b/,
  ],
  [
    'ref',
    /^(ref(erence)?|no|num(ber)?|id|item|action (ref(erence)?|no|num(ber)?|id)|s\/?n|line)\b\.?( no| number)?$|^#$|\b(ref|reference|id|no)\b\.?$/,
  ],
  [
    'title',
    /^(key |planned |specific |agreed |improvement |required |proposed |smart )?(actions?|tasks?|activit(y|ies)|steps?|milestones?)\b(?!.*\b(ref|no|number|id|owner|lead|status|date|by)\b)|\bactions? (required|needed|to be taken|planned|description|we will take|plan)\b|\bwhat (we|will|are we|needs)\b|\bdescription\b|^what\??$/,
  ],
]

/** The day on which it was done; "completion date" is the day by which it should be. */
const delivered =
  /^((date|day) )?(completed|delivered|achieved|closed|finished)( on| date)?$|^actual (completion|delivery|end)( date)?$/

/** What looks like one of these and is none. */
const nothingOfOurs =
  /\b(completed|closed|achieved|delivered|raised|added|last updated?|updated? (on|by)|days|times|count)\b|^date (of )?update$|^age\b/

/** What an export of ours says of how an action stands: it is derived anew, and never brought in. */
const derived =
  /\bderived\b|^(times|days) moved$|^last update on$|^pieces of evidence, count$|^waymark (version|address)$/

const plainWords = (heading: string): string =>
  folded(heading)
    .replace(/[()*:?]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The field that a heading names by itself; undefined where it names none that we know. */
export function fieldOf(heading: string): Field | undefined {
  const words = plainWords(heading)
  if (delivered.test(words)) return 'delivered'
  if (words === '' || nothingOfOurs.test(words) || derived.test(words)) return undefined
  return synonyms.find(([, form]) => form.test(words))?.[0]
}

type Rows = readonly (readonly Cell[])[]

/** The headings of the columns: where two rows head a table, each column bears the words of both. */
export function headingsAt(rows: Rows, headerRow: number): string[] {
  const head = rows[headerRow] ?? []
  const above = rows[headerRow - 1] ?? []
  const isGroup = above.filter((cell) => !isEmpty(cell)).length > 1
  const width = Math.max(head.length, isGroup ? above.length : 0)
  return Array.from({ length: width }, (_, at) => {
    const own = wordsOf(head[at]).trim()
    const over = isGroup ? wordsOf(above[at]).trim() : ''
    return [own === over ? '' : over, own].filter(Boolean).join(': ')
  })
}

/** The row whose cells are most like headings; the first that is filled where none are. */
export function findHeaderRow(rows: Rows): number {
  const scores = rows.slice(0, 40).map((row, at) => {
    const filled = row.filter((cell) => !isEmpty(cell))
    // Headings are short; a row of the plan holds sentences.
    const isShort = filled.every((cell) => wordsOf(cell).length <= 80)
    const known = new Set(row.map((cell) => fieldOf(wordsOf(cell))).filter(Boolean))
    return { at, score: isShort && filled.length > 1 ? known.size : 0, filled: filled.length }
  })
  const best = Math.max(0, ...scores.map(({ score }) => score))
  if (best >= 2) {
    const first = scores.find(({ score }) => score === best)!
    // "Timescale" over "Start" and "End": the lower of two rows of headings is the one above the plan.
    const below = scores[first.at + 1]
    return below && below.score >= 2 && below.score >= best - 1 ? below.at : first.at
  }
  const first = scores.findIndex(({ filled }) => filled > 1)
  return first === -1 ? 0 : first
}

/**
 * What each column is taken for, by its heading; each field at most once. What has a heading and says
 * something, but has no place of ours, is kept as words.
 */
export function guessColumns(headings: readonly string[], sample: Rows = []): Columns {
  const columns: Record<number, Field> = {}
  const taken = new Map<Field, number>()
  const owns = (heading: string) =>
    heading.includes(': ') ? heading.slice(heading.indexOf(': ') + 2) : heading
  headings.forEach((heading, at) => {
    const field = fieldOf(owns(heading)) ?? fieldOf(heading)
    if (!field || taken.has(field)) return
    columns[at] = field
    taken.set(field, at)
  })
  if (!taken.has('title')) {
    // A plan that calls what will be done its milestones, or calls it nothing that we know.
    const title = taken.get('milestones') ?? longestColumn(headings, sample, columns)
    if (title !== undefined) columns[title] = 'title'
  }
  headings.forEach((heading, at) => {
    if (columns[at] || plainWords(heading) === '' || derived.test(plainWords(owns(heading)))) return
    if (sample.some((row) => !isEmpty(row[at]))) columns[at] = 'words'
  })
  return columns
}

/** The column without a field that holds the most words: in a plan, what will be done. */
function longestColumn(
  headings: readonly string[],
  sample: Rows,
  columns: Columns,
): number | undefined {
  const lengths = headings.map((_, at) =>
    columns[at] ? 0 : sample.reduce((sum, row) => sum + wordsOf(row[at]).length, 0),
  )
  const most = Math.max(0, ...lengths)
  return most >= 15 * Math.max(1, sample.length) ? lengths.indexOf(most) : undefined
}
