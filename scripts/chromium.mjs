// Which Chromium the browser tests run in. Plain JavaScript: asked for before anything is built.
import { existsSync } from 'node:fs'

/** A Chromium of the system (CHROMIUM_PATH, Debian, Fedora, snap, macOS); undefined where there is none. */
export const systemChromium = () =>
  [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path))

/** The browser to run, the system's before Playwright's own; undefined where neither is there. */
export async function findChromium() {
  const ofSystem = systemChromium()
  if (ofSystem) return ofSystem
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  return existsSync(own) ? own : undefined
}

export const howToGetChromium =
  'There is no Chromium here: run “npx playwright install chromium” or “apt-get install chromium”, or name one in CHROMIUM_PATH.'

/** No graphics card, no talking to the outside. */
export const chromiumFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
