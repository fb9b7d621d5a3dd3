import { utimesSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import type { BucketSettings } from '~/storage/s3-store.server'

export interface S3Server {
  at: BucketSettings
  folder: string
  /** the file in which the server keeps a blob */
  fileOf: (sha256: string) => string
  /** makes a blob look as if it had come on that day */
  touch: (sha256: string, day: Date) => void
  goAway: () => Promise<void>
  comeBack: () => Promise<void>
  end: () => Promise<void>
}

/** A server that speaks the S3 protocol and knows one key, with one bucket, in a folder of its own. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'waymark-s3-'))
  const bucket = 'waymark'
  const serverOn = async (port: number) => {
    const one = new S3rver({
      address: '127.0.0.1',
      port,
      directory,
      silent: true,
      configureBuckets: [{ name: bucket }],
    })
    return { one, port: ((await one.run()) as AddressInfo).port }
  }
  let running = await serverOn(0)
  const fileOf = (sha256: string) =>
    path.join(directory, bucket, 'blobs', sha256.slice(0, 2), `${sha256}._S3rver_object`)
  const goAway = async () => {
    running.one.httpServer.closeAllConnections()
    await running.one.close()
  }
  return {
    at: {
      bucket,
      endpoint: `http://127.0.0.1:${running.port}`,
      region: 'eu-west-2',
      keys: { id: 'S3RVER', secret: 'S3RVER' },
    },
    folder: directory,
    fileOf,
    touch: (sha256, day) => utimesSync(fileOf(sha256), day, day),
    goAway,
    comeBack: async () => void (running = await serverOn(running.port)),
    end: async () => {
      await goAway().catch(() => undefined)
      await rm(directory, { recursive: true, force: true })
    },
  }
}
