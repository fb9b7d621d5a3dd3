/** Forms as a browser posts them, for tests of what receives them. */
const boundary = '----waymark-test-boundary'

export interface SentFile {
  field?: string
  name: string
  /** one piece, or pieces made as they are sent */
  content: Uint8Array | string | Iterable<Uint8Array>
}

/** A multipart request of text fields and then files, whose body is made as it is read. */
export function uploadRequest(
  fields: Record<string, string>,
  files: readonly SentFile[],
  {
    breaksOff = false,
    headers = {},
    url = 'http://localhost/',
  }: { breaksOff?: boolean; headers?: Record<string, string>; url?: string } = {},
): Request {
  const encoder = new TextEncoder()
  function* body(): Generator<Uint8Array> {
    for (const [name, value] of Object.entries(fields)) {
      yield encoder.encode(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
    }
    for (const { field = 'file', name, content } of files) {
      const escaped = name.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
      yield encoder.encode(
        `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${escaped}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      )
      if (typeof content === 'string') yield encoder.encode(content)
      else if (content instanceof Uint8Array) yield content
      else yield* content
      if (breaksOff) return
      yield encoder.encode('\r\n')
    }
    yield encoder.encode(`--${boundary}--\r\n`)
  }
  const pieces = body()
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = pieces.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
  })
  return new Request(url, {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}`, ...headers },
    body: stream,
    duplex: 'half',
  } as RequestInit)
}

/** So many megabytes of the same words, made as they are read. */
export function* megabytesOf(words: string, count: number): Generator<Uint8Array> {
  const piece = Buffer.alloc(64 * 1024, words)
  for (let made = 0; made < count * 16; made += 1) yield piece
}

/** Watches the memory of this process, its buffers too, until its end: by how many bytes it rose at most. */
export function watchMemory(): { end: () => number } {
  const held = () => {
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = held()
  let highest = before
  const watch = setInterval(() => (highest = Math.max(highest, held())), 10)
  return {
    end: () => {
      clearInterval(watch)
      return Math.max(highest, held()) - before
    },
  }
}

/** A zip of small files, nothing compressed, as office documents are in their form. */
export function zipOf(files: Record<string, string | Uint8Array>): Uint8Array {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const [nameBytes, content] = [Buffer.from(name), Buffer.from(text as string)]
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(nameBytes.length, 22)
    local.push(Buffer.from('PK\x03\x04'), shared, nameBytes, content)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, nameBytes)
    offset += 30 + nameBytes.length + content.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length / 4, 8)
  end.writeUInt16LE(directory.length / 4, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...local, listed, end]))
}
