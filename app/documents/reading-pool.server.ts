import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readingLimits } from './reading-limits'
import type {
  DrawnAnswer,
  PhotoAnswer,
  PreviewAnswer,
  ReadingAnswer,
  ReadingQuestion,
  SearchAnswer,
  TablesAnswer,
} from './reading-process.server'

/** Hands a document to a process of its own and brings the answer back. A process that answered in good order may
 *  read the next document; one that overran, died or grew is never used again. */
export const readApart = (path: string, milliseconds: number): Promise<ReadingAnswer> =>
  apart<ReadingAnswer>({ path }, milliseconds)

/** As readApart, for the tables of a file: their rows are written to `rowsPath`, one to a line. */
export const readTablesApart = (
  path: string,
  rowsPath: string,
  milliseconds: number,
): Promise<TablesAnswer> => apart<TablesAnswer>({ path, rowsPath }, milliseconds)

/** As readApart, for what in a file looks like an identifier. */
export const searchApart = (
  path: string,
  search: NonNullable<ReadingQuestion['search']>,
  milliseconds: number,
): Promise<SearchAnswer> => apart<SearchAnswer>({ path, search }, milliseconds)

/** As readApart, for a photo that is written to `cleanPath` without what it says of itself. */
export const cleanPhotoApart = (
  path: string,
  photo: NonNullable<ReadingQuestion['photo']>,
  milliseconds: number,
): Promise<PhotoAnswer | Extract<TablesAnswer, { refusal: unknown }>> =>
  apart<PhotoAnswer | Extract<TablesAnswer, { refusal: unknown }>>({ path, photo }, milliseconds)

/** As readApart, for what a page shows of a file. */
export const previewApart = (
  path: string,
  preview: NonNullable<ReadingQuestion['preview']>,
  milliseconds: number,
): Promise<PreviewAnswer> => apart<PreviewAnswer>({ path, preview }, milliseconds)

/** As readApart, for one picture that is drawn to `drawnPath`. */
export const drawApart = (
  path: string,
  picture: NonNullable<ReadingQuestion['picture']>,
  milliseconds: number,
): Promise<DrawnAnswer> => apart<DrawnAnswer>({ path, picture }, milliseconds)

async function apart<Answer extends AnyAnswer>(
  question: ReadingQuestion,
  milliseconds: number,
): Promise<Answer> {
  await turn()
  try {
    const reader = idle.pop() ?? start()
    clearTimeout(reader.retirement)
    const answer = await ask<Answer>(reader.child, question, milliseconds)
    if (answer.again) rest(reader)
    return answer.answer
  } finally {
    // The place is handed on, so that nobody slips in between.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

type AnyAnswer =
  PhotoAnswer | ReadingAnswer | TablesAnswer | SearchAnswer | PreviewAnswer | DrawnAnswer

/** At most two readings at once, whoever asks: each may take 512 MB. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

function turn(): Promise<void> | void {
  if (running >= atOnce) return new Promise<void>((go) => waiting.push(go))
  running += 1
}

type Reader = { child: ChildProcess; retirement?: NodeJS.Timeout }
const idle: Reader[] = []

function start(): Reader {
  const root = projectRoot()
  const child = fork(join(root, script), [], {
    cwd: root,
    execArgv: ['--import', 'tsx', `--max-old-space-size=${readingLimits.memoryMegabytes - 160}`],
    // The process that opens strangers' files is given none of the server's secrets.
    env: only(['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'NODE_ENV']),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const reader: Reader = { child }
  // While it rests nobody else listens, and an error that nobody hears ends the server.
  child.on('error', () => {
    if (leave(reader)) child.kill('SIGKILL')
  })
  child.once('exit', () => leave(reader))
  return reader
}

/** Whether it was resting; it is given to nobody any more. */
function leave(reader: Reader): boolean {
  const at = idle.indexOf(reader)
  if (at !== -1) idle.splice(at, 1)
  return at !== -1
}

/** Kept for a moment, because reports are often brought in one after the other; it keeps nobody from ending. */
function rest(reader: Reader): void {
  reader.child.unref()
  reader.child.channel?.unref()
  // It leaves the others before it is ended, so that nobody is given one that is on its way out: its end
  // would be taken for that of a file which outgrew it.
  reader.retirement = setTimeout(() => {
    leave(reader)
    reader.child.kill('SIGKILL')
  }, readingLimits.idleMilliseconds)
  reader.retirement.unref()
  idle.push(reader)
}

function ask<Answer extends AnyAnswer>(
  child: ChildProcess,
  question: ReadingQuestion,
  milliseconds: number,
): Promise<{ answer: Answer; again: boolean }> {
  child.ref()
  child.channel?.ref()
  return new Promise((answered, failed) => {
    let overran = false
    const clock = setTimeout(() => {
      overran = true
      child.kill('SIGKILL')
    }, milliseconds)
    const done = (): void => {
      clearTimeout(clock)
      child.off('message', onMessage).off('exit', onExit).off('error', onError)
    }
    const onMessage = (message: unknown): void => {
      done()
      const { answer, again } = message as { answer: Answer; again: boolean }
      answered({ answer, again })
    }
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
      done()
      // Killed by its own watch, or given up by Node when the heap was full.
      const outgrew = signal !== null || code === 134
      const refusal = overran ? 'took-too-long' : outgrew ? 'too-large' : 'corrupt'
      answered({ answer: { refusal } as Answer, again: false })
    }
    const onError = (error: Error): void => {
      done()
      child.kill('SIGKILL')
      failed(error)
    }
    child.on('message', onMessage).on('exit', onExit).on('error', onError)
    child.send(question, (error) => {
      if (error) onError(error)
    })
  })
}

const script = 'app/documents/reading-process.server.ts'

/** Found from where the server was started, because inside the bundle a module does not know its own place. */
function projectRoot(): string {
  let folder = process.cwd()
  while (!existsSync(join(folder, script))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`${script} was not found above ${process.cwd()}.`)
    folder = above
  }
  return folder
}

const only = (names: readonly string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(names.map((name) => [name, process.env[name]])) as NodeJS.ProcessEnv
