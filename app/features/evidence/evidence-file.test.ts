import { expect } from 'vitest'
import { test } from '~/testing/db-test'
import { contextFor, makeAction } from '~/testing/make'
import { addEvidence } from './add-evidence.command.server'
import { addEvidenceForm } from './add-evidence.form'
import { evidenceDetailView } from './evidence-detail.query.server'
import { evidenceFile } from './evidence-file.query.server'

const file = {
  sha256: 'b'.repeat(64),
  bytes: 1024,
  mediaType: 'image/jpeg',
  originalName: 'Duty board.jpg',
}

test('a file is there for those who may see its evidence, and under that evidence alone', async ({
  db,
}) => {
  const adder = await contextFor(db, 'practitioner')
  const add = async (restricted: boolean) => {
    const form = addEvidenceForm.parse({
      shows: 'The duty board',
      kind: 'practice-observation',
      periodFrom: '2026-11-01',
      periodTo: '2026-11-20',
      ...(restricted ? { restricted: 'yes' } : {}),
    })
    const added = await addEvidence(adder, { ...form, 'actionIds[]': [await makeAction(db)] }, [
      file,
    ])
    const evidenceId = added?.allowed ? added.evidenceId : 0
    const fileId = (await evidenceDetailView(adder, evidenceId))!.files[0]!.id
    return { evidenceId, fileId }
  }
  const [open, restricted] = [await add(false), await add(true)]

  for (const [role, seesOpen, seesRestricted] of [
    ['practitioner', true, false],
    ['observer', true, false],
    ['manager', true, true],
    ['leader', true, true],
    ['admin', false, false],
  ] as const) {
    const context = await contextFor(db, role)
    expect((await evidenceFile(context, open)) !== undefined, role).toBe(seesOpen)
    expect((await evidenceFile(context, restricted)) !== undefined, role).toBe(seesRestricted)
  }
  expect(await evidenceFile(adder, restricted)).toMatchObject({
    name: 'Duty board.jpg',
    mediaType: 'image/jpeg',
    bytes: 1024,
    sha256: file.sha256,
  })
  // a file that one may not see is not reached by way of evidence that one may
  const other = await contextFor(db, 'practitioner')
  const { fileId } = restricted
  expect(await evidenceFile(other, { ...open, fileId })).toBeUndefined()
})
