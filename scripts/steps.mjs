// What the scripts share: running Node programs by their files, since the shims in node_modules/.bin
// need a shell on Windows and leave the real process behind when they are killed.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(projectRoot)

/** Where databases and files of the demonstration and of development lie. */
export const dataFolder = path.resolve(process.env.WAYMARK_DATA_DIR ?? '.data')

export const programs = {
  remix: 'node_modules/@remix-run/dev/dist/cli.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
}
export const tsx = ['--import', 'tsx']

const begun = Date.now()
export const say = (words) => {
  console.log(`[${((Date.now() - begun) / 1000).toFixed(1)} s] ${words}`)
}

/** Ends with one line where this Node is too old to run the project. */
export function needNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Node 20.19 or newer is needed; this is ${process.version}.`)
  process.exit(1)
}

/** Installs the packages of package-lock.json, unless they are installed. */
export function install() {
  needNode()
  const changedAt = (file) => (fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0)
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return
  say('Installing packages')
  const npm = process.env.npm_execpath // set by "npm run"
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  const installed = spawnSync(
    command,
    [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: '' },
      shell: !npm && process.platform === 'win32',
    },
  )
  if (installed.status !== 0) {
    console.error('The packages could not be installed; the lines above say why.')
    process.exit(1)
  }
  // npm ci leaves the lock file newer than its own where the clocks differ.
  fs.utimesSync('node_modules/.package-lock.json', new Date(), new Date())
}

/** Runs a Node program to its end; answers its exit code. */
export function runNode(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** Runs a Node program to its end and keeps what it prints. */
export function captureNode(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', ...env },
    })
    let printed = ''
    child.stdout.on('data', (text) => (printed += text))
    child.stderr.on('data', (text) => (printed += text))
    child.on('exit', (code) => done({ code: code ?? 1, printed }))
  })
}

/** Runs a Node program to its end; ends this one with its exit code where that is not 0. */
export async function mustRunNode(args, env = {}) {
  const code = await runNode(args, env)
  if (code !== 0) process.exit(code)
}

const newest = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => {
      const file = path.join(entry.parentPath ?? entry.path, entry.name)
      return Math.max(latest, fs.statSync(file).mtimeMs)
    }, 0)

/** Builds what is served, unless the build is newer than everything it is made from. */
export async function build() {
  const built = 'build/server/index.js'
  const sources = ['package-lock.json', 'vite.config.ts', 'tailwind.config.ts', 'remix.config.js']
  const changedAt = Math.max(
    newest('app'),
    newest('public'),
    ...sources.map((file) => fs.statSync(file).mtimeMs),
  )
  if (fs.existsSync(built) && fs.statSync(built).mtimeMs > changedAt) return
  say('Building')
  const begun = new Date()
  const { code, printed } = await captureNode([programs.remix, 'vite:build'], {
    NODE_ENV: 'production',
  })
  // As old as the moment it began: what was changed while it was made calls for another.
  if (code === 0) return fs.utimesSync(built, begun, begun)
  console.error(printed)
  process.exit(code)
}
