import type { SourceDocument, SourceLine } from '~/domain/report/source'

/** For tests: documents spoilt at random, the same way for the same seed. */

export type Chance = () => number

/** A small generator of numbers between 0 and 1 that can be started again from its seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const below = (chance: Chance, count: number): number => Math.floor(chance() * count)

/** Bytes cut, overwritten with noise, repeated, swapped or wrapped in brackets without end. */
export function spoiltBytes(bytes: Buffer, chance: Chance): Buffer {
  let spoilt = Buffer.from(bytes)
  for (let round = 0; round <= below(chance, 4); round++) {
    const at = below(chance, spoilt.length)
    const length = 1 + below(chance, Math.max(1, spoilt.length >> 3))
    const noise = Buffer.from(
      Array.from({ length: Math.min(length, 400) }, () => below(chance, 256)),
    )
    switch (below(chance, 6)) {
      case 0:
        spoilt = spoilt.subarray(0, at)
        break
      case 1:
        noise.copy(spoilt, at)
        break
      case 2:
        spoilt = Buffer.concat([spoilt.subarray(0, at), noise, spoilt.subarray(at)])
        break
      case 3:
        spoilt = Buffer.concat([spoilt.subarray(0, at), spoilt.subarray(at + length)])
        break
      case 4:
        spoilt = Buffer.concat([spoilt, spoilt.subarray(at, at + length)])
        break
      case 5:
        spoilt = Buffer.concat([
          spoilt.subarray(0, at),
          Buffer.from((chance() < 0.5 ? '<< /Kids [' : '<div>').repeat(1 + below(chance, 3000))),
          spoilt.subarray(at),
        ])
    }
    if (spoilt.length === 0) break
  }
  return spoilt
}

/** Lines shuffled, lost, doubled, moved, nested, blown up or filled with noise. */
export function spoiltSource(source: SourceDocument, chance: Chance): SourceDocument {
  let lines: SourceLine[] = source.lines.map((line) => ({ ...line }))
  for (let round = 0; round <= below(chance, 5); round++) {
    const at = below(chance, lines.length)
    const length = 1 + below(chance, Math.max(1, lines.length >> 2))
    const some = lines.slice(at, at + length)
    switch (below(chance, 8)) {
      case 0:
        lines = lines.slice(0, at)
        break
      case 1:
        lines.splice(at, length)
        break
      case 2:
        lines.splice(at, 0, ...some.map((line) => ({ ...line })))
        break
      case 3:
        some.sort(() => chance() - 0.5)
        lines.splice(at, length, ...some)
        break
      case 4:
        for (const line of some) {
          line.x += (chance() - 0.5) * 400
          line.y += (chance() - 0.5) * 800
          line.size *= chance() * 3
        }
        break
      case 5:
        for (const [depth, line] of some.entries()) {
          line.text = `${'◼•–'[depth % 3]} ${line.text}`
          line.x += depth * 3
        }
        break
      case 6:
        for (const line of some) line.text = noiseText(chance)
        break
      case 7:
        if (lines[at]) lines[at].text = `${lines[at].text} `.repeat(1 + below(chance, 300))
    }
    if (lines.length === 0) break
  }
  const counts = new Map<number, number>()
  return {
    ...source,
    lines: lines.map((line) => {
      const count = counts.get(line.page) ?? 0
      counts.set(line.page, count + 1)
      return { ...line, line: count }
    }),
  }
}

const noiseText = (chance: Chance): string =>
  Array.from({ length: below(chance, 120) }, () =>
    String.fromCodePoint(chance() < 0.5 ? 32 + below(chance, 95) : below(chance, 0xd7ff) || 32),
  ).join('')
