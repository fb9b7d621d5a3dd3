// npm run seed -- NAME: tells a demonstration story (westmarsh unless another is named) to an empty
// database. Where a story is told already it does nothing, so that it can be run at every start.
import { openDatabase } from '../app/db/db.server'
import { hashPassword } from '../app/auth/passwords.server'
import { now } from '../app/auth/clock.server'
import { calendarDateIn } from '../app/domain/time/calendar-date'
import { settings } from '../app/settings.server'

const { DATABASE_URL, DEMO_PASSWORD } = settings()
const name = process.argv[2] ?? 'westmarsh'
const db = openDatabase(DATABASE_URL, 2)
try {
  const told = await db.selectFrom('inspections').select('id').limit(1).executeTakeFirst()
  if (!told) {
    // Only now: an ordinary start does not wait for every command to be loaded.
    const { stories } = await import('../seeds/scenarios/stories')
    const { playStory } = await import('../seeds/scenarios/play.server')
    const story = stories[name]
    if (!story)
      throw new Error(`There is no story “${name}”. There are: ${Object.keys(stories).join(', ')}.`)
    const argon2id = DEMO_PASSWORD ? await hashPassword(DEMO_PASSWORD) : undefined
    const today = calendarDateIn(now(), 'Europe/London')
    const { deeds } = await db
      .transaction()
      .execute((tx) => playStory(tx, { story, today, argon2id }))
    console.log(`Told the story of ${story.council} in ${deeds} deeds, up to ${today}.`)
  }
} finally {
  await db.destroy()
}
// The process that reads reports may still be waiting for another one.
process.exit()
