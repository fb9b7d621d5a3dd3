import { describe, expect, test } from 'vitest'
import type { Cell } from './cell'
import { cellName, columnAt, columnName } from './cell'
import { type Field, fieldOf, findHeaderRow, guessColumns, headingsAt } from './columns'

describe('a heading is known by the words that councils use', () => {
  test.each<[string, Field | undefined]>([
    ['Waymark reference', 'waymark-ref'],
    ['Ref', 'ref'],
    ['Ref.', 'ref'],
    ['No.', 'ref'],
    ['Action No', 'ref'],
    ['Action ref', 'ref'],
    ['ID', 'ref'],
    ['#', 'ref'],
    ['Recommendation', 'recommendation'],
    ['Ofsted recommendation', 'recommendation'],
    ['Area for improvement', 'recommendation'],
    ['Inspection finding', 'recommendation'],
    ['Action', 'title'],
    ['Actions', 'title'],
    ['Action required', 'title'],
    ['Key actions', 'title'],
    ['What will we do?', 'title'],
    ['What are we going to do', 'title'],
    ['Task', 'title'],
    ['Desired outcome', 'outcome'],
    ['Outcome for children', 'outcome'],
    ['Impact for children and families', 'outcome'],
    ['What difference will it make?', 'outcome'],
    ['Success measure', 'success-measure'],
    ['Success criteria', 'success-measure'],
    ['How will we know?', 'success-measure'],
    ['KPI', 'success-measure'],
    ['What success looks like', 'success-measure'],
    ['Lead', 'owner'],
    ['Action owner', 'owner'],
    ['Lead officer', 'owner'],
    ['Responsible officer', 'owner'],
    ['Person responsible', 'owner'],
    ['By whom', 'owner'],
    ['Accountable lead', 'owner'],
    ['Owner’s email', 'owner-email'],
    ['Lead email', 'owner-email'],
    ['Team', 'team'],
    ['Service area', 'team'],
    ['Start date', 'start'],
    ['Start', 'start'],
    ['Target date', 'due'],
    ['Timescale', 'due'],
    ['Timeframe', 'due'],
    ['By when', 'due'],
    ['Deadline', 'due'],
    ['Due', 'due'],
    ['Original due date', 'due'],
    ['Completion date', 'due'],
    ['Revised date', 'revised'],
    ['Revised target date', 'revised'],
    ['New deadline', 'revised'],
    ['Current due date', 'revised'],
    ['RAG', 'status'],
    ['BRAG', 'status'],
    ['BRAG rating', 'status'],
    ['Status', 'status'],
    ['RAG status', 'status'],
    ['Progress', 'progress'],
    ['Progress update', 'progress'],
    ['Update', 'progress'],
    ['Comments', 'progress'],
    ['Latest position', 'progress'],
    ['Evidence', 'evidence'],
    ['Evidence of impact', 'evidence'],
    ['Priority', 'priority'],
    ['Theme', 'theme'],
    ['Workstream', 'theme'],
    ['Contributors', 'contributors'],
    ['Supporting officers', 'contributors'],
    ['Other leads', 'contributors'],
    ['Milestones', 'milestones'],
    ['Key milestones', 'milestones'],
    ['Delivered on', 'delivered'],
    ['Date completed', 'delivered'],
    ['Actual completion date', 'delivered'],
    ['Actions completed', undefined],
    ['Last updated', undefined],
    ['Days moved', undefined],
    ['Delivery (derived)', undefined],
    ['Budget', undefined],
    ['', undefined],
  ])('%s: %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field)
  })
})

describe('the row that heads a table is found', () => {
  const plan: Cell[] = ['1', 'Test hand-overs by monthly audit', 'J Okafor', '30/6/25', 'Green']
  const headings: Cell[] = ['Ref', 'Action', 'Lead', 'Timescale', 'RAG']

  test.each<[string, Cell[][], number]>([
    ['first', [headings, plan], 0],
    ['under a title', [['Improvement plan 2025'], [], headings, plan], 2],
    [
      'under words that have a heading’s word in them',
      [['Action plan', 'Lead: Grace Holloway, who owns all of it'], headings, plan],
      1,
    ],
    [
      'as the lower of two rows',
      [['', '', 'Timescale', ''], ['Action', 'Lead', 'Start', 'End'], plan],
      1,
    ],
    [
      'first where no heading is known',
      [
        ['Foo', 'Bar'],
        ['one', 'two'],
      ],
      0,
    ],
    ['first in an empty table', [], 0],
  ])('%s', (_where, rows, at) => {
    expect(findHeaderRow(rows)).toBe(at)
  })

  test('and where two rows head it, a column bears the words of both', () => {
    const rows: Cell[][] = [
      ['Action', 'Timescale', { is: 'merged', text: 'Timescale' }, ''],
      [{ is: 'merged', text: 'Action' }, 'Start', 'End', 'RAG'],
    ]
    expect(headingsAt(rows, 1)).toEqual(['Action', 'Timescale: Start', 'Timescale: End', 'RAG'])
    expect(guessColumns(headingsAt(rows, 1))).toEqual({
      0: 'title',
      1: 'start',
      2: 'due',
      3: 'status',
    })
  })

  test('a title of one cell above them belongs to no column', () => {
    expect(headingsAt([['Improvement plan 2025'], headings], 1)).toEqual([
      'Ref',
      'Action',
      'Lead',
      'Timescale',
      'RAG',
    ])
  })
})

describe('columns are guessed', () => {
  test('and what says something and has no place of ours is kept as words', () => {
    const headings = [
      'Action',
      'Budget',
      'Empty',
      'Days moved',
      '',
      'Date raised',
      'Progress',
      'Notes',
    ]
    const rows: Cell[][] = [['Train', '£4,000', '', '3', 'x', '1/4/26', 'Half', 'See tab 2']]
    expect(guessColumns(headings, rows)).toEqual({
      0: 'title',
      1: 'words',
      5: 'words',
      6: 'progress',
      7: 'words',
    })
  })

  test('a plan that calls what will be done its milestones has them as its actions', () => {
    expect(guessColumns(['Milestone', 'Lead'])).toEqual({ 0: 'title', 1: 'owner' })
    expect(guessColumns(['Action', 'Milestones'])).toEqual({ 0: 'title', 1: 'milestones' })
  })

  test('each thing once, the first of two that could be it', () => {
    expect(guessColumns(['Action', 'Action', 'Status', 'RAG'])).toEqual({ 0: 'title', 2: 'status' })
  })

  test('and the one with most words holds the actions where no heading says so', () => {
    const rows: Cell[][] = [
      ['1', 'Test the hand-over protocol by monthly audit in all teams', 'J Okafor'],
      ['2', 'Write to parents in plain words before proceedings begin', 'L Hart'],
    ]
    expect(guessColumns(['Ref', 'Column B', 'Lead'], rows)).toEqual({
      0: 'ref',
      1: 'title',
      2: 'owner',
    })
  })

  test('among three hundred', () => {
    const headings = Array.from({ length: 300 }, (_, at) => (at === 250 ? 'Action' : `Spare ${at}`))
    expect(guessColumns(headings)).toEqual({ 250: 'title' })
  })
})

test('a cell is called as spreadsheets call it', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ])
  expect(['A', 'Z', 'AA', 'ZZ', 'AAA'].map(columnAt)).toEqual([0, 25, 26, 701, 702])
  expect(cellName('Sheet Plan', 14, 5)).toBe('Sheet Plan, cell F14')
})
