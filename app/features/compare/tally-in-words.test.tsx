import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Tally } from '~/domain/plan/change-figures'
import type { PlanChanges } from '~/domain/plan/changes'
import { tallyInWords } from './compare.page'

const nothing: Tally = {
  slipped: { actions: 0, days: 0, most: undefined },
  broughtForward: { actions: 0, days: 0 },
  dodges: 0,
  colours: { better: 0, worse: 0 },
  verdicts: { better: 0, worse: 0 },
  owners: { took: 0, passedOn: 0, lost: 0 },
}
const changes: PlanChanges = {
  ...{ from: '2026-09-12', to: '2026-11-20', better: 0, worse: 0, moved: [] },
  counts: { worse: 0, better: 0, neither: 0 },
}
const markup = (tally: Partial<Tally>) =>
  tallyInWords({ tally: { ...nothing, ...tally }, changes }).map((words) =>
    renderToStaticMarkup(<>{words}</>),
  )
const told = (tally: Partial<Tally>) =>
  markup(tally).map((words) =>
    words.replace(/<span aria-hidden="true"[^>]*>[^<]*<\/span>/g, '').replace(/<[^>]+>/g, ''),
  )
const most = { days: 31, cause: { kind: 'action', id: 14, title: 'Hand-over' } } as const

test('a tally is told in sentences, dates first, and what did not move is left out', () => {
  expect(
    told({
      slipped: { actions: 2, days: 45, most },
      broughtForward: { actions: 1, days: 10 },
      dodges: 1,
      colours: { better: 2, worse: 1 },
      verdicts: { better: 0, worse: 3 },
      owners: { took: 1, passedOn: 4, lost: 2 },
    }),
  ).toEqual([
    expect.stringMatching(
      /^2 due dates moved later, together by 45 days, the furthest by 31: .*Hand-over$/,
    ),
    '1 due date moved earlier, by 10 days.',
    '1 late move: asked for after the date had passed, or just before a board or visit.',
    'Colours of actions: 1 worse, 2 better.',
    'Verdicts on recommendations: 3 worse.',
    'Owners of actions: 2 without one now, 1 with one again, 4 passed on.',
  ])
  expect(told({})).toEqual([])
})

test('one date that slipped is told by itself, and leads to the dates that moved', () => {
  const slipped = { slipped: { actions: 1, days: 31, most } }
  expect(told(slipped)).toEqual([
    expect.stringMatching(/^1 due date moved later, by 31 days: .*Hand-over$/),
  ])
  expect(markup(slipped)[0]).toContain('href="/actions/moves?since=2026-09-12"')
  expect(markup(slipped)[0]).toContain('href="/actions/14"')
})
