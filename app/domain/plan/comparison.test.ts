import { describe, expect, test } from 'vitest'
import type { Checkpoint } from './checkpoints'
import { comparedDays } from './comparison'

const checkpoints: Checkpoint[] = [
  { on: '2026-11-05', title: 'the improvement board' },
  { on: '2026-09-12', title: 'the monitoring visit' },
  { on: '2026-06-03', title: 'the monitoring visit' },
  { on: '2025-12-04', title: 'the monitoring visit' },
]
const known = { today: '2026-11-20', firstDay: '2026-03-20', checkpoints } as const
const days = (from: string, to: string, facts: Parameters<typeof comparedDays>[1] = known) =>
  comparedDays({ from, to }, facts)

describe('two days are compared', () => {
  test.each([
    ['as they are given', '2026-04-01', '2026-10-01', ['2026-04-01', '2026-10-01']],
    [
      'from the last checkpoint until today where none is given',
      '',
      '',
      ['2026-11-05', '2026-11-20'],
    ],
    ['until today where only the first is given', '2026-04-01', '', ['2026-04-01', '2026-11-20']],
    ['since the checkpoint before', '', '2026-11-05', ['2026-09-12', '2026-11-05']],
    ['since the first day of the plan', '', '2026-06-03', ['2026-03-20', '2026-06-03']],
    ['with room around what is typed', ' 2026-04-01 ', ' ', ['2026-04-01', '2026-11-20']],
  ])('%s', (_how, from, to, [first, second]) => {
    expect(days(from, to)).toEqual({ days: { from: first, to: second } })
  })

  test.each([
    ['what is no day', 'soon', '', '“soon” is not a day. Choose one, written like 2026-11-20.'],
    [
      'a day that no month has',
      '2026-04-01',
      '2026-06-31',
      '“2026-06-31” is not a day. Choose one, written like 2026-11-20.',
    ],
    [
      'a day to come',
      '2026-04-01',
      '2026-11-21',
      '21 November 2026 has not come yet. The latest day to compare is today, 20 November 2026.',
    ],
    [
      'a first day to come',
      '2027-01-01',
      '2026-11-20',
      '1 January 2027 has not come yet. The latest day to compare is today, 20 November 2026.',
    ],
    [
      'a day before the plan',
      '2026-03-19',
      '2026-11-20',
      'The plan began on 20 March 2026; of 19 March 2026 nothing is known.',
    ],
    [
      'two days before the plan',
      '',
      '2020-01-01',
      'The plan began on 20 March 2026; of 1 January 2020 nothing is known.',
    ],
    [
      'the later day first',
      '2026-10-01',
      '2026-04-01',
      '1 October 2026 comes after 1 April 2026. Choose the earlier day as the first.',
    ],
    [
      'a day with itself',
      '2026-10-01',
      '2026-10-01',
      'Between 1 October 2026 and itself nothing moved. Choose two different days.',
    ],
  ])('but not %s', (_what, from, to, because) => {
    expect(days(from, to)).toEqual({ days: undefined, because })
  })

  test('but not while there is no plan, nor on its first day', () => {
    expect(days('', '', { ...known, firstDay: undefined })).toMatchObject({
      because: 'There is no plan yet. Once there is, any two of its days can be compared.',
    })
    expect(days('', '', { ...known, checkpoints: [], firstDay: '2026-11-20' })).toMatchObject({
      because: 'The plan began today. From tomorrow on there is something to compare it with.',
    })
  })
})
