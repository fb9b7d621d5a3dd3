/** What the two charts say in words, to whoever does not see them or sees them without colours. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { type MeasureGlance, measureStanding } from '~/domain/measure/standing'
import { addMonths } from '~/domain/time/calendar-date'
import { MovementTag } from '../measure-tags'
import { SignalTag, signalLooks } from '../signal-tag'
import { BurnUpChart } from './burn-up-chart'
import { burnUpView } from './burn-up-view'
import { drawXmr } from './draw-xmr'
import { PointShapePath } from './point-shape'
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
    // 302 in 13 figures; their ranges are 56 in 12, times 2.66. The last lies outside, the twelve
    // before it all below the mean.
    expect(namesOf(shown).description).toBe(
      'A line of 13 figures from October 2025 to October 2026. The latest is 60. The mean is 23.2, between limits of 10.8 and 35.6. The target is 10. 13 of the figures are part of a signal. Every figure stands in the table below the chart.',
    )
    expect(shown).toContain('<figcaption')
  })

  test('marks each visit by a line with its letter, on its day', () => {
    expect(shown.match(/<text[^>]*>a<\/text>/g)).toHaveLength(1)
    expect(shown).not.toMatch(/<text[^>]*>b<\/text>/)
  })

  test('tells its points, lines, visits and actions apart without colour', () => {
    for (const dash of ['7 5', '1.5 4']) expect(shown).toContain(`stroke-dasharray="${dash}"`)
    expect(shown.match(/<title>/g)!.length).toBeGreaterThanOrEqual(values.length)
    expect(shown).toContain('Allocate within a day')
    expect(shown).toMatch(/concern/i)
  })
})

describe('a percentage near 100', () => {
  const values = [98, 99, 97, 100, 98, 96, 99, 100, 97, 98, 99, 100]
  const standing = measureStanding(
    {
      ...{ id: 7, title: 'Visits in time', unit: 'percent', better: 'up', length: 'month' },
      points: values.map((value, at) => ({ from: addMonths('2025-11-01', at), value })),
      ...{ targets: [], cuts: [] },
    } as Parameters<typeof measureStanding>[0],
    '2026-11-20',
  )
  const drawing = drawXmr({
    ...{ finding: 'Visits in time', unit: 'percent', length: 'month', standing },
    ...{ notes: [], visits: [], actions: [], today: '2026-11-20' },
  })!

  test('is drawn and described up to 100, and judged by the limit above it', () => {
    // 1181 in 12 figures; their ranges are 20 in 11, times 2.66
    expect(standing.latest!.limits!.upper).toBeCloseTo(1181 / 12 + (2.66 * 20) / 11, 10)
    expect(standing.latest!.limits!.upper).toBeGreaterThan(103)
    expect(drawing.ends.map(({ words }) => words)).toContain('Upper 100%')
    expect(drawing.description).toContain('and 100%.')
    expect(drawing.upwards.map(({ words }) => words).at(-1)).toBe('100%')
  })

  test('has nothing above the plot', () => {
    const heights = drawing.lines.flatMap(({ d }) =>
      [...d.matchAll(/[ML]?[\d.]+,([\d.]+)/g)].map(([, y]) => Number(y)),
    )
    expect(Math.min(...heights)).toBe(drawing.plot.top)
    expect(Math.min(...drawing.points.map(({ y }) => y))).toBe(drawing.plot.top)
  })
})

describe('the shapes of points', () => {
  const shapes = ['improvement', 'concern', 'change', 'none'] as const
  const pathOf = (shape: (typeof shapes)[number]) =>
    renderToStaticMarkup(
      <svg>
        <PointShapePath shape={shape} />
      </svg>,
    )

  test('are four, told apart in black and white', () => {
    const outlines = shapes.map((shape) => / d="([^"]+)"/.exec(pathOf(shape))![1])
    expect(new Set(outlines).size).toBe(4)
    // what is within what is usual is hollow, a signal is filled
    expect(shapes.filter((shape) => pathOf(shape).includes('chart-hollow'))).toEqual(['none'])
  })

  test.each(shapes)('have the colour of their tags and of nothing else: %s', (shape) => {
    const { colour } = signalLooks[shape]
    expect(pathOf(shape)).toContain(colour)
    const tags = [
      <SignalTag key={0} signal={shape}>
        So it is
      </SignalTag>,
      <MovementTag
        key={1}
        glance={{ meaning: shape === 'none' ? null : shape } as MeasureGlance}
      />,
    ].map((tag) => renderToStaticMarkup(tag))
    for (const tag of tags) expect(new Set(tag.match(/text-[a-z-]+/g))).toEqual(new Set([colour]))
    expect(new Set(shapes.map((one) => signalLooks[one].colour)).size).toBe(4)
    // the red and green of ratings are no signal's
    expect(['text-on-track', 'text-off-track']).not.toContain(colour)
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
