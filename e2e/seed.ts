/** One person for each role and one of each thing: what the browser tests rest on without a scenario. */
import { hashPassword } from '../app/auth/passwords.server'
import { openDatabase } from '../app/db/db.server'
import {
  makeAction,
  makeEvidence,
  makeInspection,
  makePerson,
  makeRecommendation,
} from '../app/testing/make'
import { people } from './people'

const { DATABASE_URL, DEMO_PASSWORD } = process.env
if (!DATABASE_URL || !DEMO_PASSWORD) throw new Error('DATABASE_URL and DEMO_PASSWORD are needed')
const db = openDatabase(DATABASE_URL, 2)
const at = new Date('2026-11-02T09:00:00Z')

const argon2id = await hashPassword(DEMO_PASSWORD)
const ids: Record<string, number> = {}
for (const { name, email, jobTitle, role } of Object.values(people)) {
  const personId = await makePerson(db, { name, email, jobTitle, roles: [role], createdAt: at })
  await db.insertInto('passwords').values({ personId, argon2id, setAt: at }).execute()
  ids[name] = personId
}
const amara = ids['Amara Osei']!
const grace = ids['Grace Holloway']!

const inspectionId = await makeInspection(db, { confirmedById: grace })
const recommendationId = await makeRecommendation(db, { inspectionId, position: 1 })
const actionId = await makeAction(db, {
  recommendationIds: [recommendationId],
  createdById: grace,
  ownerId: amara,
  outcome: 'Children keep one worker through their assessment.',
  successMeasure: 'Assessments with one worker throughout rise to 80%.',
  dueOn: '2026-12-11',
})
await db
  .insertInto('milestones')
  .values({ actionId, title: 'Protocol agreed by heads of service', dueOn: '2026-11-13' })
  .execute()
await db
  .insertInto('updates')
  .values({
    actionId,
    authorId: amara,
    saidAt: at,
    statedDelivery: 'on-track',
    confidence: 'medium',
    words: 'The protocol is drafted and two teams have tried it.',
  })
  .execute()
await makeEvidence(db, { addedById: amara, actionIds: [actionId], addedAt: at })
await db
  .insertInto('visits')
  .values({
    inspectionId,
    kind: 'monitoring-visit',
    expectedFrom: '2026-12-08',
    expectedTo: '2026-12-09',
    plannedById: grace,
    plannedAt: at,
  })
  .execute()
await db.destroy()
