import { describe, expect } from 'vitest'
import { parseWords } from '~/http/parse-words.server'
import { test } from '~/testing/db-test'
import { contextFor, makeAction } from '~/testing/make'
import { actionView } from './action.query.server'
import { postUpdate } from './post-update.command.server'
import { postUpdateForm } from './post-update.form'

const update = {
  statedDelivery: 'on-track',
  confidence: 'medium',
  words: 'The audit tool is ready.',
  notAnIdentifier: '',
} as const

describe('an update', () => {
  test('says how an action goes, and stands on its page and in its history', async ({ db }) => {
    const practitioner = await contextFor(db, 'practitioner')
    const id = await makeAction(db, { dueOn: '2026-12-18' })
    expect(await postUpdate(practitioner, id, update)).toEqual({ allowed: true })
    const view = await actionView(practitioner, id)
    expect(view?.said).toMatchObject([
      {
        type: 'update',
        on: '2026-11-20',
        who: practitioner.actor.name,
        delivery: 'on-track',
        words: 'The audit tool is ready.',
      },
    ])
    expect(view?.history.map(({ sentence }) => sentence)).toEqual([
      `${practitioner.actor.name} said it is on track (fairly sure).`,
    ])
  })

  test('is not given by an observer or a leader', async ({ db }) => {
    const id = await makeAction(db)
    for (const role of ['observer', 'leader'] as const) {
      expect(await postUpdate(await contextFor(db, role), id, update)).toEqual({
        allowed: false,
        because: 'Only a social worker or a manager can do this.',
      })
    }
  })

  test('is not given of an action that is not there', async ({ db }) => {
    expect(await postUpdate(await contextFor(db, 'manager'), 999_999, update)).toBeUndefined()
  })

  test('needs a rating, a confidence and words', async () => {
    const request = new Request('http://plan.test/', {
      method: 'POST',
      body: new URLSearchParams({ statedDelivery: 'splendid', words: ' ' }),
    })
    const form = await parseWords(request, postUpdateForm, {})
    expect(!form.ok && form.answer.data.errors).toEqual([
      { field: 'statedDelivery', sentence: 'Choose how it is going.' },
      { field: 'confidence', sentence: 'Choose how sure you are.' },
      { field: 'words', sentence: 'Say what has happened and what comes next.' },
    ])
  })
})
