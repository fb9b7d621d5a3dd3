import { useEffect, useState } from 'react'

const remembered = 'waymark.item-keys'
const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]'

export interface SingleKeys {
  /** undefined until the page has come to life */
  areOn: boolean | undefined
  turn: (on: boolean) => void
}

/**
 * Single keys that do something on a page that works without them. They rest while a field has the
 * cursor or another key is held, and can be turned off, on every page at once (WCAG 2.1.4).
 * @param pressed answers whether the key meant something; the same function at every rendering
 */
export function useSingleKeys(pressed: (key: string) => boolean): SingleKeys {
  const [areOn, setOn] = useState<boolean>()
  useEffect(() => setOn(localStorage.getItem(remembered) !== 'off'), [])
  useEffect(() => {
    if (!areOn) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if ((event.target as Element).closest(typing)) return
      if (pressed(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [areOn, pressed])
  return {
    areOn,
    turn: (on) => {
      localStorage.setItem(remembered, on ? 'on' : 'off')
      setOn(on)
    },
  }
}
