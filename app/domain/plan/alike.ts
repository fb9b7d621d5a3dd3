/**
 * Two titles read almost alike where most of their groups of three letters are the same, whatever the
 * case, the order of the words and the stops between them.
 *
 * Source: the same likeness as Postgres's pg_trgm: what two have in common, of all that either has.
 */

/** The groups of three letters of each word, with a space around it, as pg_trgm counts them. */
export function trigramsOf(title: string): Set<string> {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  return new Set(
    (words ?? []).flatMap((word) => {
      const padded = `  ${word} `
      return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
    }),
  )
}

/** From 0, nothing in common, to 1, the same. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const one of a) if (b.has(one)) shared += 1
  const either = a.size + b.size - shared
  return either === 0 ? 0 : shared / either
}

export interface Pair<Titled> {
  one: Titled
  other: Titled
  likeness: number
}

/**
 * Every two whose titles are at least this much alike and of which `mayPair` says yes, those most alike
 * first. Only titles that share one of their rarest groups are compared at all: two that have enough in
 * common cannot do without.
 */
export function alikePairs<Titled extends { title: string }>(
  all: readonly Titled[],
  atLeast: number,
  mayPair: (one: Titled, other: Titled) => boolean,
): Pair<Titled>[] {
  const sets = all.map(({ title }) => trigramsOf(title))
  const howOften = new Map<string, number>()
  for (const set of sets) for (const one of set) howOften.set(one, (howOften.get(one) ?? 0) + 1)
  const having = new Map<string, number[]>()
  const pairs: Pair<Titled>[] = []
  sets.forEach((set, at) => {
    const rarest = [...set]
      .sort((a, b) => howOften.get(a)! - howOften.get(b)! || (a < b ? -1 : 1))
      .slice(0, set.size - Math.ceil(atLeast * set.size) + 1)
    const candidates = new Set<number>()
    for (const group of rarest) {
      const before = having.get(group)
      if (before) for (const one of before) candidates.add(one)
      if (before) before.push(at)
      else having.set(group, [at])
    }
    for (const before of candidates) {
      if (!mayPair(all[before]!, all[at]!)) continue
      const how = likeness(sets[before]!, set)
      if (how >= atLeast) pairs.push({ one: all[before]!, other: all[at]!, likeness: how })
    }
  })
  return pairs.sort((a, b) => b.likeness - a.likeness)
}
