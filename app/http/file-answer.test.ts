import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { type AnsweredFile, fileAnswer, pictureAnswer } from './file-answer.server'

const content = 'Nine of twelve files were signed.'
const file: AnsweredFile = {
  name: 'Hand-over “audit”, May.txt',
  mediaType: 'text/plain',
  bytes: content.length,
  sha256: 'a'.repeat(64),
  open: (range) =>
    Promise.resolve(
      Readable.from([Buffer.from(range ? content.slice(range.from, range.to + 1) : content)]),
    ),
}
const etag = `"${file.sha256}"`

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  fileAnswer(new Request('http://localhost/', { method, headers }), file)

test('a file is answered as an attachment in a sandbox, kept by nobody between', async () => {
  const answer = await ask()
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe(content)
  expect(Object.fromEntries(answer.headers)).toEqual({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache, no-transform',
    'content-disposition':
      'attachment; filename="Hand-over audit, May.txt"; filename*=UTF-8\'\'Hand-over%20%E2%80%9Caudit%E2%80%9D%2C%20May.txt',
    'content-length': String(content.length),
    'content-security-policy': "sandbox; default-src 'none'",
    'content-type': 'text/plain',
    etag,
  })
})

describe('a range', () => {
  test.each([
    ['from one byte to another', 'bytes=0-3', 'Nine', 'bytes 0-3/33'],
    ['to the end', 'bytes=26-', 'signed.', 'bytes 26-32/33'],
    ['of the last bytes', 'bytes=-7', 'signed.', 'bytes 26-32/33'],
    ['beyond the end stops there', 'bytes=26-9999', 'signed.', 'bytes 26-32/33'],
    ['of more last bytes than there are', 'bytes=-99', content, 'bytes 0-32/33'],
  ])('%s', async (_what, range, part, contentRange) => {
    const answer = await ask({ Range: range })
    expect(answer.status).toBe(206)
    expect(await answer.text()).toBe(part)
    expect(answer.headers.get('Content-Range')).toBe(contentRange)
    expect(answer.headers.get('Content-Length')).toBe(String(part.length))
  })

  test.each(['bytes=33-', 'bytes=99-120', 'bytes=-0'])('that is not there: %s', async (range) => {
    const answer = await ask({ Range: range })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('Content-Range')).toBe('bytes */33')
  })

  test.each(['bytes=5-2', 'bytes=-', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b'])(
    'that means nothing here brings all of it: %s',
    async (range) => {
      const answer = await ask({ Range: range })
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe(content)
    },
  )

  test('of another file than the one begun brings all of it', async () => {
    expect((await ask({ Range: 'bytes=0-3', 'If-Range': '"other"' })).status).toBe(200)
    expect((await ask({ Range: 'bytes=0-3', 'If-Range': etag })).status).toBe(206)
  })
})

test('a file that is known already is not sent again', async () => {
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const answer = await ask({ 'If-None-Match': known })
    expect(answer.status).toBe(304)
    expect(await answer.text()).toBe('')
  }
  expect((await ask({ 'If-None-Match': '"other"' })).status).toBe(200)
})

test('asking for the headers alone opens nothing', async () => {
  const opens = { ...file, open: () => Promise.reject(new Error('opened')) }
  const answer = await fileAnswer(new Request('http://localhost/', { method: 'HEAD' }), opens)
  expect(answer.headers.get('Content-Length')).toBe('33')
})

test('who asks for the headers of a range is told of the whole', async () => {
  const answer = await ask({ Range: 'bytes=0-3' }, 'HEAD')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Length')).toBe('33')
  expect(answer.headers.get('Content-Range')).toBeNull()
})

test.each([
  ['Prüfung – Mai.pdf', 'Prufung  Mai.pdf', 'Pr%C3%BCfung%20%E2%80%93%20Mai.pdf'],
  ['検査.pdf', 'file.pdf', '%E6%A4%9C%E6%9F%BB.pdf'],
  ['😀.pdf', 'file.pdf', '%F0%9F%98%80.pdf'],
  ['100%"sure\\.pdf', '100__sure_.pdf', '100%25%22sure%5C.pdf'],
  ["it's (new).pdf", "it's (new).pdf", 'it%27s%20%28new%29.pdf'],
])('%s is called so, in old browsers %s', async (name, plain, encoded) => {
  const answer = await fileAnswer(new Request('http://localhost/'), { ...file, name })
  expect(answer.headers.get('Content-Disposition')).toBe(
    `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  )
})

test('a file whose end cannot be read is broken off, never ended as if it were whole', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('Nine of ')
      throw new Error('ECONNRESET')
    })(),
  )
  const asked = { ...file, open: () => Promise.resolve(broken) }
  const answer = await fileAnswer(new Request('http://localhost/'), asked)
  await expect(answer.text()).rejects.toThrow('ECONNRESET')
})

test('a large file costs no more memory than a small one, however slow the line', async () => {
  const piece = Buffer.alloc(64 * 1024, 'Nine of twelve. ')
  let read = 0
  const large = Readable.from(
    (function* () {
      for (; read < 200 * 16; read += 1) yield piece
    })(),
    { highWaterMark: 1 },
  )
  const asked = { ...file, bytes: 200 * 1024 * 1024, open: () => Promise.resolve(large) }
  const answer = await fileAnswer(new Request('http://localhost/'), asked)
  const reader = answer.body!.getReader()
  let taken = 0
  let ahead = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    taken += 1
    ahead = Math.max(ahead, read - taken)
  }
  expect(taken).toBe(200 * 16)
  expect(ahead).toBeLessThan(16) // a megabyte
})

test('who goes away leaves no file open', async () => {
  const gone = new AbortController()
  const stream = new Readable({ read() {} })
  const request = new Request('http://localhost/', { signal: gone.signal })
  const answer = await fileAnswer(request, { ...file, open: () => Promise.resolve(stream) })
  gone.abort()
  expect(stream.destroyed).toBe(true)
  await answer.body?.cancel()
})

test('while the store does not answer, that is said, and nobody keeps the answer', async () => {
  const away = Object.assign(new Error('ECONNREFUSED'), { name: 'StoreAway' })
  const asked = { ...file, open: () => Promise.reject(away) }
  const answer = await fileAnswer(new Request('http://localhost/'), asked)
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('Nothing is lost: try again in a few minutes.')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  const broken = { ...file, open: () => Promise.reject(new Error('another')) }
  await expect(fileAnswer(new Request('http://localhost/'), broken)).rejects.toThrow('another')
})

describe('a picture that was drawn', () => {
  const away = Object.assign(new Error('ECONNREFUSED'), { name: 'StoreAway' })

  test('stands in our pages in a sandbox, and stays nowhere', async () => {
    const answer = await pictureAnswer(() => Promise.resolve(Buffer.from('drawn')))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('drawn')
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'private, no-store, no-transform',
      'content-length': '5',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'image/webp',
    })
  })

  test('cannot be drawn, or not now', async () => {
    expect((await pictureAnswer(() => Promise.resolve(undefined))).status).toBe(404)
    expect((await pictureAnswer(() => Promise.reject(away))).status).toBe(503)
    const broken = () => Promise.reject(new Error('another'))
    await expect(pictureAnswer(broken)).rejects.toThrow('another')
  })
})
