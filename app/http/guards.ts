import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { answerRefused } from './answer-refused'

const isUnsafe = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/** The headers of every answer; scripts run only with this answer's nonce. */
export function securityHeaders({ https }: { https: boolean }): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) =>
    helmet({
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'script-src': ["'self'", `'nonce-${response.locals.cspNonce}'`],
          'style-src': ["'self'"],
          'img-src': ["'self'", 'data:'],
          'object-src': ["'none'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          ...(https ? { 'upgrade-insecure-requests': [] } : {}),
        },
      },
      crossOriginEmbedderPolicy: false,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    })(request, response, next)
}

/**
 * Whether it is what a telephone shares (manifest.webmanifest). The browser itself sends that, from no page:
 * `Origin: null` and `Sec-Fetch-Site: none`. No page can bring it about: what one sends, also out of a
 * sandboxed frame, whose Origin is null too, says `cross-site`, and scripts cannot write either header.
 * The session's cookie comes with it although it is SameSite=Lax, since a navigation that nobody's page
 * began counts as of the same site; from another site's page it would not come with a POST.
 */
const isSharedByTelephone = (request: Request): boolean =>
  request.method === 'POST' &&
  request.path === '/evidence/new' &&
  request.query.shared !== undefined &&
  request.get('Origin') === 'null' &&
  request.get('Sec-Fetch-Site') === 'none'

/**
 * Refuses every unsafe request that does not come from our own pages, by the Origin header or, where
 * a browser leaves it out, by Sec-Fetch-Site; save what a telephone shares.
 * @param options origin: the address people use; without it, the one the request was sent to
 */
export function refuseForeignForms({ origin }: { origin: string | undefined }): RequestHandler {
  return (request, response, next) => {
    if (!isUnsafe(request.method)) return next()
    const own = origin ?? `${request.protocol}://${request.get('Host') ?? ''}`
    const from = request.get('Origin')
    const isOurs = from ? from === own : request.get('Sec-Fetch-Site') === 'same-origin'
    if (isOurs) return next()
    if (isSharedByTelephone(request)) {
      delete request.headers.origin // Remix compares it with the host, and knows of no share
      return next()
    }
    answerRefused(request, response, 403, {
      title: 'Nothing was changed',
      sentence: 'This form did not come from Waymark’s own pages, so nothing was changed.',
    })
  }
}

const longestForm = 8 * 1024 * 1024

/** The addresses that take a file: they read it as it arrives, with limits of their own. */
const takesAFile = new RegExp(
  `^/(?:${[
    'inspections/new',
    'visits/\\d+/letter',
    'actions/bring-in',
    'measures/figures',
    'evidence/new',
    'evidence/\\d+/files/\\d+/held/replacement',
    'uploads/[a-p]+',
  ].join('|')})(?:\\.data)?$`,
)

/** Refuses a form that is longer than anybody types, before any of it is read. */
export function refuseLongForms(): RequestHandler {
  return (request, response, next) => {
    if (!isUnsafe(request.method) || takesAFile.test(request.path)) return next()
    const length = Number(
      request.get('Content-Length') ?? (request.get('Transfer-Encoding') ? NaN : 0),
    )
    if (length <= longestForm) return next()
    answerRefused(request, response, 413, {
      title: 'That is too long',
      sentence: 'That is more text than one form takes. Go back, shorten it, and send it again.',
    })
  }
}
