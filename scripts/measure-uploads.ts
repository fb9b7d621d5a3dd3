// npm run -s uploads:measure [-- MEGABYTES [FILES]]   The memory of the server while large files arrive.
//
// The built server with a database and a storage of its own; five files of 500 MB come to it at once, sent
// ahead by the tus protocol and named in forms; then in forms that bring them; then by tus into a bucket of a
// real S3 server. Then one of four times the length, of 2 GB, comes by tus over a line that breaks in its
// middle, goes on where it was, and is downloaded: its hash must be right. Printed is by how much the memory
// of the server's process (resident, read from /proc every 20 ms, whenever it collects its garbage) rose above
// what it held idle, warmed up by small files.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { startS3Server } from '../app/testing/s3-server'
import { removePostgres, startPostgres } from './embedded-postgres.mjs'
import { createDatabase, migrate } from './migrate'
import { build, dataFolder, say } from './steps.mjs'

const megabyte = 1024 * 1024
const pieceMegabytes = 64 // as the browser sends them
const atMostAbove = 64
const [each = 500, files = 5] = process.argv.slice(2).map(Number)
const long = Math.min(2048, Math.round(each * 4.096))
const cluster = { name: `uploads-${process.pid}`, forTests: true }
const storage = `${dataFolder}/uploads-files-${process.pid}`
const servers: ChildProcess[] = []
process.on('exit', () => {
  for (const server of servers) server.kill('SIGKILL')
  removePostgres(cluster)
  fs.rmSync(storage, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130))

/** Its megabytes are others in each run: the same bytes would be kept once. */
const run = randomBytes(8).toString('hex')

/** A part of a recording: nothing in it is searched, so that what is measured is its way into the store. */
function* recording(number: number, from: number, to: number): Generator<Buffer> {
  const piece = Buffer.alloc(megabyte, `meeting ${number} ${run} `)
  const head = Buffer.from('000000186674797069736f6d0000020069736f6d', 'hex') // as an MP4 begins
  for (let made = from; made < to; made += 1) {
    const one = Buffer.from(piece)
    if (made === 0) head.copy(one)
    one.writeUInt32BE(made, 32)
    yield one
  }
}

function memoryOf(pid: number): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) / 1024
}

const env = {
  ...process.env,
  NODE_ENV: 'production' as const,
  SESSION_SECRET: randomBytes(32).toString('hex'),
  COOKIE_SECURE: 'false',
  HOST: '127.0.0.1',
  PORT: '0',
  STORAGE_DIR: storage,
  LOG_LEVEL: 'warn',
  DEMO_PASSWORD: randomBytes(12).toString('hex'),
  DATABASE_URL: '',
}
await build()
env.DATABASE_URL = `${(await startPostgres(cluster)).url}/uploads`
await createDatabase(env.DATABASE_URL)
await migrate(env.DATABASE_URL)
execFileSync(process.execPath, ['--import', 'tsx', 'e2e/seed.ts'], { env, stdio: 'inherit' })
let origin = ''
let pid = 0
await startServer()
const cookie = `waymark_session=${await session()}`

async function startServer(more: Record<string, string | undefined> = {}): Promise<void> {
  const started = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    env: { ...env, ...more },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  servers.push(started)
  pid = started.pid!
  const port = await new Promise<number>((ready) =>
    started.on('message', (message) => ready((message as { listeningOn: number }).listeningOn)),
  )
  origin = `http://127.0.0.1:${port}`
}

async function session(): Promise<string> {
  const value = randomBytes(20).toString('hex')
  const client = new pg.Client(env.DATABASE_URL)
  await client.connect()
  await client.query(
    `insert into sessions (id, person_id, created_at, expires_at, ends_at)
     select $1, p.id, now(), now() + interval '1 hour', now() + interval '1 hour'
     from people p join person_roles r on r.person_id = p.id where r.role = 'practitioner' limit 1`,
    [createHmac('sha256', env.SESSION_SECRET).update(value).digest('hex')],
  )
  await client.end()
  return value
}

