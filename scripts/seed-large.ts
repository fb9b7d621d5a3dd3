// npm run seed:large [-- 10000]: a plan of real size, or of as many actions as are named, in an empty
// database: 400 recommendations, 500 people, 60,000 updates, 40,000 pieces of evidence and 100 measures to
// 10,000 actions. manager@, leader@, observer@ and admin@harrowdale.example sign in with DEMO_PASSWORD.
import { openDatabase } from '../app/db/db.server'
import { now } from '../app/auth/clock.server'
import { hashPassword } from '../app/auth/passwords.server'
import { settings } from '../app/settings.server'
import { planOf, seedLarge } from '../seeds/large/seed-large.server'

const { DATABASE_URL, DEMO_PASSWORD } = settings()
const actions = Number(process.argv[2] ?? 10_000)
if (!Number.isInteger(actions) || actions < 100) {
  throw new Error('Name a whole number of actions, 100 or more.')
}
const db = openDatabase(DATABASE_URL, 2)
try {
  const people = await db.selectFrom('people').select('id').limit(1).executeTakeFirst()
  if (people) throw new Error('This database is not empty. A large plan needs one of its own.')
  const began = performance.now()
  const made = await seedLarge(db, {
    plan: planOf(actions),
    now: now(),
    argon2id: DEMO_PASSWORD ? await hashPassword(DEMO_PASSWORD) : undefined,
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const counts = Object.entries(made).map(
    ([what, count]) => `${count.toLocaleString('en-GB')} ${what}`,
  )
  console.log(`Made ${counts.join(', ')} in ${seconds} s.`)
} finally {
  await db.destroy()
}
