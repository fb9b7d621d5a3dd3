import { describe, expect, test } from 'vitest'
import type { Cell } from './cell'
import { guessColumns } from './columns'
import {
  canBringIn,
  canMapColumns,
  type Draft,
  isAsSeen,
  isStillOpen,
  nextStep,
  type RowCounts,
} from './draft'
import { masked } from './masked'
import {
  broughtInWords,
  type JudgedRow,
  judgeRow,
  planOf,
  type RowToJudge,
  saysTheSame,
  shortened,
} from './row'

const headings = [
  'Ref',
  'Action',
  'Lead',
  'Start',
  'Due',
  'RAG',
  'Recommendation',
  'Progress',
  'Contributors',
  'Team',
  'Theme',
  'Milestones',
  'Date completed',
]
const person = {
  id: 1,
  name: 'Joy Okafor',
  email: 'joy.okafor@westmarsh.example',
  isHere: true,
  teamId: 5,
}
const grace = { ...person, id: 2, name: 'Grace Holloway', email: 'grace@westmarsh.example' }
const recommendation = {
  id: 11,
  printedNumber: '1',
  position: 1,
  inspectionId: 1,
  text: 'The timeliness of assessments.',
}

function judged(
  cells: Cell[],
  { answers = {}, ...row }: Partial<RowToJudge> & { answers?: Record<string, string> } = {},
): JudgedRow {
  const plan = planOf({
    table: 'Sheet Plan',
    columns: guessColumns(headings),
    headings,
    people: [person, grace],
    teams: [
      { id: 5, name: 'Assessment' },
      { id: 6, name: 'Fostering' },
    ],
    themes: [{ id: 7, name: 'Permanence' }],
    proposals: new Map([
      [3, { name: 'Tom Bell', personId: null, declined: null }],
      [4, { name: 'Tom Bell', personId: 2, declined: null }],
      [5, { name: 'Tom Bell', personId: null, declined: 'He is leaving.' }],
    ]),
    recommendations: [recommendation],
    answers: new Map(Object.entries(answers)),
    today: '2026-11-20',
  })
  return judgeRow(
    { row: 14, cells, corrections: {}, hits: [], notAnIdentifier: '', ...row },
    plan,
    new Map(),
  )
}
const problemsOf = (row: JudgedRow): string[] =>
  row.state === 'left-out' ? [row.because] : row.problems.map(({ sentence }) => sentence)

test('a row that is understood is ready, with what it becomes', () => {
  const row = judged(
    ['1.1', 'Train managers', 'J Okafor', '1/9/26', '03/04/27', 'Green', recommendation.text],
    { answers: { 'status:green': 'on-track' } },
  )
  expect(row).toEqual({
    state: 'ready',
    problems: [],
    action: {
      title: 'Train managers',
      outcome: '',
      successMeasure: '',
      ownerId: 1,
      heldForId: null,
      contributorIds: [],
      teamId: null,
      theme: null,
      startOn: '2026-09-01',
      originalDueOn: '2027-04-03',
      dueOn: '2027-04-03',
      milestones: [],
      deliveredOn: null,
      recommendationIds: [11],
      stated: 'on-track',
      status: 'Green',
      progress: '',
      ref: '1.1',
      waymarkId: null,
    },
  })
})

