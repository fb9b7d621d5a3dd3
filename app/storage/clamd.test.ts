import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClamdServer, eicar, startClamdServer } from '~/testing/clamd-server'
import { askClamd } from './clamd.server'

const megabyte = 1024 * 1024
const of = (...pieces: (string | Buffer)[]) => Readable.from(pieces.map((one) => Buffer.from(one)))

function* megabytes(count: number) {
  for (let made = 0; made < count; made += 1) yield Buffer.alloc(megabyte, 'Nine of twelve. ')
}

describe('asked in clamd’s protocol', () => {
  let clamd: ClamdServer
  beforeAll(async () => {
    clamd = await startClamdServer(2 * megabyte)
  })
  afterAll(() => clamd.goAway())

  test('it knows the EICAR file, in one piece or cut in two', async () => {
    const infected = { outcome: 'infected', found: 'Eicar-Test-Signature' }
    expect(await askClamd(clamd.at, of(eicar))).toEqual(infected)
    expect(await askClamd(clamd.at, of(eicar.slice(0, 20), eicar.slice(20)))).toEqual(infected)
  })

  test('it finds nothing in what is clean, and nothing in what is empty', async () => {
    expect(await askClamd(clamd.at, of('Nine of twelve.'))).toEqual({ outcome: 'clean' })
    expect(await askClamd(clamd.at, Readable.from([]))).toEqual({ outcome: 'clean' })
  })

  test('one that is longer than it takes is not called clean', async () => {
    expect(await askClamd(clamd.at, Readable.from(megabytes(40)))).toMatchObject({
      outcome: 'unknown',
    })
  })

  test('one that is longer than it looks through is not even sent to its end, nor called clean', async () => {
    expect(await askClamd(clamd.at, of('Nine ', 'of twelve'), { longest: 9 })).toEqual({
      outcome: 'unknown',
      because: 'RangeError: longer than the 9 bytes it looks through',
    })
  })

  test('one that cannot be read to its end is not called clean', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('Nine of ')
        throw new Error('the disk')
      })(),
    )
    expect(await askClamd(clamd.at, broken)).toEqual({
      outcome: 'unknown',
      because: 'Error: the disk',
    })
  })

  test('it is away, or silent, or no scanner: nothing is called clean', async () => {
    const away = await askClamd('127.0.0.1:1', of('x'))
    expect(away).toMatchObject({ outcome: 'unknown' })
    const noSocket = await askClamd('/nowhere/clamd.sock', of('x'))
    expect(noSocket).toMatchObject({ outcome: 'unknown' })
    clamd.fallSilent()
    expect(await askClamd(clamd.at, of('x'), { patienceMs: 200 })).toEqual({
      outcome: 'unknown',
      because: 'Error: clamd does not answer',
    })
  })
})

describe('asked of the real clamd', () => {
  const isThere = spawnSync('clamd', ['--version']).status === 0
  const folder = mkdtempSync(path.join(os.tmpdir(), 'waymark-clamd-'))
  const at = path.join(folder, 'clamd.sock')
  let clamd: ChildProcess | undefined
  let said = ''

  beforeAll(async () => {
    if (!isThere) return
    // Its own lists of viruses cannot be had everywhere: one of the EICAR file alone does here.
    const list = path.join(folder, 'list')
    mkdirSync(list)
    const hash = createHash('md5').update(eicar).digest('hex')
    writeFileSync(path.join(list, 'eicar.hdb'), `${hash}:${eicar.length}:Eicar-Test-Signature\n`)
    const settings = path.join(folder, 'clamd.conf')
    writeFileSync(
      settings,
      [
        ...['Foreground yes', `LocalSocket ${at}`, `DatabaseDirectory ${list}`, 'User root'],
        ...['StreamMaxLength 4M', 'MaxFileSize 2M', 'AlertExceedsMax yes', ''],
      ].join('\n'),
    )
    chmodSync(folder, 0o755)
    clamd = spawn('clamd', ['--config-file', settings], { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const out of [clamd.stdout!, clamd.stderr!]) out.on('data', (words) => (said += words))
    const answers = () =>
      new Promise<boolean>((done) => {
        const line = connect(at, () => done(true)).on('error', () => done(false))
        line.on('connect', () => line.destroy())
      })
    while (clamd.exitCode === null && !(await answers())) {
      await new Promise((done) => setTimeout(done, 100))
    }
  }, 60_000)
  afterAll(() => {
    clamd?.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })

  test('it knows the EICAR file, and takes other words for clean', async ({ skip }) => {
    skip(!isThere, 'Debian’s clamav-daemon is not installed')
    expect(clamd!.exitCode, said).toBeNull()
    const found = await askClamd(at, of(eicar))
    expect(found.outcome).toBe('infected')
    expect(found).toMatchObject({ found: expect.stringContaining('Eicar') as string })
    expect(await askClamd(at, of('Nine of twelve.'))).toEqual({ outcome: 'clean' })
    expect(await askClamd(at, Readable.from(megabytes(20)))).toMatchObject({ outcome: 'unknown' })
    // longer than it looks through, though not than it takes: neither clean nor a virus
    expect(await askClamd(at, Readable.from(megabytes(3)))).toEqual({
      outcome: 'unknown',
      because: 'Heuristics.Limits.Exceeded.MaxFileSize',
    })
  })
})
