import { type RefObject, useCallback } from 'react'
import { type SingleKeys, useSingleKeys } from '~/ui/single-keys'
import { showMark } from './beside-source'

/**
 * Keys for going through the items and statements of a proposal: J and K move, Enter accepts, E edits,
 * S splits, M merges, X removes or sets aside. The forms work without them.
 */
export const useItemKeys = (list: RefObject<HTMLElement>): SingleKeys =>
  useSingleKeys(useCallback((key) => list.current !== null && pressed(key, list.current), [list]))

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
