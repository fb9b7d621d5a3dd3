/**
 * Asks clamd, ClamAV's server, whether it knows a virus in a stream of bytes: its command zINSTREAM, each
 * piece behind its length in four bytes, an empty one at the end.
 */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

export type VirusVerdict =
  | { outcome: 'clean' }
  /** found: what clamd calls it */
  | { outcome: 'infected'; found: string }
  /** clamd was asked and could not say: it is away, too slow, or takes no file as long as this one */
  | { outcome: 'unknown'; because: string }

const silentMs = 60_000

/**
 * @param at host:port, or the path of a Unix socket
 * @param options longest: of how many bytes at most it says anything, since it takes what is behind for clean
 */
export async function askClamd(
  at: string,
  bytes: Readable,
  { longest = Infinity, patienceMs = silentMs }: { longest?: number; patienceMs?: number } = {},
): Promise<VirusVerdict> {
  const socket = connect(addressIn(at))
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('clamd does not answer')))
  let answered = ''
  socket.setEncoding('utf8').on('data', (words: string) => void (answered += words))
  const gone = new Promise<void>((done) => void socket.once('close', () => done()))
  let failure: unknown
  socket.on('error', (error) => void (failure = error))
  try {
    await Promise.race([once(socket, 'connect'), gone])
    await sendTo(socket, bytes, longest)
    await gone // clamd closes the line behind its answer
  } catch (error) {
    failure ??= error
  } finally {
    bytes.destroy()
    socket.destroy()
  }
  return verdictIn(answered, failure)
}

async function sendTo(socket: Socket, bytes: Readable, longest: number): Promise<void> {
  if (socket.destroyed) return
  socket.write('zINSTREAM\0')
  let sent = 0
  for await (const chunk of bytes) {
    const piece = chunk as Buffer
    sent += piece.length
    if (sent > longest) throw new RangeError(`longer than the ${longest} bytes it looks through`)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    socket.write(length)
    // One that has heard enough closes the line: its answer is there by then.
    if (socket.destroyed || !socket.writable) return
    if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
  }
  if (socket.writable) socket.write(Buffer.alloc(4))
}

function verdictIn(answered: string, failure: unknown): VirusVerdict {
  const answer = answered.replace(/\0/g, '').trim()
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  // It has not looked through all of it (its AlertExceedsMax): that is no virus, and not clean.
  if (found?.startsWith('Heuristics.Limits.Exceeded')) return { outcome: 'unknown', because: found }
  if (found !== undefined) return { outcome: 'infected', found }
  if (answer === 'stream: OK') return { outcome: 'clean' }
  return { outcome: 'unknown', because: answer || String(failure ?? 'clamd hung up') }
}

function addressIn(at: string): { path: string } | { host: string; port: number } {
  if (at.startsWith('/')) return { path: at }
  const [, host = at, port = '3310'] = /^(.*?)(?::(\d+))?$/.exec(at) ?? []
  return { host, port: Number(port) }
}
