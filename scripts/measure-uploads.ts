// npm run -s uploads:measure [-- MEGABYTES [FILES]]   The memory of the server while large files arrive.
//
// The built server with a database and a storage of its own; five files of 500 MB come to it at once, sent
// ahead by the tus protocol and named in forms, and then in forms that bring them. Printed is by how much
// its memory (resident, by Linux) rose above what it held idle, warmed up by a small file of each way.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { removePostgres, startPostgres } from './embedded-postgres.mjs'
import { createDatabase, migrate } from './migrate'
import { build, dataFolder, say } from './steps.mjs'

const megabyte = 1024 * 1024
const atMostAbove = 64
const [each = 500, files = 5] = process.argv.slice(2).map(Number)
const cluster = { name: `uploads-${process.pid}`, forTests: true }
const storage = `${dataFolder}/uploads-${process.pid}`
const servers: ChildProcess[] = []
process.on('exit', () => {
  for (const server of servers) server.kill('SIGKILL')
  removePostgres(cluster)
  fs.rmSync(storage, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130))

/** A recording: nothing in it is searched, so that what is measured is its way into the store. */
function* recording(megabytes: number, number: number): Generator<Buffer> {
  const piece = Buffer.alloc(megabyte, `meeting ${number} ${randomBytes(8).toString('hex')} `)
  const head = Buffer.from('000000186674797069736f6d0000020069736f6d', 'hex') // as an MP4 begins
  for (let made = 0; made < megabytes; made += 1) {
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
  MAX_UPLOAD_MB: String(each),
  LOG_LEVEL: 'warn',
  DEMO_PASSWORD: randomBytes(12).toString('hex'),
  DATABASE_URL: '',
}
await build()
env.DATABASE_URL = `${(await startPostgres(cluster)).url}/uploads`
await createDatabase(env.DATABASE_URL)
await migrate(env.DATABASE_URL)
execFileSync(process.execPath, ['--import', 'tsx', 'e2e/seed.ts'], { env, stdio: 'inherit' })
const started = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
  env,
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
servers.push(started)
const port = await new Promise<number>((ready) =>
  started.on('message', (message) => ready((message as { listeningOn: number }).listeningOn)),
)
const origin = `http://127.0.0.1:${port}`
const cookie = `waymark_session=${await session()}`

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

async function byTus(megabytes: number, number: number): Promise<void> {
  const tus = { 'Tus-Resumable': '1.0.0' }
  const begun = await ask('POST', '/uploads', {
    ...tus,
    'Upload-Length': megabytes * megabyte,
    'Upload-Metadata': `filename ${Buffer.from(`meeting ${number}.mp4`).toString('base64')}`,
    'Content-Length': 0,
  })
  const at = begun.headers.location!
  await ask(
    'PATCH',
    at,
    {
      ...tus,
      'Upload-Offset': 0,
      'Content-Type': 'application/offset+octet-stream',
      'Content-Length': megabytes * megabyte,
    },
    recording(megabytes, number),
  )
  const form = new URLSearchParams({ ...fields, 'uploads[]': at.split('/').at(-1)! }).toString()
  await ask(
    'POST',
    '/evidence/new?action=1',
    {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(form),
    },
    [Buffer.from(form)],
  )
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
    yield* recording(megabytes, number)
    yield Buffer.from(`\r\n--${boundary}--\r\n`)
  }
  await ask(
    'POST',
    '/evidence/new?action=1',
    { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body(),
  )
}

const ways = [
  ['sent ahead by tus', byTus],
  ['brought by the form', byForm],
] as const
let failed = 0
for (const [way, send] of ways) {
  for (let warm = 0; warm < 5; warm += 1) await send(1, warm)
  await new Promise((done) => setTimeout(done, 2_000))
  const idle = memoryOf(started.pid!)
  let highest = idle
  const watch = setInterval(() => (highest = Math.max(highest, memoryOf(started.pid!))), 20)
  const begun = performance.now()
  await Promise.all(Array.from({ length: files }, (_, number) => send(each, number)))
  clearInterval(watch)
  const above = Math.round(highest - idle)
  if (above > atMostAbove) failed += 1
  say(
    `${files} files of ${each} MB at once, ${way}: ${above} MB above ${Math.round(idle)} MB idle, ${Math.round((performance.now() - begun) / 1000)} s`,
  )
  fs.rmSync(`${storage}/blobs`, { recursive: true, force: true })
}
console.log(`${ways.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
