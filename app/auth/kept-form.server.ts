import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'

/** A form that could not be dealt with just now, to be sent again by the person who filled it in. */
export interface KeptForm {
  path: string
  fields: [name: string, value: string][]
  /** files cannot be kept in a page: they have to be chosen again */
  filesLost: boolean
}

// A pasted report is the longest thing that anybody types.
const mostBytes = 2 * 1024 * 1024

/**
 * What was typed into the form that `request` carries; its files are read past and let go.
 * Empty where the body is no form, or more than a person types.
 */
export async function keptForm(request: Request): Promise<KeptForm> {
  const { pathname, search } = new URL(request.url)
  const kept: KeptForm = { path: pathname + search, fields: [], filesLost: false }
  const type = request.headers.get('Content-Type') ?? ''
  if (!request.body || !/^(?:multipart\/form-data.*boundary=|application\/x-www-form)/.test(type)) {
    return kept
  }

  const form = busboy({
    headers: Object.fromEntries(request.headers),
    limits: { fieldSize: mostBytes, fields: 500 },
  })
  let bytes = 0
  form.on('field', (name, value) => {
    if (/password/i.test(name)) return // never written into a page
    bytes += value.length
    if (bytes <= mostBytes) kept.fields.push([name, value])
  })
  form.on('file', (_name, stream, info) => {
    if (info.filename) kept.filesLost = true
    // A body that breaks off ends its file with an error, which unheard would end the process.
    stream.on('error', () => undefined)
    stream.resume()
  })
  await new Promise<void>((done) => {
    form.on('close', done)
    form.on('error', () => done())
    Readable.fromWeb(request.body as ReadableStream)
      .on('error', () => done())
      .pipe(form)
  })
  return kept
}
