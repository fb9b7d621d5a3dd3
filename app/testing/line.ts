import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Line {
  at: string
  /** breaks once so many bytes more have gone through it */
  cutAfter: (bytes: number, how?: { forGood?: boolean }) => void
  cutNow: () => void
  cuts: () => number
  mend: () => void
  end: () => Promise<void>
}

/** A line to a server on this computer that can be cut in the middle of what goes through it. */
export async function startLine(port: number): Promise<Line> {
  const ends = new Set<Socket>()
  let left = Infinity
  let staysDown = false
  let isDown = false
  let cuts = 0
  const cutNow = () => {
    cuts += 1
    left = Infinity
    isDown = staysDown
    for (const end of ends) end.destroy()
  }
  const server = createServer((near) => {
    if (isDown) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => undefined).on('close', () => ends.delete(end))
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    far.pipe(near)
    near.on('data', (bytes: Buffer) => {
      left -= bytes.length
      if (left < 0) return cutNow()
      if (!far.write(bytes)) {
        near.pause()
        far.once('drain', () => near.resume())
      }
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAfter: (bytes, { forGood = false } = {}) => {
      left = bytes
      staysDown = forGood
    },
    cutNow,
    cuts: () => cuts,
    mend: () => void (isDown = staysDown = false),
    end: () =>
      new Promise((done) => {
        server.close(() => done())
        for (const end of ends) end.destroy()
      }),
  }
}
