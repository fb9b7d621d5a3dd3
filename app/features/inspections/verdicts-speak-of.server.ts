import type { Tx } from '~/db/db.server'
import { kindredRecommendations } from '~/db/kindred-recommendations.server'
import { seemsToSpeakOf } from '~/domain/inspection/spoken-of'
import type { Reading } from '~/domain/report/reading'
import type { SpokenOf } from '~/domain/report/statements'
import { calendarDate } from '~/domain/time/calendar-date'

/** What each verdict of a reading seems to speak of: by its own words, or where those do not say, by its paragraph's. */
export async function verdictsSpeakOf(tx: Tx, reading: Reading): Promise<SpokenOf[]> {
  const { verdicts = [], findings } = reading
  const paragraphOf = (quote: string): string =>
    findings.find(({ text }) => text.includes(quote))?.text ?? quote
  const kindred = await kindredRecommendations(
    tx,
    verdicts.flatMap(({ quote }) => [quote, paragraphOf(quote)]),
    { council: reading.council ?? '', before: calendarDate(reading.inspectedFrom ?? '') ?? null },
  )
  return verdicts.map((_, at) => {
    const byWordsOf = (text: number) => seemsToSpeakOf(kindred.filter((one) => one.at === text))
    const own = byWordsOf(2 * at)
    return own.recommendationIds.length > 0 ? own : byWordsOf(2 * at + 1)
  })
}