describe('a row waits, and says in which cell', () => {
  test.each<[string, Cell[], string[]]>([
    [
      'nobody has said what a status means',
      ['', 'Train', '', '', '', 'Green'],
      ['Sheet Plan, cell F14 says “Green”. Say what this status means here.'],
    ],
    [
      'a date may be two days',
      ['', 'Train', '', '', 'Q2 2026'],
      [
        'Sheet Plan, cell E14 says “Q2 2026”. A quarter may be of the calendar or of the financial year.',
      ],
    ],
    [
      'an owner is nobody here',
      ['', 'Train', 'Tom Bell'],
      ['Sheet Plan, cell C14 says “Tom Bell”. Nobody here is called that.'],
    ],
    [
      'a recommendation is only a number',
      ['', 'Train', '', '', '', '', '1'],
      ['Sheet Plan, cell G14 says “1”. It is only a number: say which recommendation it means.'],
    ],
    [
      'there is no action',
      ['7', '', 'J Okafor'],
      ['Sheet Plan, cell B14: there is no action in this row.'],
    ],
    [
      'it would be due before it starts',
      ['', 'Train', '', '1/9/26', '1/8/26'],
      ['Sheet Plan, cell E14: an action cannot be due before it starts.'],
    ],
    [
      'a formula gives an error',
      ['', 'Train', '', '', { is: 'error', text: '#REF!' }],
      ['Sheet Plan, cell E14: its formula gives #REF!.'],
    ],
  ])('where %s', (_why, cells, sentences) => {
    expect(problemsOf(judged(cells))).toEqual(sentences)
  })

  test('once for each cell in which something looks like an identifier', () => {
    const hits = [{ column: 1, sentence: '“••19” looks like an NHS number. Take it out.' }]
    expect(problemsOf(judged(['', 'Close 943 476 5919'], { hits }))).toEqual([
      'Sheet Plan, cell B14: “••19” looks like an NHS number. Take it out.',
    ])
    expect(judged(['', 'Close 943 476 5919'], { hits, notAnIdentifier: 'made up' }).state).toBe(
      'ready',
    )
    expect(
      judged(['', 'Close 943 476 5919'], { hits, corrections: { title: 'Close the case' } }).state,
    ).toBe('ready')
    expect(
      judged(['', 'Close'], { hits: [{ column: 19, sentence: 'in a column that is left out' }] })
        .state,
    ).toBe('ready')
  })

  test('until somebody has answered, with nothing of ours if they say so', () => {
    const answers = {
      'due:q2 2026': '2026-09-30',
      'owner:tom bell': 'none',
      'status:green': 'none',
      'recommendation:1': 'none',
    }
    const row = judged(['', 'Train', 'Tom Bell', '', 'Q2 2026', 'Green', '1'], { answers })
    expect(row).toMatchObject({
      state: 'ready',
      action: { dueOn: '2026-09-30', ownerId: null, stated: null, recommendationIds: [] },
    })
  })
})

describe('what a row says beside its action and owner', () => {
  const beside = (rest: Partial<Record<(typeof headings)[number], Cell>>): Cell[] =>
    headings.map((heading) => rest[heading] ?? (heading === 'Action' ? 'Train' : ''))

  test('becomes contributors, team, theme, milestones and the day of delivery', () => {
    const cells = beside({
      Lead: 'J Okafor',
      Contributors: 'Grace Holloway; Joy Okafor',
      Team: 'fostering',
      Theme: 'Permanence',
      Milestones: 'Write it (due 1 December 2026)\nAgree it (due 2/11/26, done 3 November 2026)',
      'Date completed': '18/11/2026',
    })
    expect(judged(cells)).toMatchObject({
      state: 'ready',
      action: {
        ownerId: 1,
        contributorIds: [2],
        teamId: 6,
        theme: 7,
        milestones: [
          { title: 'Write it', dueOn: '2026-12-01', doneOn: null },
          { title: 'Agree it', dueOn: '2026-11-02', doneOn: '2026-11-03' },
        ],
        deliveredOn: '2026-11-18',
      },
    })
  })

  test('leaves the team to the owner where it is the owner’s own', () => {
    const row = judged(beside({ Lead: 'J Okafor', Team: 'Assessment' }))
    expect(row).toMatchObject({ state: 'ready', action: { ownerId: 1, teamId: null } })
  })

  test.each<[string, Partial<Record<string, Cell>>, string]>([
    [
      'a contributor is nobody here',
      { Contributors: 'Grace Holloway; Tom Bell' },
      'Sheet Plan, cell I14 says “Tom Bell”. Nobody here is called that.',
    ],
    [
      'a team is none of ours',
      { Team: 'Youth justice' },
      'Sheet Plan, cell J14 says “Youth justice”. No team here is called that.',
    ],
    [
      'a theme is new',
      { Theme: 'Front door' },
      'Sheet Plan, cell K14 says “Front door”. No theme here is called that.',
    ],
    [
      'a milestone may be of several days',
      { Milestones: 'Write it (due end March)' },
      'Sheet Plan, cell L14 says “Write it (due end March)”. It does not say which year.',
    ],
    [
      'it is not clear when a milestone was done',
      { Milestones: 'Write it (due 1/10/26, done soon)' },
      'Sheet Plan, cell L14: “Write it (due 1/10/26, done soon)”: the day on which it was done is not clear, or has not come yet.',
    ],
    [
      'it would have been delivered on a day to come',
      { 'Date completed': '18/12/2026' },
      'Sheet Plan, cell M14: 18 December 2026 has not come yet.',
    ],
    [
      'there is progress without a status',
      { Progress: 'Two cohorts have finished.' },
      'Sheet Plan, cell F14: there is progress and no status, and an update must say how the action stands. Choose how, or keep the words beside the action.',
    ],
  ])('waits where %s', (_why, rest, sentence) => {
    expect(problemsOf(judged(beside(rest as Record<string, Cell>)))).toEqual([sentence])
  })

  test('is answered once for all the rows that have it', () => {
    const cells = beside({
      Contributors: 'Tom Bell',
      Team: 'Youth justice',
      Theme: 'Front door',
      Milestones: 'Write it (due end March)\nKeep at it',
      Progress: 'Two cohorts have finished.',
    })
    const answers = {
      'contributor:tom bell': 'none',
      'team:youth justice': '6',
      'theme:front door': 'new',
      'milestone:write it (due end march)': '2027-03-31',
      'status:': 'on-track',
    }
    expect(judged(cells, { answers })).toMatchObject({
      state: 'ready',
      action: {
        contributorIds: [],
        teamId: 6,
        theme: 'Front door',
        // A line without a day is kept as words.
        milestones: [{ title: 'Write it', dueOn: '2027-03-31', doneOn: null }],
        stated: 'on-track',
        status: '',
      },
    })
  })
})

