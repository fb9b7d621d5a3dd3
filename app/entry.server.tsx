import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { now } from '~/auth/clock.server'
import { doors } from '~/auth/session.server'
import { errorLine } from '~/http/error-line.server'
import { bringFilesOver } from '~/jobs/bring-files-over.server'
import { checkForViruses } from '~/jobs/check-for-viruses.server'
import { checkStoreWhenDue } from '~/jobs/check-store.server'
import { markEarlierLateMoves } from '~/jobs/mark-late-moves.server'
import { preparePastDays } from '~/jobs/prepare-past-days.server'
import { refreshStandings } from '~/jobs/refresh-standings.server'
import { removeOrphanFiles } from '~/jobs/remove-orphans.server'
import { searchOlderFiles } from '~/jobs/search-older-files.server'
import { sweepUploadsOf } from '~/jobs/sweep-uploads.server'
import { withoutPadding } from '~/http/without-padding.server'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** names this request in the log and on the page that says something went wrong */
    requestId: string
    /** what a script of this answer must carry to run */
    cspNonce: string
    /** the IP address it came from */
    address: string
    /** waits until the line has taken what was sent so far: Remix itself writes on regardless */
    drained: () => Promise<void>
  }
}

const longestRenderMs = 10_000

/** Answers with the whole page once it is ready: nothing in it is deferred. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const whenReady = () => {
      const body = withoutPadding()
      headers.set('Content-Type', 'text/html; charset=utf-8')
      // Pages show what one person may see: no cache between keeps them.
      if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
      resolve(
        new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }),
      )
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remix} url={request.url} nonce={cspNonce} />,
      {
        nonce: cspNonce,
        ...(isbot(request.headers.get('User-Agent') ?? '')
          ? { onAllReady: whenReady }
          : { onShellReady: whenReady }),
        onShellError: reject,
        onError() {
          finalStatus = 500
        },
      },
    )
    setTimeout(abort, longestRenderMs)
  })
}

// By the clock of the files themselves. One timer each, also when development loads this anew.
const kept = globalThis as { waymarkHourly?: NodeJS.Timeout; waymarkOften?: NodeJS.Timeout }
kept.waymarkHourly ??= setInterval(() => {
  const { db } = doors()
  removeOrphanFiles({ db, now: new Date() }).catch(failed('remove-orphans'))
  sweepUploadsOf({ db, now: now(), filesNow: new Date() }).catch(failed('sweep-uploads'))
  const hour = hourInEngland(now())
  checkStoreWhenDue({ db, now: now(), hour }).then(({ troubled }) => {
    if (troubled.length > 0) failed('check-store')(new Error(`ALARM ${troubled.join(', ')}`))
  }, failed('check-store'))
  if (hour >= 2 && hour <= 5) preparePastDays({ db, now: now() }).catch(failed('prepare-past-days'))
  if (hour === 2) markEarlierLateMoves({ db, now: now() }).catch(failed('mark-late-moves'))
  refreshStandings({ db, now: now() }).catch(failed('refresh-standings'))
}, 3_600_000).unref()
kept.waymarkOften ??= setInterval(() => {
  bringFilesOver({ now: new Date() }).then(({ waiting, because }) => {
    if (waiting > 0) failed('bring-files-over')(new Error(`${waiting} files wait: ${because}`))
  }, failed('bring-files-over'))
  checkForViruses({ db: doors().db, now: now() }).then(({ infected, because }) => {
    if (infected.length > 0) failed('check-for-viruses')(new Error(`infected: ${infected.join()}`))
    if (because !== undefined) failed('check-for-viruses')(new Error(because))
  }, failed('check-for-viruses'))
  searchOlderFiles({ db: doors().db, now: now() }).then(({ missing }) => {
    if (missing > 0) failed('search-older-files')(new Error(`${missing} files have no bytes`))
  }, failed('search-older-files'))
}, 300_000).unref()

function hourInEngland(moment: Date): number {
  const clock = { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' } as const
  return Number(new Intl.DateTimeFormat('en-GB', clock).format(moment))
}

function failed(job: string) {
  return (error: unknown) =>
    console.error(errorLine(error, { requestId: 'job', url: `http://job/${job}` }))
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  console.error(errorLine(error, { requestId: context.requestId, url: request.url }))
}
