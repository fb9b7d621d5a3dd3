import type { ReactNode } from 'react'
import type { SingleKeys } from './single-keys'

/** Which single keys do what here, and the way to turn them off; nothing until they work. */
export function KeysHelp({
  keys: { areOn, turn },
  off,
  children,
}: {
  keys: SingleKeys
  /** what is said in their place */
  off: string
  children: ReactNode
}) {
  if (areOn === undefined) return null
  return (
    <p className="no-print mb-4 hidden text-16 text-quiet md:block">
      {areOn ? children : off}{' '}
      <button type="button" className="text-brand underline" onClick={() => turn(!areOn)}>
        Turn the keys {areOn ? 'off' : 'on'}
      </button>
    </p>
  )
}

export const Key = ({ name }: { name: string }) => (
  <kbd className="rounded border border-edge px-1 font-sans text-14 font-bold">{name}</kbd>
)
