import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

/** The EICAR test file, which every scanner takes for a virus, put together so that this file is none. */
export const eicar = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR',
  '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('')

export interface ClamdServer {
  at: string
  /** how many streams it has been asked about */
  asked: () => number
  /** answers nothing from now on, though it takes calls */
  fallSilent: () => void
  goAway: () => Promise<void>
  comeBack: () => Promise<void>
}

/** Speaks clamd's protocol and knows one virus, the EICAR test file; takes streams up to `longest`. */
export async function startClamdServer(longest = 25 * 1024 * 1024): Promise<ClamdServer> {
  let asked = 0
  let isSilent = false
  const lines = new Set<Socket>()
  const answerTo = (line: Socket) => {
    lines.add(line)
    line.on('close', () => lines.delete(line)).on('error', () => undefined)
    let waiting = Buffer.alloc(0)
    let begun = false
    const stream: Buffer[] = []
    line.on('data', (bytes: Buffer) => {
      waiting = Buffer.concat([waiting, bytes])
      if (!begun) {
        const command = Buffer.from('zINSTREAM\0')
        if (waiting.length < command.length) return
        if (!waiting.subarray(0, command.length).equals(command)) {
          return void line.end('UNKNOWN COMMAND\0')
        }
        begun = true
        asked += 1
        waiting = waiting.subarray(command.length)
      }
      while (waiting.length >= 4) {
        const length = waiting.readUInt32BE(0)
        if (length === 0) {
          if (isSilent) return
          const isEicar = Buffer.concat(stream).includes(eicar)
          return void line.end(`stream: ${isEicar ? 'Eicar-Test-Signature FOUND' : 'OK'}\0`)
        }
        if (waiting.length < 4 + length) return
        stream.push(waiting.subarray(4, 4 + length))
        waiting = waiting.subarray(4 + length)
        if (stream.reduce((sum, one) => sum + one.length, 0) > longest) {
          return void line.end('INSTREAM size limit exceeded. ERROR\0')
        }
      }
    })
  }
  const listen = (port: number) =>
    new Promise<Server>((ready) => {
      const one = createServer(answerTo).listen(port, '127.0.0.1', () => ready(one))
    })
  let server = await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    at: `127.0.0.1:${port}`,
    asked: () => asked,
    fallSilent: () => void (isSilent = true),
    goAway: () =>
      new Promise((done) => {
        for (const line of lines) line.destroy()
        server.close(() => done())
      }),
    comeBack: async () => void (server = await listen(port)),
  }
}
