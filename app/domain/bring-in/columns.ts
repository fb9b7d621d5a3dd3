/**
 * What each column of an old plan holds is guessed from its heading, in the words that councils use, and
 * stands until a person has confirmed or corrected it.
 *
 * Source: issue 3, "map columns by name with a guess". Headings are those of published improvement plans;
 * a column that nothing is known of is left out, and stays in the file that is kept.
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
  'team',
  'start',
  'due',
  'revised',
  'status',
  'progress',
  'evidence',
  'priority',
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
  team: 'Team',
  start: 'Start',
  due: 'Due date, as first set',
  revised: 'Due date, as revised',
  status: 'Status',
  progress: 'Progress',
  evidence: 'Evidence',
  priority: 'Priority',
}

/** What becomes of a column beyond the words that are kept with the action. */
export const fieldHints: Partial<Record<Field, string>> = {
  team: 'kept as words with the action',
  evidence: 'kept as words with the action; add the evidence itself afterwards',
  priority: 'kept as words with the action',
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
  ['priority', /\bpriorit(y|ies)\b(?!.*\baction\b)|^(high\/medium\/low|h\/m\/l|theme|workstream)$/],
  ['start', /\bstart(s|ed|ing)?\b|\bcommence(s|ment)?\b|^(from|date from|begin(s|ning)?)$/],
  [
    'due',
    /^(original )?(due|target|deadline|timescales?|time ?frames?|by when|when|completion date|end date|finish|to|until|date)\b(?!.*\b(completed|achieved|raised|of update|updated)\b)|\b(due|target|deadline|completion|end|finish|delivery)\b.*\b(date|by)\b|\btimescales?\b|\btime ?frames?\b|\bdeadline\b|\bby when\b|^complete by$/,
  ],
  [
    'team',
    /\b(team|service( area)?|directorate|department|division|workstream)\b(?!.*\b(lead|owner|manager)\b)/,
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

/** Fits of columns to fields that a heading can also have, weaker than those above. */
const nothingOfOurs =
  /\b(date )?(completed|closed|achieved|delivered|raised|added|last updated?|updated? (on|by)|days|times|count)\b|^(delivery|assurance|impact|brag) \(derived\)$|\bderived\b|^age\b/

/** The field that a heading names by itself; undefined where it names none that we know. */
export function fieldOf(heading: string): Field | undefined {
  const words = folded(heading)
    .replace(/[()*:?]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words === '' || nothingOfOurs.test(words)) return undefined
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

/** What each column is taken for, by its heading; each field at most once. */
export function guessColumns(headings: readonly string[], sample: Rows = []): Columns {
  const columns: Record<number, Field> = {}
  const taken = new Set<Field>()
  headings.forEach((heading, at) => {
    const own = heading.includes(': ') ? heading.slice(heading.indexOf(': ') + 2) : heading
    const field = fieldOf(own) ?? fieldOf(heading)
    if (!field || taken.has(field)) return
    columns[at] = field
    taken.add(field)
  })
  if (!taken.has('title')) {
    const longest = longestColumn(headings, sample, columns)
    if (longest !== undefined) columns[longest] = 'title'
  }
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
