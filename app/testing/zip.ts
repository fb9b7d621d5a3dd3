import { text } from 'node:stream/consumers'
import yauzl from 'yauzl'

/** What lies in a ZIP, read as text, by its place in it. */
export function filesInZip(zip: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, opened) => {
      if (error) return reject(error)
      const files = new Map<string, string>()
      opened.on('entry', (entry: yauzl.Entry) => {
        opened.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          text(stream).then((content) => {
            files.set(entry.fileName, content)
            opened.readEntry()
          }, reject)
        })
      })
      opened.on('end', () => resolve(files))
      opened.on('error', reject)
      opened.readEntry()
    })
  })
}
