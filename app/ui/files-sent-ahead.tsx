import {
  type ChangeEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { Upload } from 'tus-js-client'
import { sizeInWords } from '~/domain/evidence/file-kinds'
import { type LookedThrough, toldBeforeSending, tooLargeSentence } from '~/domain/evidence/uploads'
import { paths } from '~/paths'
import { FileField } from './field'
import type { FormState } from './form-state'

export interface ArrivedFile {
  id: string
  name: string
  bytes: number
}

/** One that was broken off; its length and the moment of its last change tell it from others. */
export interface BrokenOffFile extends ArrivedFile {
  changedAt: number
}

interface Coming {
  key: number
  name: string
  bytes: number
  /** what too long a file costs, known before it is sent */
  told: readonly string[]
  /** bytes that have arrived */
  sent: number
  /** the one that was broken off, and is sent on with it */
  goesOn: string | undefined
  /** its id once all of it is there */
  id?: string
  /** why it does not go on */
  because?: string
}

const pieceBytes = 64 * 1024 * 1024
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000]

/**
 * Where files are chosen. Where scripts run, each is sent at once, by the tus protocol, while the rest
 * of the form is filled in; it goes on where it was when the connection comes back, and the form names
 * what has arrived. Without scripts it is a field like another, and the form brings its file.
 *
 * What arrived earlier and was not saved is offered again; what was broken off, by closing the browser too, goes
 * on where it was when the same file is chosen again.
 */
export function FilesSentAhead({
  fileField,
  uploadsField,
  label,
  hint,
  most,
  largestBytes,
  lookedThrough,
  arrived,
  brokenOff,
  form,
}: {
  fileField: string
  uploadsField: string
  label: string
  hint: ReactNode
  /** how many files the form takes; one that is chosen beyond one takes the place of the one before */
  most: number
  largestBytes: number
  lookedThrough: LookedThrough
  arrived: readonly ArrivedFile[]
  brokenOff: readonly BrokenOffFile[]
  form: Partial<FormState> | undefined
}) {
  const here = useRef<HTMLDivElement>(null)
  const { coming, choose, stop, goOn } = useSending({
    ...{ largestBytes, lookedThrough, most, brokenOff },
  })
  const isOver = useDropped(here, choose)
  const waitsFor = useFormWaits(here, coming)

  const named = form?.typed?.[uploadsField] ?? []
  const isReplaced = most === 1 && coming.length > 0
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = '' // they go by themselves; the form brings none
    choose(files)
  }

  return (
    <div ref={here}>
      {arrived.length > 0 ? (
        <fieldset className="mb-5 max-w-[42rem] border-l-4 border-line pl-4">
          <legend className="font-bold">Files that have arrived and are not saved yet</legend>
          <p className="text-16 text-quiet">
            Tick what belongs to this evidence. Only you see them; they are kept for a day.
          </p>
          {arrived.map(({ id, name, bytes }) => (
            <div key={`${id}${isReplaced}`} className="flex gap-3 py-2">
              <input
                id={id}
                type="checkbox"
                name={uploadsField}
                value={id}
                defaultChecked={named.includes(id) && !isReplaced}
                className="mt-1 h-6 w-6 shrink-0 accent-brand"
              />
              <label htmlFor={id} className="min-w-0 break-words">
                {name}, {sizeInWords(bytes)}
              </label>
            </div>
          ))}
        </fieldset>
      ) : null}
      <StillToCome brokenOff={brokenOff} coming={coming} />
      <div
        className={`max-w-[42rem] ${isOver ? 'rounded outline-dashed outline-2 outline-offset-4 outline-brand' : ''}`}
      >
        <FileField
          name={fileField}
          label={label}
          hint={hint}
          optional
          multiple={most > 1}
          onChange={chosen}
          form={form ?? {}}
        />
        <div className="hidden [@media(pointer:coarse)]:block">
          <FileField
            id={`${fileField}-camera`}
            name={fileField}
            label="Take a photo"
            optional
            accept="image/*"
            capture="environment"
            onChange={chosen}
          />
        </div>
      </div>
      {coming.length > 0 ? (
        <ul className="mb-5 max-w-[42rem]" aria-label="What is being sent">
          {coming.map((file) => (
            <FileComing key={file.key} file={file} stop={stop} goOn={goOn} field={uploadsField} />
          ))}
        </ul>
      ) : null}
      <p role="status" className={waitsFor ? 'mb-5 max-w-[42rem] font-bold' : 'sr-only'}>
        {waitsFor ? waitsForInWords[waitsFor] : told(coming)}
      </p>
    </div>
  )
}

