// Tries what is promised of npm run demo: a first start, a stop that leaves nothing behind, a second
// start that keeps the data, a start after kill -9, and the refusal to run on somebody's database.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { install, say } from './steps.mjs'

install()
const { default: pg } = await import('pg')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-demo-'))
fs.chmodSync(folder, 0o777)
process.env.WAYMARK_DATA_DIR = folder
const { removePostgres, startPostgres } = await import('./embedded-postgres.mjs')

const tally = { passed: 0, failed: 0 }
function expect(isSo, sentence) {
  tally[isSo ? 'passed' : 'failed'] += 1
  say(`${isSo ? 'right' : 'WRONG'}: ${sentence}`)
}

/** Starts the demonstration on a port of its own and waits until it says that it is ready. */
function start(extra = [], env = {}) {
  const begun = Date.now()
  const child = spawn(process.execPath, ['scripts/demo.mjs', ...extra], {
    env: { ...process.env, DATABASE_URL: '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  return new Promise((done) => {
    const exited = new Promise((gone) => child.on('exit', gone))
    const look = (text) => {
      printed += text
      const address = /http:\/\/127\.0\.0\.1:(\d+)/.exec(printed)
      if (address && printed.includes('Ctrl-C')) {
        done({
          child,
          exited,
          port: Number(address[1]),
          seconds: (Date.now() - begun) / 1000,
          printed,
        })
      }
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    void exited.then((code) => done({ child, exited, code, printed }))
  })
}

const answersOn = (port) =>
  new Promise((done) => {
    const socket = net.connect({ port, host: '127.0.0.1' }, () => {
      socket.destroy()
      done(true)
    })
    socket.on('error', () => done(false))
  })
async function isGone(port) {
  for (let tries = 0; tries < 50; tries++) {
    if (!(await answersOn(port))) return true
    await new Promise((done) => setTimeout(done, 200))
  }
  return false
}
const postgresPort = () =>
  Number(fs.readFileSync(path.join(folder, 'demo', 'postmaster.pid'), 'utf8').split('\n')[3])
async function query(port, text) {
  const client = new pg.Client(`postgres://waymark:waymark@127.0.0.1:${port}/waymark`)
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

try {
  const first = await start(['--fresh'])
  if (!first.port) throw new Error(`The demonstration did not start:\n${first.printed}`)
  say(`The first start took ${first.seconds.toFixed(1)} s`)
  const page = await fetch(`http://127.0.0.1:${first.port}/login`).then((answer) => answer.text())
  expect(page.includes('Amara Osei'), 'the sign-in page names the people one can be')
  expect(first.printed.includes('amara.osei@westmarsh.example'), 'the people are printed')
  const database = postgresPort()
  await query(database, "insert into teams (name) values ('A team to find again')")
  const again = await start(['--fresh'])
  expect(again.code === 1, 'a second one beside it is refused, and harms nothing')
  first.child.kill('SIGINT')
  expect((await first.exited) === 0, 'Ctrl-C ends it in good order')
  expect(await isGone(first.port), 'no server is left behind')
  expect(await isGone(database), 'no Postgres is left behind')

  const second = await start()
  say(`The second start took ${second.seconds?.toFixed(1)} s`)
  const kept = await query(postgresPort(), "select from teams where name = 'A team to find again'")
  expect(kept.length === 1, 'a second start keeps the data')

  second.child.kill('SIGKILL')
  await second.exited
  expect(await isGone(second.port), 'the server ends when its starter is killed')
  const third = await start()
  expect(third.port !== undefined, 'it starts again after kill -9')
  third.child.kill('SIGTERM')
  await third.exited

  const refused = await start([], { DATABASE_URL: 'postgres://somebody@127.0.0.1/theirs' })
  expect(refused.code === 1, 'it refuses to run against a DATABASE_URL')
} finally {
  await startPostgres({ name: 'demo' }).catch(() => undefined)
  removePostgres({ name: 'demo' })
  fs.rmSync(folder, { recursive: true, force: true })
}
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exit(tally.failed === 0 ? 0 : 1)
