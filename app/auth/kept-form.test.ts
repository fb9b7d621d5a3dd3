import { expect, test } from 'vitest'
import { keptForm } from './kept-form.server'

const boundary = 'a-line-between'
const posted = (body: string) =>
  new Request('http://127.0.0.1/actions/1/evidence/new', {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body,
  })
const field = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (content: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="audit.csv"\r\n\r\n${content}`

test('the words of a form are kept, and that it had a file', async () => {
  const kept = await keptForm(
    posted(`${field('shows', 'Nine of twelve')}${file('a,b')}\r\n--${boundary}--\r\n`),
  )
  expect(kept).toEqual({
    path: '/actions/1/evidence/new',
    fields: [['shows', 'Nine of twelve']],
    filesLost: true,
  })
})

test('a form that breaks off in the middle of its file keeps the words that came, and ends nothing', async () => {
  const kept = await keptForm(posted(`${field('shows', 'Nine of twelve')}${file('a,b,c')}`))
  expect(kept.fields).toEqual([['shows', 'Nine of twelve']])
  expect(kept.filesLost).toBe(true)
})

test('what is no form keeps nothing', async () => {
  const json = new Request('http://127.0.0.1/x', { method: 'POST', body: '{}' })
  expect((await keptForm(json)).fields).toEqual([])
})
