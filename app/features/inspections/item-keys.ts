import { type RefObject, useEffect, useState } from 'react'
import { showMark } from './beside-source'

const remembered = 'waymark.item-keys'
const typing = 'input, textarea, select, [contenteditable]'

/**
 * Keys for going through the items and statements of a proposal: J and K move, Enter accepts, E edits,
 * S splits, M merges, X removes or sets aside. The forms work without them. They rest while somebody types, and can be turned off
 * (WCAG 2.1.4).
 */
export function useItemKeys(list: RefObject<HTMLElement>): {
  /** undefined until the page has come to life */
  areOn: boolean | undefined
  turn: (on: boolean) => void
} {
  const [areOn, setOn] = useState<boolean>()
  useEffect(() => setOn(localStorage.getItem(remembered) !== 'off'), [])
  useEffect(() => {
    if (!areOn) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (!list.current || (event.target as Element).closest(typing)) return
      if (pressed(event.key, list.current)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [areOn, list])
  return {
    areOn,
    turn: (on) => {
      localStorage.setItem(remembered, on ? 'on' : 'off')
      setOn(on)
    },
  }
}

const acts: Record<string, string> = {
  e: 'edit',
  s: 'split',
  m: 'merge',
  x: 'remove',
  Enter: 'accept',
}

/** Answers whether the key meant something here. */
function pressed(key: string, list: HTMLElement): boolean {
  const items = [...list.querySelectorAll<HTMLElement>('[data-item]')]
  const at = items.findIndex((item) => item.contains(document.activeElement))
  if (key === 'j' || key === 'k') {
    const next = items[at === -1 ? 0 : at + (key === 'j' ? 1 : -1)]
    if (!next) return at !== -1
    next.focus()
    next.scrollIntoView({ block: 'nearest' })
    showMark(next.dataset.item ?? '')
    return true
  }
  const item = items[at]
  // On a link or a button inside an item, Enter is its own.
  if (!item || (key === 'Enter' && document.activeElement !== item)) return false
  const act = acts[key]
  const control = act
    ? item.querySelector<HTMLElement>(`[data-act="${act}"] :is(a, button:not(:disabled))`)
    : null
  control?.click()
  return control !== null
}
