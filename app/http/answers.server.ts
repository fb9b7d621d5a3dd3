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