function StillToCome({
  brokenOff,
  coming,
}: {
  brokenOff: readonly BrokenOffFile[]
  coming: readonly Coming[]
}) {
  const still = brokenOff.filter(({ id }) => !coming.some(({ goesOn }) => goesOn === id))
  if (still.length === 0) return null
  return (
    <div className="mb-5 max-w-[42rem] border-l-4 border-line pl-4">
      <p className="font-bold">Sent in part</p>
      <p className="text-16 text-quiet">
        Choose the same file again, within a day, and it goes on where it was broken off.
      </p>
      <ul>
        {still.map(({ id, name, bytes }) => (
          <li key={id} className="break-words">
            {name}, {sizeInWords(bytes)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function FileComing({
  file: { key, name, bytes, told, sent, id, because },
  stop,
  goOn,
  field,
}: {
  file: Coming
  stop: (key: number) => void
  goOn: (key: number) => void
  field: string
}) {
  const percent = bytes === 0 ? 0 : Math.floor((100 * sent) / bytes)
  return (
    <li className="border-b border-line py-3">
      <label htmlFor={`sending-${key}`} className="block break-words">
        <strong>{name}</strong>, {sizeInWords(bytes)}:{' '}
        {id ? 'has arrived' : because ? 'not sent' : `${percent} % sent`}
      </label>
      {because ? (
        <p role="alert" className="font-bold text-off-track">
          {because}{' '}
          {because === signedOut ? (
            <a href={paths.signIn('/')} target="_blank" rel="noopener noreferrer">
              Sign in again (in a new window)
            </a>
          ) : null}
        </p>
      ) : null}
      {told.map((sentence) => (
        <p key={sentence} className="mt-2 border-l-4 border-line pl-3">
          {sentence}
        </p>
      ))}
      <progress
        id={`sending-${key}`}
        max={100}
        value={percent}
        className="mt-2 h-3 w-full appearance-none rounded bg-line [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-brand"
      />
      {id ? <input type="hidden" name={field} value={id} /> : null}
      <div className="flex gap-6">
        {because ? (
          <button
            type="button"
            onClick={() => goOn(key)}
            className="min-h-[44px] text-brand underline underline-offset-[3px]"
          >
            Try again<span className="sr-only"> to send {name}</span>
          </button>
        ) : null}
        <button
          type="button"
          onClick={() => stop(key)}
          className="min-h-[44px] text-brand underline underline-offset-[3px]"
        >
          {id || because ? 'Take away' : 'Stop sending'}
          <span className="sr-only"> {name}</span>
        </button>
      </div>
    </li>
  )
}

const waitsForInWords: Record<WaitsFor, string> = {
  files: 'The form is sent as soon as the files have arrived.',
  'a choice':
    'Nothing is saved yet: not all files have arrived. Try again to send them, or take them away, and then save.',
}

/** Told at each quarter only, so that nobody has to listen to every hundredth. */
function told(coming: readonly Coming[]): string {
  return coming
    .filter(({ because }) => !because)
    .map(({ name, bytes, sent, id }) => {
      const quarter = Math.floor((4 * sent) / Math.max(1, bytes)) * 25
      return id ? `${name} has arrived.` : `${name}: ${quarter} % sent.`
    })
    .join(' ')
}

/** Ends the sending and has the server remove what arrived. */
function letGo(upload: Upload): void {
  upload.abort(true).catch(() => undefined)
}

/** Sends what is chosen, and says how far it has come. */
function useSending({
  largestBytes,
  lookedThrough,
  most,
  brokenOff,
}: {
  largestBytes: number
  lookedThrough: LookedThrough
  most: number
  brokenOff: readonly BrokenOffFile[]
}) {
  const [coming, setComing] = useState<readonly Coming[]>([])
  const uploads = useRef(new Map<number, Upload>())
  const stopped = useRef(new Set<number>())
  const next = useRef(0)
  const begun = useRef(new Set<string>())
  const change = (key: number, news: Partial<Coming>) =>
    setComing((all) => all.map((one) => (one.key === key ? { ...one, ...news } : one)))

  useEffect(() => {
    void import('tus-js-client') // so that it is here before the connection goes
    const all = uploads.current
    const isBack = () => {
      setComing((files) =>
        files.map((one) => {
          if (one.because !== offline) return one
          all.get(one.key)?.start()
          return { ...one, because: undefined }
        }),
      )
    }
    window.addEventListener('online', isBack)
    return () => window.removeEventListener('online', isBack)
  }, [])

  async function send(key: number, file: File, goesOn: string | undefined) {
    const { Upload } = await import('tus-js-client')
    if (stopped.current.has(key)) return
    const upload = new Upload(file, {
      ...(goesOn ? { uploadUrl: `${paths.uploads()}/${goesOn}` } : { endpoint: paths.uploads() }),
      onUploadUrlAvailable: () => {
        // Once it has begun it is gone on with: the library would begin anew while the server is in trouble.
        upload.options.endpoint = null
        if (stopped.current.has(key)) letGo(upload)
      },
      metadata: { filename: file.name, changed: String(file.lastModified) },
      chunkSize: pieceBytes,
      retryDelays,
      onShouldRetry: (error) => navigator.onLine && isWorthAnotherTry(statusOf(error)),
      storeFingerprintForResuming: false, // nothing of it stays in a browser that others use
      onProgress: (sent) => change(key, { sent, because: undefined }),
      onSuccess: () => change(key, { sent: file.size, id: upload.url?.split('/').at(-1) }),
      onError: (error) => {
        if (statusOf(error) === 404) beginsAnew(upload)
        change(key, { because: whatWentWrong(error) })
      },
    })
    uploads.current.set(key, upload)
    upload.start()
  }

  const stop = (key: number) => {
    const upload = uploads.current.get(key)
    stopped.current.add(key)
    uploads.current.delete(key)
    // The server lets go of it, too; where it cannot be told, it does so within a day. While it is being
    // begun nobody knows its address yet: then it is let go as soon as it has one.
    if (upload?.url) letGo(upload)
    setComing((all) => all.filter((one) => one.key !== key))
  }

  return {
    coming,
    stop,
    goOn: (key: number) => {
      change(key, { because: undefined })
      uploads.current.get(key)?.start()
    },
    choose: (files: readonly File[]) => {
      const taken = files.slice(0, most)
      if (most === 1 && taken.length > 0) for (const { key } of coming) stop(key)
      for (const file of taken) {
        const key = (next.current += 1)
        const { name, size: bytes, type: mediaType } = file
        const because =
          bytes === 0
            ? 'The file is empty. Choose another.'
            : bytes > largestBytes
              ? tooLargeSentence(largestBytes)
              : undefined
        const told = because ? [] : toldBeforeSending({ bytes, mediaType }, lookedThrough)
        const isThis = (one: BrokenOffFile) =>
          one.bytes === bytes && one.changedAt === file.lastModified && !begun.current.has(one.id)
        const goesOn = because ? undefined : brokenOff.find(isThis)?.id
        if (goesOn) begun.current.add(goesOn)
        setComing((all) => [...all, { key, name, bytes, told, goesOn, sent: 0, because }])
        if (because === undefined) void send(key, file, goesOn)
      }
    },
  }
}

const signedOut =
  'You are signed out. Sign in again, come back here and try again: what you typed and what has arrived is kept.'
/** What was sent of it is not there any more. */
function beginsAnew(upload: Upload): void {
  upload.url = null
  Object.assign(upload.options, { endpoint: paths.uploads(), uploadUrl: null })
}

const offline = 'The connection is gone. Sending goes on where it was as soon as it is back.'

const answerTo = (error: unknown) =>
  (error as { originalResponse?: { getStatus(): number; getBody(): string } | null })
    .originalResponse
const statusOf = (error: unknown): number | undefined => answerTo(error)?.getStatus()

/** Where nobody answered, where another request is still at it, where the server is in trouble. */
const isWorthAnotherTry = (status: number | undefined): boolean =>
  !status || status === 409 || status === 423 || (status >= 500 && status !== 507)

function whatWentWrong(error: unknown): string {
  if (!navigator.onLine) return offline
  const status = statusOf(error)
  if (status === 401) return signedOut
  if (status === 404) {
    return 'What had been sent of it is not kept any more. Try again to send it from its beginning.'
  }
  if (status === 413 || status === 422 || status === 507) return answerTo(error)!.getBody()
  return 'The connection broke. What has arrived is kept: try again to send the rest.'
}

/** Takes files that are dropped here; says whether some are held over it. */
function useDropped(
  here: RefObject<HTMLElement>,
  choose: (files: readonly File[]) => void,
): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef(choose)
  useEffect(() => void (latest.current = choose))

  useEffect(() => {
    const place = here.current
    if (!place) return
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setIsOver(true)
    }
    const away = () => setIsOver(false)
    const dropped = (event: DragEvent) => {
      event.preventDefault()
      setIsOver(false)
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    place.addEventListener('dragover', over)
    place.addEventListener('dragleave', away)
    place.addEventListener('drop', dropped)
    return () => {
      place.removeEventListener('dragover', over)
      place.removeEventListener('dragleave', away)
      place.removeEventListener('drop', dropped)
    }
  }, [here])
  return isOver
}

type WaitsFor = 'files' | 'a choice'

/**
 * Holds the form back while files are on their way, and sends it once they are there. Where one does not
 * arrive, it is for her to say whether the form goes without it: nothing is saved that lacks a file unsaid.
 */
function useFormWaits(
  here: RefObject<HTMLElement>,
  coming: readonly Coming[],
): WaitsFor | undefined {
  const [waitsFor, setWaitsFor] = useState<WaitsFor>()
  const isOnItsWay = coming.some(({ id, because }) => !id && (!because || because === offline))
  const isStuck = coming.some(({ id, because }) => !id && because && because !== offline)

  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form || !(isOnItsWay || isStuck)) return
    const hold = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
      setWaitsFor(isOnItsWay ? 'files' : 'a choice')
    }
    form.addEventListener('submit', hold)
    return () => form.removeEventListener('submit', hold)
  }, [here, isOnItsWay, isStuck])

  useEffect(() => {
    if (waitsFor === undefined || isOnItsWay) return
    if (isStuck) return setWaitsFor('a choice')
    setWaitsFor(undefined)
    if (waitsFor !== 'files') return
    // After the press that was held back: while a form is being sent it takes no other request, and a file
    // that arrives at the very moment of the press would have her press again.
    setTimeout(() => here.current?.closest('form')?.requestSubmit())
  }, [here, waitsFor, isOnItsWay, isStuck])
  return waitsFor
}
