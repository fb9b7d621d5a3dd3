import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { withoutPadding } from './without-padding.server'

// Letters of several bytes at every place, so that some fall on the end of a piece.
const words = Array.from({ length: 400 }, (_, at) => `${'x'.repeat(at % 7)}’s words – “kept” ·`)

test('a page carries no NUL, and every letter of what was typed', async () => {
  const body = withoutPadding()
  const chunks: Buffer[] = []
  body.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise((end) => body.on('end', end))
  const { pipe } = renderToPipeableStream(
    <form>
      {words.map((value, at) => (
        <input key={at} defaultValue={value} />
      ))}
    </form>,
    { onAllReady: () => pipe(body) },
  )
  await done
  const page = Buffer.concat(chunks)
  expect(page.includes(0)).toBe(false)
  for (const value of words) expect(page.toString('utf8')).toContain(`value="${value}"`)
})
