import { expect } from 'vitest'
import { insertBlob } from '~/db/tables/blobs.server'
import { holdFile } from '~/db/tables/evidence-file-holds.server'
import { insertEvidenceFile } from '~/db/tables/evidence-files.server'
import { test } from '~/testing/db-test'
import { aFriday, contextFor, makeEvidence } from '~/testing/make'
import { askedOfMe } from './asked-of-me.query.server'

test('a held file stands in the work of whoever added it, and of nobody else', async ({ db }) => {
  const author = await contextFor(db, 'practitioner')
  const evidenceId = await makeEvidence(db, { addedById: author.actor.personId })
  const sha256 = 'a'.repeat(64)
  await insertBlob(db, { sha256, bytes: 9, mediaType: 'text/plain', storedAt: aFriday })
  const file = { evidenceId, blobSha256: sha256, name: 'minutes.txt', mediaType: 'text/plain' }
  const fileId = await insertEvidenceFile(db, { ...file, addedAt: aFriday })
  const found = [{ kind: 'nhs-number', masked: '••• ••• ••19', where: 'page 2' } as const]
  const hold = { reason: 'identifiers-found', found, unsearched: [] } as const
  await holdFile(db, { fileId, hold, heldAt: aFriday })

  const held = (await askedOfMe(author)).now.filter(({ kind }) => kind === 'held')
  expect(held).toMatchObject([
    {
      what: 'minutes.txt',
      also: 'Something in it looks as if it could tell who a child is.',
      button: { to: `/evidence/${evidenceId}/files/${fileId}/held` },
    },
  ])
  const manager = await askedOfMe(await contextFor(db, 'manager'))
  expect(manager.now.filter(({ kind }) => kind === 'held')).toEqual([])
})
