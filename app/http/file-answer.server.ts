import type { Readable } from 'node:stream'

export interface AnsweredFile {
  name: string
  mediaType: string
  bytes: number
  sha256: string
  open: (range?: { from: number; to: number }) => Promise<Readable>
}

/**
 * A file to be saved, never to be opened within our pages: as an attachment, in a sandbox. Answers
 * what a browser asks of a file it has begun or kept: a range (206, 416) or whether it is still the
 * same (304). Every answer carries nosniff, from the server's own headers.
 */
export async function fileAnswer(
  request: Request,
  file: AnsweredFile,
  drained: () => Promise<void> = () => Promise.resolve(),
): Promise<Response> {
  const etag = `"${file.sha256}"`
  const headers = new Headers({
    'Content-Type': file.mediaType,
    'Content-Disposition': attachment(file.name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Accept-Ranges': 'bytes',
    ETag: etag,
    // Kept by the one browser, asked about each time, and never packed on the way: the length and
    // the ranges are those of the bytes as they lie in the store.
    'Cache-Control': 'private, no-cache, no-transform',
  })
  const known = request.headers.get('If-None-Match')
  if (known?.split(',').some((one) => [etag, `W/${etag}`, '*'].includes(one.trim()))) {
    return new Response(null, { status: 304, headers })
  }

  // HTTP knows ranges of GET alone: who asks for the headers is told of the whole.
  const asked = request.method === 'GET' ? request.headers.get('Range') : null
  const isSame = (request.headers.get('If-Range') ?? etag) === etag
  const range = asked && isSame ? rangeIn(asked, file.bytes) : undefined
  if (range === 'beyond') {
    headers.set('Content-Range', `bytes */${file.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('Content-Length', String(range ? range.to - range.from + 1 : file.bytes))
  if (range) headers.set('Content-Range', `bytes ${range.from}-${range.to}/${file.bytes}`)
  const status = range ? 206 : 200
  if (request.method === 'HEAD') return new Response(null, { status, headers })

  const stream = await file.open(range).catch(nothingIfAway)
  if (!stream) return awayAnswer()
  // Who goes away in the middle leaves no file open.
  request.signal.addEventListener('abort', () => stream.destroy(), { once: true })
  return new Response(paced(stream, drained, request.signal), { status, headers })
}

/** Storage calls its error by this name; http knows nothing of storage. */
function nothingIfAway(error: unknown): undefined {
  if ((error as Error).name !== 'StoreAway') throw error
}

const awayAnswer = () =>
  new Response(
    'The store that keeps the files does not answer just now. Nothing is lost: try again in a few minutes.',
    {
      status: 503,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Retry-After': '60',
        'Cache-Control': 'no-store',
      },
    },
  )

/**
 * A picture that was drawn anew, to stand in a page of ours; undefined where there is none. Nothing of it
 * stays in the browser: it is gone when the file it was drawn from is.
 */
export async function pictureAnswer(draw: () => Promise<Buffer | undefined>): Promise<Response> {
  const answer = await draw()
    .then((picture) => ({ picture }))
    .catch(nothingIfAway)
  if (!answer) return awayAnswer()
  const headers = {
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-store, no-transform',
  }
  if (!answer.picture) {
    const said = { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }
    return new Response('This picture cannot be drawn.', { status: 404, headers: said })
  }
  const { picture } = answer
  return new Response(new Uint8Array(picture), {
    headers: { ...headers, 'Content-Type': 'image/webp', 'Content-Length': String(picture.length) },
  })
}

/** A file that is made as it is sent, to be saved; nobody knows yet how long it will be. */
export function streamAnswer(
  request: Request,
  { name, mediaType, open }: { name: string; mediaType: string; open: () => Readable },
  drained: () => Promise<void> = () => Promise.resolve(),
): Response {
  const headers = new Headers({
    'Content-Type': mediaType,
    'Content-Disposition': attachment(name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-store',
  })
  if (request.method === 'HEAD') return new Response(null, { headers })
  const stream = open()
  request.signal.addEventListener('abort', () => stream.destroy(), { once: true })
  return new Response(paced(stream, drained, request.signal), { headers })
}

/** Reads on only when the line has taken what came before, so that a slow one costs no memory. */
function paced(
  stream: Readable,
  drained: () => Promise<void>,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  const chunks = stream.iterator()
  return new ReadableStream(
    {
      async pull(controller) {
        await drained()
        try {
          const next = (await chunks.next()) as IteratorResult<Buffer, undefined>
          if (next.done) controller.close()
          else controller.enqueue(next.value)
        } catch (error) {
          if (!gone.aborted) throw error
          controller.close() // nobody is there to be told
        }
      },
      cancel: () => void stream.destroy(),
    },
    { highWaterMark: 0 },
  )
}

/** The one range that is asked for; undefined where all of it, or several parts, are wanted. */
function rangeIn(
  asked: string,
  bytes: number,
): { from: number; to: number } | 'beyond' | undefined {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(asked.trim())
  if (!parts) return undefined
  const [, first = '', last = ''] = parts
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first)
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (from >= bytes || (first === '' && Number(last) === 0)) return 'beyond'
  return from <= to ? { from, to } : undefined
}

/** The header that says to save it, with the name in a form for every browser (RFC 6266). */
function attachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
    .trim()
    .replace(/^(?=\.|$)/, 'file') // nothing but its ending is left of a name in other letters
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
