import { idFrom } from '~/domain/id'

/** What was found, or the 404 that does not say whether it exists. */
export function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Response('Not found', { status: 404 })
  return value
}

/** The number that an address names; 404 where it names none. */
export function idIn(params: Record<string, string | undefined>, name: string): number {
  return found(idFrom(params[name]))
}

/** The number that a query names, undefined where it names nothing; 404 where that is no number. */
export function idInQuery(request: Request, name: string): number | undefined {
  const text = new URL(request.url).searchParams.get(name)
  return text === null ? undefined : found(idFrom(text))
}
