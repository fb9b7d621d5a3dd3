import { randomBytes, randomUUID } from 'node:crypto'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler } from 'express'
import { pino } from 'pino'
import { answerRefused, type RefusedFrame } from './app/http/answer-refused'
import { pathToLog } from './app/http/path-to-log'
import { refuseForeignForms, refuseLongForms, securityHeaders } from './app/http/guards'
import { readSettings, type Settings } from './app/settings.server'

// Unset, it would mean a slower page, and stack traces shown to anybody.
process.env.NODE_ENV ??= 'production'
const settings = settingsOrEnd()
const log = pino({ level: settings.LOG_LEVEL })

const isDevelopment = process.env.NODE_ENV === 'development'
const vite = isDevelopment
  ? await import('vite').then(({ createServer }) =>
      createServer({ server: { middlewareMode: true } }),
    )
  : undefined
const buildPath = './build/server/index.js' // a variable: TypeScript must not follow it
const build = vite
  ? () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  : ((await import(buildPath)) as ServerBuild)

const app = express()
app.disable('x-powered-by')
app.set('trust proxy', settings.TRUST_PROXY)
Object.assign(app.locals, {
  councilName: settings.COUNCIL_NAME,
  stylesheet: typeof build === 'function' ? undefined : stylesheetOf(build),
} satisfies RefusedFrame)
app.use((_request, response, next) => {
  response.locals.requestId = randomUUID()
  response.locals.cspNonce = randomBytes(16).toString('base64')
  response.setHeader('X-Request-Id', response.locals.requestId)
  next()
})
// Vite's own scripts and styles carry no nonce.
if (!isDevelopment) app.use(securityHeaders({ https: settings.COOKIE_SECURE === 'true' }))
if (vite) app.use(vite.middlewares)
app.use(compression({ level: 1 })) // level 6 costs a page half as much again and saves a tenth
app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y' }))
app.use(express.static('build/client', { maxAge: '1h' }))
app.use((request, response, next) => {
  const begun = performance.now()
  response.on('finish', () => {
    log.info({
      requestId: response.locals.requestId,
      method: request.method,
      path: pathToLog(request.path),
      status: response.statusCode,
      milliseconds: Math.round(performance.now() - begun),
    })
  })
  next()
})
app.use(refuseForeignForms({ origin: settings.PUBLIC_ORIGIN }))
app.use(refuseLongForms())
app.all(
  '*',
  createRequestHandler({
    build,
    mode: process.env.NODE_ENV,
    getLoadContext: (request, response) => ({
      requestId: response.locals.requestId as string,
      cspNonce: response.locals.cspNonce as string,
      address: request.ip ?? 'unknown',
      drained: () => drained(response),
    }),
  }),
)

app.use(((error, request, response, next) => {
  log.error({ requestId: response.locals.requestId, error: String(error) })
  if (response.headersSent) return next(error)
  answerRefused(request, response, 400, {
    title: 'That address cannot be read',
    sentence: 'Part of the address was lost or mistyped on the way, so there is nothing to show.',
  })
}) as ErrorRequestHandler)

const server = app.listen(settings.PORT, settings.HOST, () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : settings.PORT
  log.info(`Waymark answers on http://${settings.HOST}:${port}`)
  process.send?.({ listeningOn: port })
})
server.on('error', (error: NodeJS.ErrnoException) => {
  const isTaken = error.code === 'EADDRINUSE'
  console.error(
    isTaken ? `Port ${settings.PORT} is in use. Choose another with PORT.` : String(error),
  )
  process.exit(1)
})
// The largest file in a form, over a line of one megabit a second, is not an attack.
server.requestTimeout = Math.max(60 * 60_000, settings.MAX_UPLOAD_MB * 8_000)

function stop() {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 5_000).unref()
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
// Started by another process that was killed: nobody is left to stop this one.
process.on('disconnect', stop)

/** The styles that the build's own pages link to. */
function stylesheetOf({ routes }: ServerBuild): string | undefined {
  const links = routes.root?.module.links?.() ?? []
  return links.flatMap((link) =>
    'href' in link && link.rel === 'stylesheet' ? [link.href ?? ''] : [],
  )[0]
}

/** Resolves when the line has taken what was written to it, or is gone. */
function drained(response: express.Response): Promise<void> {
  if (!response.writableNeedDrain || response.destroyed) return Promise.resolve()
  return new Promise((done) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle)
      done()
    }
    response.on('drain', settle).on('close', settle)
  })
}

function settingsOrEnd(): Settings {
  try {
    const read = readSettings(process.env)
    const isServedToOthers = read.COOKIE_SECURE === 'true' || read.HOST !== '127.0.0.1'
    if (isServedToOthers && read.DEMO === 'true') {
      throw new Error('DEMO is set: its passwords are known, so it serves only this computer')
    }
    if (isServedToOthers && read.CLOCK_STARTS_AT) {
      throw new Error('CLOCK_STARTS_AT is set: only a test may choose its time')
    }
    return read
  } catch (error) {
    console.error(`Waymark cannot start:\n${(error as Error).message}`)
    console.error('Every setting is explained in docs/operations.md.')
    process.exit(1)
  }
}