async function ask(
  method: string,
  at: string,
  headers: Record<string, string | number>,
  body: Iterable<Buffer> = [],
): Promise<http.IncomingMessage> {
  const request = http.request(`${origin}${at}`, {
    method,
    headers: { Cookie: cookie, Origin: origin, ...headers },
  })
  const answer = new Promise<http.IncomingMessage>((ready, failed) =>
    request.on('response', ready).on('error', failed),
  )
  await pipeline(Readable.from(body), request)
  const response = await answer
  let said = ''
  for await (const chunk of response) said += String(chunk)
  if (response.statusCode! >= 400) {
    throw new Error(`${method} ${at}: ${response.statusCode} ${said.slice(0, 300)}`)
  }
  return response
}

const fields = {
  shows: 'The meeting of the week.',
  'actionIds[]': '1',
  kind: 'practice-observation',
  periodFrom: '2026-11-01',
  periodTo: '2026-11-02',
}

const tus = { 'Tus-Resumable': '1.0.0' }

async function begin(megabytes: number, number: number): Promise<string> {
  const begun = await ask('POST', '/uploads', {
    ...tus,
    'Upload-Length': megabytes * megabyte,
    'Upload-Metadata': `filename ${Buffer.from(`meeting ${number}.mp4`).toString('base64')}`,
    'Content-Length': 0,
  })
  return begun.headers.location!
}

const patch = (at: string, offset: number, bytes: number) => ({
  method: 'PATCH',
  at,
  headers: {
    ...tus,
    'Upload-Offset': offset,
    'Content-Type': 'application/offset+octet-stream',
    'Content-Length': bytes,
  },
})

async function sendOn(at: string, number: number, from: number, to: number): Promise<void> {
  for (let made = from; made < to; made += pieceMegabytes) {
    const end = Math.min(made + pieceMegabytes, to)
    const { method, headers } = patch(at, made * megabyte, (end - made) * megabyte)
    await ask(method, at, headers, recording(number, made, end))
  }
}

async function save(at: string): Promise<number> {
  const form = new URLSearchParams({ ...fields, 'uploads[]': at.split('/').at(-1)! }).toString()
  const saved = await ask(
    'POST',
    '/evidence/new?action=1',
    {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(form),
    },
    [Buffer.from(form)],
  )
  return Number(/\d+$/.exec(saved.headers.location!))
}

async function byTus(megabytes: number, number: number): Promise<void> {
  const at = await begin(megabytes, number)
  await sendOn(at, number, 0, megabytes)
  await save(at)
}

