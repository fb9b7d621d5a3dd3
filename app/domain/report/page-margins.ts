import type { SourceLine } from './source'

/** Left and right pages may have margins of their own. What stands on the right pages is moved over the left ones, so that
 *  an item broken by a page is still one item: only where hardly any line begins where lines of the other pages begin,
 *  and most do after one move. Source: DOMAIN 1.3 (lists go on over pages). */
export function withOneMargin(lines: readonly SourceLine[]): readonly SourceLine[] {
  const odd = edgesOf(lines.filter((line) => line.page % 2 === 1))
  const even = edgesOf(lines.filter((line) => line.page % 2 === 0))
  if (odd.count < 20 || even.count < 20 || shared(odd, even, 0) > 0.3) return lines
  let best = 0
  for (let move = -45; move <= 45; move++) {
    if (shared(odd, even, move) > shared(odd, even, best)) best = move
  }
  if (shared(odd, even, best) < 0.6) return lines
  const by = exactMove(odd, even, best)
  return lines.map((line) =>
    line.page % 2 === 0 ? { ...line, x: line.x - by, right: line.right - by } : line,
  )
}

/** How many lines begin at each place. */
type Edges = { count: number; at: Map<number, number>; exact: Map<number, number> }

function edgesOf(lines: readonly SourceLine[]): Edges {
  const edges: Edges = { count: lines.length, at: new Map(), exact: new Map() }
  for (const { x } of lines) {
    edges.at.set(Math.round(x), (edges.at.get(Math.round(x)) ?? 0) + 1)
    edges.exact.set(x, (edges.exact.get(x) ?? 0) + 1)
  }
  return edges
}

/** The share of lines that have a fellow on the other pages, a point more or less. */
function shared(odd: Edges, even: Edges, move: number): number {
  let sum = 0
  for (const [x, times] of odd.at) {
    const there = Math.max(
      ...[-1, 0, 1].map((near) => (even.at.get(x + move + near) ?? 0) / even.count),
    )
    sum += Math.min(times / odd.count, there)
  }
  return sum
}

/** Between the places where most lines begin. */
function exactMove(odd: Edges, even: Edges, move: number): number {
  const [most] = [...odd.exact].sort((a, b) => b[1] - a[1])
  const from = most?.[0] ?? 0
  const [fellow] = [...even.exact]
    .filter(([x]) => Math.abs(x - from - move) < 2)
    .sort((a, b) => b[1] - a[1])
  return fellow ? fellow[0] - from : move
}
