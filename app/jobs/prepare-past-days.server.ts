import { standingsFor } from '~/db/action-standings.server'
import { asAt, type Db } from '~/db/db.server'
import { planBeganOn } from '~/db/plan-began.server'
import { boardMeetings } from '~/db/tables/board-meetings.server'
import { layDownOnce, reaches } from '~/db/tables/past-words.server'
import { allVisits } from '~/db/tables/visits.server'
import { likelyDays } from '~/domain/plan/likely-days'
import { calendarDateIn } from '~/domain/time/calendar-date'
import { endOfDay } from '~/domain/time/end-of-day'

/** Words are large: those of so many days, for each reach, are half of what is kept of them. */
const daysWithWords = 2

/**
 * Makes ready the past days that people are likely to look at, where they are not yet: how every action
 * stood, and of the latest of them what actions are found by. One day after the other, each by itself.
 */
export async function preparePastDays({ db, now }: { db: Db; now: Date }): Promise<void> {
  const beganOn = await planBeganOn(db)
  if (!beganOn) return
  const [visits, boards] = [await allVisits(db), await boardMeetings(db)]
  const today = calendarDateIn(now, 'Europe/London')
  for (const [at, day] of likelyDays({ visits, boards, beganOn, today }).entries()) {
    await asAt(db, endOfDay(day, 'Europe/London'), async (then) => {
      await standingsFor({ db: then, today: day, asAt: day })
      for (const reach of at < daysWithWords ? reaches : []) await layDownOnce(then, day, reach)
    })
  }
}