async function byForm(megabytes: number, number: number): Promise<void> {
  const boundary = '----measure'
  function* body() {
    for (const [name, value] of Object.entries(fields)) {
      yield Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
    }
    yield Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="meeting ${number}.mp4"\r\nContent-Type: video/mp4\r\n\r\n`,
    )
    yield* recording(number, 0, megabytes)
    yield Buffer.from(`\r\n--${boundary}--\r\n`)
  }
  await ask(
    'POST',
    '/evidence/new?action=1',
    { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body(),
  )
}

let passed = 0
let failed = 0

async function measure(what: string, story: () => Promise<unknown>): Promise<void> {
  await new Promise((done) => setTimeout(done, 2_000))
  const idle = memoryOf(pid)
  let highest = idle
  const watch = setInterval(() => (highest = Math.max(highest, memoryOf(pid))), 20)
  const begun = performance.now()
  await story()
  clearInterval(watch)
  const above = Math.round(highest - idle)
  if (above > atMostAbove) failed += 1
  else passed += 1
  const seconds = Math.round((performance.now() - begun) / 1000)
  say(`${what}: ${above} MB above ${Math.round(idle)} MB idle, ${seconds} s`)
}

let number = 0
const together = (megabytes: number, send: typeof byTus) =>
  Promise.all(Array.from({ length: files }, () => send(megabytes, (number += 1))))
const emptyStore = () => fs.rmSync(`${storage}/blobs`, { recursive: true, force: true })

for (const [way, send] of [
  ['sent ahead by tus', byTus],
  ['brought by the form', byForm],
] as const) {
  for (let warm = 0; warm < 5; warm += 1) await send(1, (number += 1))
  await measure(`${files} files of ${each} MB at once, ${way}`, () => together(each, send))
  emptyStore()
}

/** Sends half of a piece and hangs up. */
async function breakOff(at: string, from: number): Promise<void> {
  const megabytes = Math.min(pieceMegabytes, long - from)
  const { method, headers } = patch(at, from * megabyte, megabytes * megabyte)
  const request = http.request(`${origin}${at}`, {
    method,
    headers: { Cookie: cookie, Origin: origin, ...headers },
  })
  request.on('error', () => undefined)
  for (const one of recording(number, from, from + Math.floor(megabytes / 2))) {
    if (!request.write(one)) await new Promise((drained) => request.once('drain', drained))
  }
  request.destroy()
}

async function arrivedOf(at: string): Promise<number> {
  const head = await ask('HEAD', at, tus)
  return Number(head.headers['upload-offset'])
}

number += 1
const expected = createHash('sha256')
for (const piece of recording(number, 0, long)) expected.update(piece)
const hash = expected.digest('hex')
let evidenceId = 0
await measure(`a file of ${long} MB by tus, over a line that breaks in the middle`, async () => {
  const at = await begin(long, number)
  const middle = Math.floor(long / 2)
  await sendOn(at, number, 0, middle)
  await breakOff(at, middle)
  const settled = async (): Promise<number> => {
    const before = await arrivedOf(at)
    await new Promise((done) => setTimeout(done, 500))
    return (await arrivedOf(at)) === before ? before : settled()
  }
  const offset = await settled()
  say(`broken off at ${middle} MB and a part, goes on at ${(offset / megabyte).toFixed(2)} MB`)
  await sendRest(at, offset)
  evidenceId = await save(at)
})

/** From a byte in the middle of a megabyte: the rest of that one, and then by pieces again. */
async function sendRest(at: string, offset: number): Promise<void> {
  const next = Math.ceil(offset / megabyte)
  const rest = next * megabyte - offset
  if (rest > 0) {
    const [cut] = recording(number, next - 1, next)
    const { method, headers } = patch(at, offset, rest)
    await ask(method, at, headers, [cut!.subarray(megabyte - rest)])
  }
  await sendOn(at, number, next, long)
}

await measure(`the same downloaded`, async () => {
  const page = await text(`/evidence/${evidenceId}`)
  const file = new RegExp(`/evidence/${evidenceId}/files/\\d+`).exec(page)![0]
  const got = createHash('sha256')
  await new Promise<void>((done, broke) =>
    http.get(`${origin}${file}`, { headers: { Cookie: cookie } }, (answer) => {
      answer.on('data', (chunk: Buffer) => void got.update(chunk)).on('error', broke)
      answer.on('end', () => done())
    }),
  )
  if (got.digest('hex') !== hash) throw new Error('What was downloaded is not what was sent')
})

async function text(at: string): Promise<string> {
  const answer = await fetch(`${origin}${at}`, { headers: { Cookie: cookie } })
  return answer.text()
}
emptyStore()

const s3 = await startS3Server()
process.on('exit', () => fs.rmSync(s3.folder, { recursive: true, force: true }))
servers[0]!.kill('SIGKILL')
await startServer({
  S3_BUCKET: s3.at.bucket,
  S3_ENDPOINT: s3.at.endpoint,
  S3_ACCESS_KEY_ID: s3.at.keys!.id,
  S3_SECRET_ACCESS_KEY: s3.at.keys!.secret,
})
for (let warm = 0; warm < 5; warm += 1) await byTus(1, (number += 1))
await measure(`${files} files of ${each} MB at once, sent ahead by tus, into a bucket`, () =>
  together(each, byTus),
)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
