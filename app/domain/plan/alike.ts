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
  const groups = rarestFirst(all.map(({ title }) => trigramsOf(title)))
  const having = new Map<number, number[]>()
  const pairs: Pair<Titled>[] = []
  groups.forEach((own, at) => {
    const candidates = new Set<number>()
    for (const group of own.slice(0, own.length - Math.ceil(atLeast * own.length) + 1)) {
      const before = having.get(group)
      if (before) {
        for (const one of before) candidates.add(one)
        before.push(at)
      } else having.set(group, [at])
    }
    for (const before of candidates) {
      const [one, other] = [all[before]!, all[at]!]
      if (!mayPair(one, other)) continue
      const shared = sharedBy(groups[before]!, own)
      const how = shared / (groups[before]!.length + own.length - shared)
      if (how >= atLeast) pairs.push({ one, other, likeness: how })
    }
  })
  return pairs.sort((a, b) => b.likeness - a.likeness)
}

/** Every two whose titles have the very same groups and of which `mayPair` says yes. */
export function samePairs<Titled extends { title: string }>(
  all: readonly Titled[],
  mayPair: (one: Titled, other: Titled) => boolean,
): Pair<Titled>[] {
  const having = new Map<string, Titled[]>()
  return all.flatMap((other) => {
    const groups = [...trigramsOf(other.title)].sort().join()
    if (groups === '') return []
    const before = having.get(groups) ?? []
    having.set(groups, [...before, other])
    return before
      .filter((one) => mayPair(one, other))
      .map((one): Pair<Titled> => ({ one, other, likeness: 1 }))
  })
}

/** Each set as numbers, the rarest group of all first, so that two are compared by walking along them. */
function rarestFirst(sets: readonly ReadonlySet<string>[]): Int32Array[] {
  const howOften = new Map<string, number>()
  for (const set of sets) for (const one of set) howOften.set(one, (howOften.get(one) ?? 0) + 1)
  const byRarity = [...howOften.keys()].sort((a, b) => howOften.get(a)! - howOften.get(b)!)
  const rank = new Map(byRarity.map((one, at) => [one, at]))
  return sets.map((set) => Int32Array.from(set, (one) => rank.get(one)!).sort())
}

function sharedBy(a: Int32Array, b: Int32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i]!, b[j]!]
    if (one === other) shared += 1
    if (one <= other) i += 1
    if (other <= one) j += 1
  }
  return shared
}
