import { randomBytes } from 'node:crypto'
import { MemoryLocker, Server, Upload } from '@tus/server'
import type { Context } from '~/auth/context.server'
import { deleteUpload, finishUpload, waitingUpload } from '~/db/tables/uploads.server'
import { tooLargeSentence } from '~/domain/evidence/uploads'
import { paths } from '~/paths'
import { settings } from '~/settings.server'
import { storeForTus } from '~/storage/storage.server'
import { beginUpload } from './begin-upload.command.server'

// One for the process: two requests for one upload must not write at once.
const locker = new MemoryLocker()

/**
 * Answers a request of the tus protocol (1.0.0: creation, termination) for the person who asks. An upload
 * of somebody else is not there.
 */
export async function receiveTus(context: Context, request: Request): Promise<Response> {
  const { db, actor, now } = context
  const largestBytes = settings().MAX_UPLOAD_MB * 1024 * 1024
  const mine = (id: string) => waitingUpload(db, id, { personId: actor.personId, now })
  const datastore = await storeForTus({
    async get(id) {
      const known = await mine(id)
      if (!known) return undefined
      const { name, bytes, begunAt } = known
      return new Upload({
        id,
        size: bytes,
        offset: 0,
        metadata: { filename: name },
        creation_date: begunAt.toISOString(),
      })
    },
    delete: (id) => deleteUpload(db, id),
  })
  const server = new Server({
    path: paths.uploads(),
    relativeLocation: true,
    allowedOrigins: () => false, // our own pages alone
    datastore,
    locker,
    namingFunction: lettersByChance,
    async onIncomingRequest({ method }, id) {
      if (method !== 'POST' && !(await mine(id))) throw refused(404, 'Not found')
    },
    async onUploadCreate(_request, { id, size, metadata }) {
      if (size === undefined) throw refused(400, 'Say how long the file is.')
      if (size > largestBytes) throw refused(413, tooLargeSentence(largestBytes))
      const changedAt = momentIn(metadata?.changed)
      const upload = { id, name: metadata?.filename ?? '', bytes: size, changedAt }
      const decision = await beginUpload(context, upload, largestBytes)
      if (!decision.allowed) throw refused(422, decision.because)
      return {}
    },
    async onUploadFinish(_request, { id }) {
      await finishUpload(db, id, now)
      return {}
    },
  })
  return server.handleWeb(request)
}

/** Milliseconds since 1970, as a browser has them; undefined where they mean no moment. */
function momentIn(milliseconds: string | null | undefined): Date | undefined {
  const moment = /^\d{1,13}$/.test(milliseconds ?? '') ? new Date(Number(milliseconds)) : undefined
  return moment && !Number.isNaN(moment.getTime()) ? moment : undefined
}

/** What the tus server answers with when it is thrown. */
const refused = (status_code: number, body: string) => ({ status_code, body })

/** 160 bits in letters: a form that names it is searched for identifiers, all of which have figures. */
const lettersByChance = () =>
  randomBytes(20)
    .toString('hex')
    .replace(/[0-9a-f]/g, (digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]!)
