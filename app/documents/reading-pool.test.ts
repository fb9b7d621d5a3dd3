import { type ChildProcess, type fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { readDocument } from './read-document.server'
import { readingLimits } from './reading-limits'

const started = vi.hoisted((): ChildProcess[] => [])
vi.mock(import('node:child_process'), async (original) => {
  const actual = await original()
  const watched = (...args: Parameters<typeof fork>) => {
    const child = actual.fork(...args)
    started.push(child)
    return child
  }
  return { ...actual, fork: watched as typeof fork }
})

test('a reading process that fails while it rests harms nobody, and is not asked again', async () => {
  const report = fileURLToPath(
    new URL('../../seeds/sample-reports/westmarsh-ilacs-2019.pdf', import.meta.url),
  )
  expect(await readDocument(report)).toMatchObject({ ok: true })
  expect(() => started[0]!.emit('error', new Error('the channel broke'))).not.toThrow()
  expect(await readDocument(report)).toMatchObject({ ok: true })
  expect(started).toHaveLength(2)
}, 90_000)

test('a reading process that has rested long enough is given to nobody while it ends', async () => {
  const report = fileURLToPath(
    new URL('../../seeds/sample-reports/westmarsh-ilacs-2019.pdf', import.meta.url),
  )
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    expect(await readDocument(report)).toMatchObject({ ok: true })
    const before = started.length
    // As on a busy machine: its time is over, and nobody has heard yet that it ended.
    vi.advanceTimersByTime(readingLimits.idleMilliseconds)
    expect(await readDocument(report)).toMatchObject({ ok: true })
    expect(started).toHaveLength(before + 1)
  } finally {
    vi.useRealTimers()
  }
}, 90_000)
