import { promisify } from 'node:util'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { SaxesParser } from 'saxes'
import { tableLimits } from './table-limits'
import { Refused } from './tables-read'

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)

/** What is told of a part of XML as it is read; names without their prefix. */
export interface OfXml {
  open?: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
  /** a remark that no program shows */
  remark?: (text: string) => void
}

/** Of one part that is read whole. */
const mostOfAPart = 100 * 1024 * 1024

/** The parts of an office document. What the list says of their sizes is held to while they are read. */
export class Parts {
  private constructor(
    private zip: yauzl.ZipFile,
    private entries: Map<string, yauzl.Entry>,
  ) {}

  static async open(path: string): Promise<Parts> {
    const zip = await openZip(path, {
      lazyEntries: true,
      autoClose: false,
    })
    const entries = new Map<string, yauzl.Entry>()
    let inflated = 0
    await new Promise<void>((done, failed) => {
      zip.on('entry', (entry: yauzl.Entry) => {
        inflated += entry.uncompressedSize
        if (inflated > tableLimits.inflatedMegabytes * 1024 * 1024 || entries.size > 10_000) {
          return failed(new Refused('too-large'))
        }
        if (entry.isEncrypted()) return failed(new Refused('encrypted'))
        entries.set(entry.fileName.replaceAll('\\', '/').replace(/^\//, ''), entry)
        zip.readEntry()
      })
      zip.on('end', done)
      zip.on('error', failed)
      zip.readEntry()
    })
    return new Parts(zip, entries)
  }

  names(): Iterable<string> {
    return this.entries.keys()
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** One part whole; what its list says of its size is held to. */
  async bytes(name: string): Promise<Buffer> {
    const entry = this.entries.get(name)
    if (!entry) return Buffer.alloc(0)
    if (entry.uncompressedSize > mostOfAPart) throw new Refused('too-large')
    const chunks: Buffer[] = []
    for await (const chunk of await this.stream(entry)) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }

  private stream(entry: yauzl.Entry): Promise<Readable> {
    return new Promise<Readable>((done, failed) =>
      this.zip.openReadStream(entry, (error, opened) => (error ? failed(error) : done(opened))),
    )
  }

  /** Reads one part of XML from its beginning to its end; `between` is waited for after each piece of it. */
  async read(
    name: string,
    on: OfXml,
    between: () => Promise<void> | void = () => undefined,
  ): Promise<void> {
    const entry = this.entries.get(name)
    if (!entry) return
    const stream = await this.stream(entry)
    const parser = new SaxesParser({ fragment: false })
    const local = (full: string) => full.slice(full.indexOf(':') + 1)
    parser.on('error', (error) => {
      throw error
    })
    // An office document declares no entities of its own; one that does is after something else.
    parser.on('doctype', () => {
      throw new Refused('corrupt')
    })
    if (on.open)
      parser.on('opentag', (tag) =>
        on.open!(local(tag.name), tag.attributes as Record<string, string>),
      )
    if (on.close) parser.on('closetag', (tag) => on.close!(local(tag.name)))
    if (on.text) {
      parser.on('text', (text) => on.text!(text))
      parser.on('cdata', (text) => on.text!(text))
    }
    if (on.remark) parser.on('comment', (text) => on.remark!(text))
    const decoder = new TextDecoder()
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }))
      await between()
    }
    parser.close()
    await between()
  }

  close(): void {
    this.zip.close()
  }
}
