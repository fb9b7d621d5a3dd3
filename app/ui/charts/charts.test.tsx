/** What the two charts say in words, to whoever does not see them or sees them without colours. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { measureStanding } from '~/domain/measure/standing'
import { addMonths } from '~/domain/time/calendar-date'
import { BurnUpChart } from './burn-up-chart'
import { burnUpView } from './burn-up-view'
import { drawXmr } from './draw-xmr'
import { XmrChart } from './xmr-chart'

/** A drawing is called by its title and described, as a picture is. */
function namesOf(markup: string) {
  const [, title, description] = /<svg role="img" aria-labelledby="(\S+) (\S+)"/.exec(markup) ?? []
  const inside = (id: string | undefined) =>
    new RegExp(`<(?:title|desc) id="${id}">([^<]*)<`).exec(markup)?.[1]
  return { title: inside(title), description: inside(description) }
}

describe('a chart of a measure', () => {
  const values = [20, 21, 19, 20, 22, 20, 19, 21, 20, 20, 21, 19, 60]
  const points = values.map((value, at) => ({ from: addMonths('2025-10-01', at), value }))
  const standing = measureStanding(
    {
      ...{ id: 7, title: 'Children without a worker', unit: 'count', better: 'down' },
      ...{ length: 'month', points, targets: [{ validFrom: '2025-01-01', value: 10 }], cuts: [] },
    } as Parameters<typeof measureStanding>[0],
    '2026-11-20',
  )
  const shown = renderToStaticMarkup(
    <XmrChart
      drawing={drawXmr({
        ...{ finding: 'Jumped in October 2026', unit: 'count', length: 'month', standing },
        ...{ notes: [{ from: '2026-03-01' }], visits: [{ on: '2026-06-10' }] },
        actions: [{ on: '2026-02-02', what: 'started', title: 'Allocate within a day' }],
        today: '2026-11-20',
      })!}
    />,
  )

  test('is called by its finding, and described', () => {
    expect(namesOf(shown).title).toBe('Jumped in October 2026')
    expect(namesOf(shown).description).toMatch(/\w+/)
    expect(shown).toContain('<figcaption')
  })

  test('tells its points, lines, visits and actions apart without colour', () => {
    for (const dash of ['7 5', '1.5 4']) expect(shown).toContain(`stroke-dasharray="${dash}"`)
    expect(shown.match(/<title>/g)!.length).toBeGreaterThanOrEqual(values.length)
    expect(shown).toContain('Allocate within a day')
    expect(shown).toMatch(/concern/i)
  })
})

describe('the burn-up', () => {
  const view = burnUpView(
    [
      { on: '2026-01-31', actions: 10, delivered: 0, assured: 0, difference: 0 },
      { on: '2026-02-28', actions: 12, delivered: 4, assured: 2, difference: 1 },
    ],
    [{ id: 2, title: 'Monitoring visit of 20 February 2026', on: '2026-02-20' }],
  )!
  const shown = renderToStaticMarkup(<BurnUpChart view={view} />)

  test('is called by what it shows, and described', () => {
    expect(namesOf(shown).title).toBe('Of 12 actions, 4 delivered, 2 assured, 1 made a difference')
    expect(namesOf(shown).description).toContain('Assured: from 0 to 2.')
  })

  test('has every month in a table, names its visits, and draws each line another way', () => {
    expect(shown).toContain('Every month in a table')
    expect(shown).toContain('28 February 2026')
    expect(shown).toContain('href="/visits/2"')
    expect(new Set(shown.match(/stroke-dasharray="[^"]+"/g)).size).toBe(3)
  })
})
