import { pathToLog } from './path-to-log'

/** One line for the log: what went wrong, in which request; never what anybody typed. */
export function errorLine(error: unknown, about: { requestId: string; url: string }): string {
  const { requestId } = about
  const { pathname } = new URL(about.url)
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return JSON.stringify({ level: 'error', requestId, path: pathToLog(pathname), stack })
}
