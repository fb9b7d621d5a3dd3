import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { sizeInWords } from '~/domain/evidence/file-kinds'
import { Button } from './button'
import { ErrorSummary } from './error-summary'
import type { FormState } from './form-state'

type Sending = { percent: number; bytes: number } | undefined

/**
 * A form with files. Where scripts run, they are sent with its progress shown, and a refusal
 * comes back into the same page, so that nothing has to be chosen again; without them it is a plain
 * form, answered by the same pages.
 *
 * Words are read wherever they stand in the form, however its files fare.
 */
export function UploadForm({
  action,
  fileField,
  largestBytes,
  form: answered,
  button,
  children,
}: {
  action: string
  fileField: string
  largestBytes: number
  form: FormState | undefined
  button: string
  children: (form: FormState | undefined) => ReactNode
}) {
  const [sentBack, setSentBack] = useState<FormState>()
  const [sending, setSending] = useState<Sending>()
  const request = useRef<XMLHttpRequest>()
  const top = useRef<HTMLDivElement>(null)
  const form = sentBack ?? answered

  useEffect(() => {
    if (sentBack) top.current?.querySelector<HTMLElement>('[role="alert"]')?.focus()
  }, [sentBack])

  function send(event: FormEvent<HTMLFormElement>) {
    const posted = new FormData(event.currentTarget)
    const files = posted
      .getAll(fileField)
      .filter((file): file is File => file instanceof File && file.size > 0)
    if (files.length === 0) return // the plain form does as well
    event.preventDefault()
    if (sending) return
    const typed = typedIn(posted)
    const refuse = (sentence: string) =>
      setSentBack({ typed, errors: [{ field: fileField, sentence }] })
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    const tooLarge = files.find(({ size }) => size > largestBytes)
    if (tooLarge) {
      return refuse(
        `${files.length === 1 ? 'The file' : `“${tooLarge.name}”`} is larger than ${sizeInWords(largestBytes)}. Choose a smaller one, or give a link to where it is kept.`,
      )
    }
    const xhr = new XMLHttpRequest()
    request.current = xhr
    xhr.upload.onprogress = ({ loaded, total }) =>
      setSending({ percent: Math.floor((100 * loaded) / total), bytes })
    xhr.onabort = () => setSending(undefined)
    xhr.onerror = () => {
      setSending(undefined)
      refuse(
        `The connection broke. ${files.length === 1 ? 'The file is' : 'The files are'} still chosen: try again.`,
      )
    }
    xhr.onload = () => {
      if (xhr.status < 400) return window.location.assign(xhr.responseURL)
      const refused = formStateIn(xhr.responseText)
      if (!refused) return showPage(xhr.responseText)
      setSending(undefined)
      setSentBack({ ...refused, typed })
    }
    setSending({ percent: 0, bytes })
    xhr.open('POST', event.currentTarget.action)
    xhr.send(posted)
  }

  return (
    <div ref={top}>
      <ErrorSummary form={form} />
      <div hidden data-form-state={JSON.stringify(form ?? null)} />
      <form method="post" action={action} encType="multipart/form-data" onSubmit={send}>
        {children(form)}
        {sending ? (
          <Progress sending={sending} stop={() => request.current?.abort()} />
        ) : (
          <Button>{button}</Button>
        )}
      </form>
    </div>
  )
}

function Progress({
  sending: { percent, bytes },
  stop,
}: {
  sending: NonNullable<Sending>
  stop: () => void
}) {
  const isThere = percent >= 100
  return (
    <div className="max-w-[42rem] rounded border-2 border-brand p-4">
      <label htmlFor="sending" className="block font-bold">
        {isThere
          ? 'The file has arrived. Checking it…'
          : `Sending ${sizeInWords(bytes)}: ${percent} %`}
      </label>
      <progress
        id="sending"
        max={100}
        value={percent}
        className="mt-2 h-3 w-full appearance-none rounded bg-line [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-brand"
      />
      {/* told at each quarter only, so that nobody has to listen to every hundredth */}
      <p role="status" className="sr-only">
        {isThere ? 'The file has arrived.' : `Sent ${percent - (percent % 25)} %`}
      </p>
      <button
        type="button"
        onClick={stop}
        className="mt-2 min-h-[44px] text-brand underline underline-offset-[3px]"
      >
        Stop sending
      </button>
    </div>
  )
}

function typedIn(posted: FormData): FormState['typed'] {
  const typed: FormState['typed'] = {}
  for (const [name, value] of posted) {
    if (typeof value === 'string') (typed[name] ??= []).push(value)
  }
  return typed
}

/** What the page that came back says of the form, if it is this form's page. */
function formStateIn(html: string): FormState | undefined {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const state = page.querySelector<HTMLElement>('[data-form-state]')?.dataset.formState
  // Our own page wrote it, from a FormState.
  return state ? ((JSON.parse(state) as FormState | null) ?? undefined) : undefined
}

/** Shows another page that answered, such as the one that asks to sign in again; it needs no scripts. */
function showPage(html: string) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const script of page.querySelectorAll('script, link[rel="modulepreload"]')) script.remove()
  document.open()
  document.write(`<!doctype html>${page.documentElement.outerHTML}`)
  document.close()
}