describe('an action whose owner is proposed to be invited', () => {
  const withOwner = (answer: string) =>
    judged(['', 'Train', 'Tom Bell'], { answers: { 'owner:tom bell': answer } })

  test('is held for them, and theirs once they were', () => {
    expect(withOwner('p3')).toMatchObject({
      state: 'ready',
      action: { ownerId: null, heldForId: 3 },
    })
    expect(withOwner('p4')).toMatchObject({
      state: 'ready',
      action: { ownerId: 2, heldForId: null },
    })
  })

  test('waits for another owner where an administrator declined', () => {
    expect(problemsOf(withOwner('p5'))).toEqual([
      'Sheet Plan, cell C14: Tom Bell was not invited: “He is leaving.” Say anew who owns it.',
    ])
  })
})

describe('a row is none of the plan', () => {
  test.each<[string, Cell[], string]>([
    ['a total', ['Total', '', '', '', '', '12'], 'It is a row of totals.'],
    ['a grand total further along', ['', 'Grand total: 12', '3'], 'It is a row of totals.'],
    [
      'the headings again',
      ['Ref', 'Action', 'Lead', 'Start', 'Due', 'RAG'],
      'It repeats the headings.',
    ],
    [
      'the heading of a part',
      ['Priority 1: assessment'],
      'It is the heading of a part: only one of its cells is filled.',
    ],
    [
      'the heading of a part where actions stand',
      ['', 'Theme 2: supervision'],
      'It is the heading of a part: only one of its cells is filled.',
    ],
    [
      'words beside the table',
      [...headings.map(() => ''), 'see tab 2'],
      'None of the columns that are used says anything here.',
    ],
  ])('where it is %s', (_what, cells, because) => {
    expect(judged(cells)).toEqual({ state: 'left-out', because })
  })

  test('but an action with nothing else is one, and so is one that somebody gives words', () => {
    expect(judged(['', 'Train managers']).state).toBe('ready')
    expect(judged(['Total'], { corrections: { title: 'Count them' } }).state).toBe('ready')
  })
})

