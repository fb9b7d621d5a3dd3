import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Meaning } from '~/domain/measure/signals'
import { signalLooks } from '~/ui/signal-tag'
import { FigureTable } from './figure-table'
import type { FigureRow, MeasureView } from './measure-detail.query.server'

const row = (meaning: Meaning | undefined) =>
  ({
    ...{ from: '2026-10-01', period: 'October 2026', figure: '60', parts: '', limits: '' },
    ...{ target: '', notes: [], earlier: [] },
    signal: meaning && { meaning, words: 'Outside the limits' },
  }) as unknown as FigureRow

test.each(['improvement', 'concern', 'change'] as const)(
  'the table beside the chart tells a signal of %s in the colour of the chart',
  (meaning) => {
    const view = { id: 7, title: 'Children', rows: [row(meaning)], offers: {} }
    const shown = renderToStaticMarkup(<FigureTable view={view as unknown as MeasureView} />)
    const { colour, shape } = signalLooks[meaning]
    expect(shown).toContain(`<span aria-hidden="true" class="${colour}">${shape}</span>`)
    expect(shown).toContain(`<span class="${colour}">Outside the limits</span>`)
  },
)
