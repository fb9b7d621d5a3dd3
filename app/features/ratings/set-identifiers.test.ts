import { expect } from 'vitest'
import { insertBlob } from '~/db/tables/blobs.server'
import { insertEvidenceFileText } from '~/db/tables/evidence-file-texts.server'
import { insertEvidenceFile } from '~/db/tables/evidence-files.server'
import {
  insertIdentifierSettings,
  presentIdentifiers,
} from '~/db/tables/identifier-settings.server'
import type { Tx } from '~/db/db.server'
import { expectRefusedBy, test } from '~/testing/db-test'
import { aFriday, contextFor, makeEvidence } from '~/testing/make'
import { ratingsView } from './ratings.query.server'
import { setIdentifiers } from './set-identifiers.command.server'
import { officesTyped, setIdentifiersForm } from './set-identifiers.form'
import { identifiersView, triedOnEvidence } from './set-identifiers.query.server'

const looked = { caseNumbers: ['LCS-?######'], officePostcodes: ['LS1 4AP'] }
const triedAs = JSON.stringify([looked.caseNumbers, looked.officePostcodes])
const asked = { ...looked, triedAs, why: 'The new case system.', notAnIdentifier: '' }

async function evidenceSaying(db: Tx, ...texts: string[]): Promise<number> {
  const evidenceId = await makeEvidence(db)
  for (const text of texts) {
    const sha256 = Buffer.from(text).toString('hex').padEnd(64, 'a').slice(0, 64)
    await insertBlob(db, { sha256, bytes: 9, mediaType: 'text/plain', storedAt: aFriday })
    const file = { evidenceId, blobSha256: sha256, name: 'a.txt', mediaType: 'text/plain' }
    const fileId = await insertEvidenceFile(db, { ...file, addedAt: aFriday })
    await insertEvidenceFileText(db, { fileId, text, readAt: aFriday })
  }
  return evidenceId
}

test('what is tried is counted in the evidence kept today, and nothing of it is told', async ({
  db,
}) => {
  const admin = await contextFor(db, 'admin')
  await evidenceSaying(db, 'See LCS-123456 and lcs654321.', 'Of LCS-111111, XLCS-222222')
  await evidenceSaying(db, 'Come to LS1 4AP, or ls14ap; LS1 4AB is a home.')
  const tried = await triedOnEvidence(admin, looked)
  expect(tried).toMatchObject({
    patterns: [{ pattern: 'LCS-?######', example: 'LCS-123456', things: 3, evidence: 1 }],
    offices: [{ postcode: 'LS1 4AP', things: 2, evidence: 1 }],
    triedAs,
  })
  expect(tried.lookedThrough).toBe(tried.evidence)
  expect(await triedOnEvidence(admin, { caseNumbers: [], officePostcodes: [] })).toMatchObject({
    patterns: [],
    offices: [],
  })
})

test('what is set is looked for from then on, and stays on record with who and why', async ({
  db,
}) => {
  const admin = await contextFor(db, 'admin')
  expect(await identifiersView(admin)).toEqual({ caseNumbers: [], officePostcodes: [] })
  expect(await setIdentifiers(admin, asked)).toEqual({ allowed: true })
  expect(await presentIdentifiers(db)).toMatchObject(looked)
  expect(await ratingsView(admin)).toMatchObject({
    identifiers: [
      'Case numbers written LCS-?###### are looked for, such as LCS-123456.',
      'Nobody’s home: LS1 4AP.',
    ],
    pastIdentifiers: [{ savedByName: admin.actor.name, why: asked.why }],
    maySetIdentifiers: true,
  })
  const event = await db
    .selectFrom('events')
    .where('what', '=', 'identifier-settings.set')
    .select(['actorId', 'before', 'after'])
    .executeTakeFirstOrThrow()
  expect(event).toEqual({
    actorId: admin.actor.personId,
    before: { caseNumbers: [], officePostcodes: [] },
    after: { ...looked, why: asked.why },
  })
})

test('it is not set by a manager, untried, or twice alike', async ({ db }) => {
  const leader = await contextFor(db, 'leader')
  expect((await setIdentifiers(await contextFor(db, 'manager'), asked)).allowed).toBe(false)
  expect(await setIdentifiers(leader, { ...asked, triedAs: '' })).toEqual({
    allowed: false,
    because: 'Try it on the evidence first: what it would find is not known.',
  })
  await setIdentifiers(leader, asked)
  expect(await setIdentifiers(leader, asked)).toEqual({
    allowed: false,
    because: 'This is what is looked for already.',
  })
})

test('the database refuses what breaks a rule, and changes nothing that was set', async ({
  db,
}) => {
  const savedById = (await contextFor(db, 'admin')).actor.personId
  const set = { validFrom: aFriday, savedById, why: 'So', ...looked }
  await expectRefusedBy(db, 'identifier_settings_say_why', () =>
    insertIdentifierSettings(db, { ...set, why: ' ' }),
  )
  for (const caseNumbers of [['(a+)+'], Array<string>(6).fill('P#####')]) {
    await expectRefusedBy(db, 'identifier_settings_patterns_are_few', () =>
      insertIdentifierSettings(db, { ...set, caseNumbers }),
    )
  }
  await expectRefusedBy(db, 'identifier_settings_offices_are_postcodes', () =>
    insertIdentifierSettings(db, { ...set, officePostcodes: ['LS1 4AP', '12 High Street'] }),
  )
  const id = await insertIdentifierSettings(db, set)
  await expectRefusedBy(db, 'identifier_settings_begin_one_at_a_time', () =>
    insertIdentifierSettings(db, set),
  )
  await expectRefusedBy(db, 'identifier_settings_are_never_changed', () =>
    db.updateTable('identifierSettings').set({ why: 'No' }).where('id', '=', id).execute(),
  )
})

test('what is typed is read line by line, each thing once', () => {
  const typed = {
    caseNumbers: ' lcs-?######\r\n\r\nLCS-?######\nP#######',
    officePostcodes: 'ls14ap, LS1 4AP\nsw1a  2aa',
  }
  expect(setIdentifiersForm.parse(typed)).toMatchObject({
    intent: 'try',
    caseNumbers: ['LCS-?######', 'P#######'],
    officePostcodes: ['LS1 4AP', 'SW1A 2AA'],
  })
  expect(officesTyped({ officePostcodes: [typed.officePostcodes] })).toEqual([
    'ls14ap',
    'LS1 4AP',
    'sw1a  2aa',
  ])
})

test.each([
  ['caseNumbers', 'LCS\\d+', '“LCS\\d+”: Use # for a digit'],
  ['caseNumbers', '####', '“####”: A pattern needs at least 5 letters or digits'],
  ['caseNumbers', 'A####\nB####\nC####\nD####\nE####\nF####', 'Give at most 5 patterns.'],
  ['officePostcodes', 'LS1', '“LS1” is no whole postcode.'],
])('%s “%s” is answered with a sentence', (field, words, sentence) => {
  const read = setIdentifiersForm.safeParse({ [field]: words })
  expect(read.error?.issues[0]).toMatchObject({ path: [field] })
  expect(read.error?.issues[0]?.message).toContain(sentence)
})
