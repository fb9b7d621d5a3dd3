import { describe, expect, test } from 'vitest'
import { milestoneInWords, milestoneLines, readMilestone } from './milestones'

describe('a line of milestones is read', () => {
  test.each<[string, string, string | undefined, string | null | undefined]>([
    ['Write it (due 1 December 2026)', 'Write it', '2026-12-01', null],
    ['Write it (due 1 Dec 2026, done 20 November 2026)', 'Write it', '2026-12-01', '2026-11-20'],
    ['Write it (due 1 Dec 2026; completed on 19/11/26)', 'Write it', '2026-12-01', '2026-11-19'],
    ['Write (again) it (due 1 December 2026)', 'Write (again) it', '2026-12-01', null],
    ['Write it (by 13/12/26)', 'Write it', '2026-12-13', null],
    ['Write it (13/12/26)', 'Write it', '2026-12-13', null],
    ['Write it - 13/12/2026', 'Write it', '2026-12-13', null],
    ['Write it: 13 December 2026', 'Write it', '2026-12-13', null],
    ['Write it by 13 December 2026', 'Write it', '2026-12-13', null],
    ['Write it, due 13 December 2026', 'Write it', '2026-12-13', null],
    ['Write it (due 1 December 2026, done 21 November 2026)', 'Write it', '2026-12-01', undefined],
    ['Stand by the team', 'Stand by the team', undefined, null],
    ['Phase 1: write it', 'Phase 1: write it', undefined, null],
    ['Write it (see tab 2)', 'Write it (see tab 2)', undefined, null],
  ])('%s', (line, title, day, doneOn) => {
    const read = readMilestone(line, '2026-11-20')
    expect([read.title, read.due.is === 'day' ? read.due.day : undefined, read.doneOn]).toEqual([
      title,
      day,
      doneOn,
    ])
  })

  test('as an export writes it, whatever its words are', () => {
    for (const title of [
      'Write it',
      '- dash',
      'Agree (a) and (b)',
      'By 3 May: audit',
      'due soon',
    ]) {
      for (const doneOn of [null, '2026-09-30'] as const) {
        const line = milestoneInWords({ title, dueOn: '2026-12-01', doneOn })
        expect(readMilestone(line, '2026-11-20')).toEqual({
          title,
          due: { is: 'day', day: '2026-12-01' },
          doneOn,
        })
      }
    }
  })

  test('one to a line, without the bullets before it', () => {
    expect(milestoneLines('• Write it\n\n  ▪ Agree it \n- Keep it')).toEqual([
      'Write it',
      'Agree it',
      '- Keep it',
    ])
  })
})
