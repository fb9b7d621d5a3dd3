import { expect, test } from 'vitest'
import { asShown, isStillAsShown } from './as-shown'

test('what was shown is changed, and not what somebody else has made of it', () => {
  const shown = asShown({ name: 'Court', roles: ['admin', 'leader'] })
  expect(isStillAsShown({ name: 'Court', roles: ['admin', 'leader'] }, shown, 'it')).toEqual({
    allowed: true,
  })
  for (const now of [
    { name: 'Courts', roles: ['admin', 'leader'] },
    { name: 'Court', roles: ['leader'] },
  ]) {
    expect(isStillAsShown(now, shown, 'this team')).toMatchObject({
      allowed: false,
      because: expect.stringContaining('Somebody else changed this team') as string,
    })
  }
})
