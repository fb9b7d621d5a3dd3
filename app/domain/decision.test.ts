import { describe, expect, test } from 'vitest'
import { all, no, yes } from '~/domain/decision'

describe('all decisions together', () => {
  test('allow when every one allows', () => {
    expect(all(yes, yes)).toEqual({ allowed: true })
  })

  test('allow when there is nothing to decide', () => {
    expect(all()).toEqual({ allowed: true })
  })

  test('keep the field that the refusal is about', () => {
    const missing = no('Say why it is no longer needed.', 'reason')
    expect(all(yes, missing)).toEqual({
      allowed: false,
      because: 'Say why it is no longer needed.',
      about: 'reason',
    })
    expect(no('Ask a leader.')).not.toHaveProperty('about')
  })

  test('refuse with the reason of the first that refuses', () => {
    expect(all(yes, no('Attach evidence first.'), no('Ask a leader.'))).toEqual({
      allowed: false,
      because: 'Attach evidence first.',
    })
  })
})