test('a long action goes by its first sentence, or by the words that fit', () => {
  expect(shortened('Train managers')).toBe('Train managers')
  expect(shortened(`Train all team managers in reflection. ${'And more. '.repeat(40)}`)).toBe(
    'Train all team managers in reflection.',
  )
  const long = shortened('word '.repeat(100))
  expect(long.length).toBeLessThanOrEqual(300)
  expect(long.endsWith('word…')).toBe(true)
})

test('what the old plan said is told with where it said so', () => {
  expect(
    broughtInWords(
      { status: 'Amber', progress: 'Half done.' },
      { file: 'Plan.xlsx', table: 'Sheet Plan', row: 14 },
    ),
  ).toBe(
    'Brought in from “Plan.xlsx”, sheet Plan, row 14. Status there: “Amber”. Progress there: “Half done.”',
  )
})

test('two actions say the same when most of their words are', () => {
  expect(saysTheSame('Write to parents', 'Write to parents plainly')).toBe(true)
  expect(saysTheSame('Write to parents', 'Audit twenty files')).toBe(false)
  expect(saysTheSame('', '')).toBe(false)
})

test('words are shown with identifiers masked', () => {
  expect(masked('Close 943 476 5919 and 943 476 5919')).toBe('Close ••• ••• ••19 and ••• ••• ••19')
  expect(masked('Train managers')).toBe('Train managers')
})

describe('an old plan is brought in', () => {
  const manager = { personId: 1, roles: ['manager' as const] }
  const draft: Draft = { revision: 3, table: 0, headerRow: 1, columns: { 0: 'title' } }
  const counts: RowCounts = {
    ready: 2,
    wrong: 0,
    'set-aside': 1,
    'left-out': 0,
    already: 0,
    double: 0,
    changed: 0,
  }

  test('by a manager, once no row is wrong and some are ready', () => {
    expect(canBringIn(manager, draft, counts)).toEqual({ allowed: true })
  })

  test.each([
    [
      'by a leader',
      { personId: 1, roles: ['leader' as const] },
      draft,
      counts,
      'Only a manager can do this.',
    ],
    [
      'before its columns are known',
      manager,
      { ...draft, columns: undefined },
      counts,
      'Say first what the columns are.',
    ],
    [
      'while a row is wrong',
      manager,
      draft,
      { ...counts, wrong: 1 },
      '1 row is not right yet. Put them right, or set them aside.',
    ],
    [
      'while many are',
      manager,
      draft,
      { ...counts, wrong: 1200 },
      '1,200 rows are not right yet. Put them right, or set them aside.',
    ],
    [
      'with nothing to bring in',
      manager,
      draft,
      { ...counts, ready: 0 },
      'There is no row to bring in.',
    ],
  ])('but not %s', (_when, actor, of, rows, because) => {
    expect(canBringIn(actor, of, rows)).toEqual({ allowed: false, because })
  })

  test('step after step', () => {
    expect(nextStep({ ...draft, columns: undefined }, counts, 0)).toBe('columns')
    expect(nextStep(draft, { ...counts, wrong: 2 }, 1)).toBe('values')
    expect(nextStep(draft, { ...counts, wrong: 2 }, 0)).toBe('rows')
    expect(nextStep(draft, counts, 0)).toBe('confirm')
  })

  test('with one column of actions, and nothing in two columns', () => {
    expect(canMapColumns({ 0: 'title', 1: 'owner' })).toEqual({ allowed: true })
    expect(canMapColumns({ 1: 'owner' }).allowed).toBe(false)
    expect(canMapColumns({ 0: 'title', 1: 'title' }).allowed).toBe(false)
  })

  test('as it was seen, and while it is open', () => {
    expect(isAsSeen(draft, 3)).toEqual({ allowed: true })
    expect(isAsSeen(draft, 2).allowed).toBe(false)
    const never = { confirmedAt: null, discardedAt: null }
    expect(isStillOpen(never)).toEqual({ allowed: true })
    expect(isStillOpen({ ...never, confirmedAt: new Date(0) })).toEqual({
      allowed: false,
      because: 'This old plan has been brought in.',
    })
    expect(isStillOpen({ ...never, discardedAt: new Date(0) })).toEqual({
      allowed: false,
      because: 'This old plan was set aside.',
    })
  })
})
