import { request as send, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, test } from 'vitest'
import { paths } from '~/paths'
import { refuseForeignForms, refuseLongForms, securityHeaders } from './guards'

let server: Server | undefined
afterEach(() => {
  server?.close()
})

async function serve(origin?: string): Promise<number> {
  const app = express()
  Object.assign(app.locals, { councilName: 'East & West', stylesheet: '/assets/styles.css' })
  app.use((_request, response, next) => {
    response.locals.cspNonce = 'a-nonce'
    next()
  })
  app.use(securityHeaders({ https: true }), refuseForeignForms({ origin }), refuseLongForms())
  app.all('*', (request, response) =>
    response.set('Came-From', request.get('Origin') ?? 'no page').send('done'),
  )
  await new Promise<void>((ready) => {
    server = app.listen(0, '127.0.0.1', () => ready())
  })
  return (server!.address() as AddressInfo).port
}

// fetch writes an Origin of its own, so the request is made by hand.
const answerTo = (
  port: number,
  method: string,
  headers: Record<string, string>,
  path = '/actions/new',
) =>
  new Promise<{ status: number; headers: Record<string, unknown> }>((done, failed) => {
    const request = send({ port, host: '127.0.0.1', method, path, headers })
    request.on('response', (response) => {
      response.resume()
      done({ status: response.statusCode ?? 0, headers: response.headers })
    })
    request.on('error', failed)
    request.end()
  })

describe('a form', () => {
  test.each([
    ['from our own page', { Origin: 'https://plan.example' }, 200],
    ['from another site', { Origin: 'https://elsewhere.example' }, 403],
    ['from our host by plain http', { Origin: 'http://plan.example' }, 403],
    ['from a page that hides where it is', { Origin: 'null' }, 403],
    ['that says nothing of where it comes from', {}, 403],
    ['of our own by what the browser says', { 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['of a sister site', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['of another site by what the browser says', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    [
      'from another site that also claims to be ours',
      { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'same-origin' },
      403,
    ],
  ])('%s', async (_whence, headers: Record<string, string>, status) => {
    const port = await serve('https://plan.example')
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await answerTo(port, method, headers)).status).toBe(status)
    }
  })

  describe('that a telephone shares', () => {
    const shared = { Origin: 'null', 'Sec-Fetch-Site': 'none' }
    const target = `${paths.newEvidence()}?shared`

    test('comes from no page, and is taken', async () => {
      const port = await serve('https://plan.example')
      const { status, headers } = await answerTo(port, 'POST', shared, target)
      // Remix would refuse an Origin that is not the host
      expect([status, headers['came-from']]).toEqual([200, 'no page'])
    })

    test.each([
      ['another address', {}, '/actions/new?shared'],
      ['what goes on from there', {}, `${paths.newEvidence()}/7?shared`],
      ['the form that is no share', {}, paths.newEvidence()],
      ['a page that hides where it is', { 'Sec-Fetch-Site': 'cross-site' }, target],
      ['a page of another site', { Origin: 'https://elsewhere.example' }, target],
    ])('but not by %s', async (_what, other: Record<string, string>, path) => {
      const port = await serve('https://plan.example')
      expect((await answerTo(port, 'POST', { ...shared, ...other }, path)).status).toBe(403)
    })

    test('but not as another kind of request, or where the browser says nothing of itself', async () => {
      const port = await serve('https://plan.example')
      expect((await answerTo(port, 'DELETE', shared, target)).status).toBe(403)
      expect((await answerTo(port, 'POST', { Origin: 'null' }, target)).status).toBe(403)
    })
  })

  test('without a fixed address comes from the host it was sent to', async () => {
    const port = await serve()
    const own = { Origin: `http://127.0.0.1:${port}` }
    expect((await answerTo(port, 'POST', own)).status).toBe(200)
    const other = { Origin: `http://127.0.0.1:${port + 1}` }
    expect((await answerTo(port, 'POST', other)).status).toBe(403)
  })

  test('reading is open to links from anywhere', async () => {
    const port = await serve('https://plan.example')
    const headers = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }
    expect((await answerTo(port, 'GET', headers)).status).toBe(200)
  })

  test.each([
    ['application/x-www-form-urlencoded', '8388609', 413],
    ['application/x-www-form-urlencoded', '0', 200],
    ['multipart/form-data; boundary=x', '8388609', 413],
    ['multipart/form-data; boundary=x', '0', 200],
  ])('of type %s that claims %s bytes', async (type, length, status) => {
    const port = await serve('https://plan.example')
    const answer = await answerTo(port, 'POST', {
      Origin: 'https://plan.example',
      'Content-Type': type,
      'Content-Length': length,
    }).catch(() => ({ status: 0 }))
    expect(answer.status).toBe(status)
  })

  test('without a stated length is refused', async () => {
    const port = await serve('https://plan.example')
    const answer = await answerTo(port, 'POST', {
      Origin: 'https://plan.example',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Transfer-Encoding': 'chunked',
    })
    expect(answer.status).toBe(413)
  })
})

test('a person who is refused is shown a page with its way on, a program the sentence', async () => {
  const port = await serve('https://plan.example')
  const post = (accept: string) =>
    fetch(`http://127.0.0.1:${port}/actions/new`, {
      method: 'POST',
      headers: { Accept: accept, Origin: 'https://elsewhere.example' },
    })
  const page = await post('text/html,application/xhtml+xml,*/*;q=0.8')
  expect([page.status, page.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8'])
  const shown = await page.text()
  const sentence = 'This form did not come from Waymark’s own pages, so nothing was changed.'
  expect(shown).toContain('<h1>Nothing was changed</h1>')
  expect(shown).toContain(sentence)
  expect(shown).toContain('<title>Nothing was changed – East &amp; West</title>')
  expect(shown).toContain('<link rel="stylesheet" href="/assets/styles.css"/>')
  expect(shown).not.toContain('<script')
  expect(await (await post('*/*')).text()).toBe(sentence)
})

test('every address that takes a file takes one of two gigabytes', async () => {
  const port = await serve()
  const addresses = [
    ...[
      paths.newEvidence(),
      paths.evidenceFileReplacement(1, 2),
      `${paths.uploads()}/${'a'.repeat(40)}`,
    ],
    ...[paths.addReport(), paths.visitLetter(1), paths.bringIn(), paths.bringFigures()],
  ]
  for (const address of addresses) {
    for (const at of [address, `${address}.data`]) {
      const headers = { Origin: `http://127.0.0.1:${port}`, 'Transfer-Encoding': 'chunked' }
      expect((await answerTo(port, 'POST', headers, at)).status, at).toBe(200)
    }
  }
})

test('every answer carries the headers that keep it safe', async () => {
  const { headers } = await answerTo(await serve(), 'GET', {})
  expect(headers['content-security-policy']).toContain("script-src 'self' 'nonce-a-nonce'")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).not.toContain('unsafe-inline')
  expect(headers['strict-transport-security']).toBe('max-age=31536000')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-frame-options']).toBe('DENY')
  expect(headers['referrer-policy']).toBe('same-origin')
})
