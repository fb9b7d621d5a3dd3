import { Key, KeysHelp } from '~/ui/keys-help'
import { useSingleKeys } from '~/ui/single-keys'

/**
 * Keys for going through the register: / to the words looked for, J and K from action to action, X
 * chooses the one that has the focus, B leads on to what is done with the chosen. All of it can be reached with the Tab key as well.
 */
export function RegisterKeys() {
  const keys = useSingleKeys(pressed)
  return (
    <KeysHelp keys={keys} off="The keys for going through the plan are off.">
      <Key name="/" /> look for words, <Key name="J" /> next action, <Key name="K" /> previous,{' '}
      <Key name="Enter" /> open it, <Key name="X" /> choose it, <Key name="B" /> to what is done
      with the chosen.
    </KeysHelp>
  )
}

/** The id of the first thing to do with the actions that are chosen. */
export const withTheChosen = 'with-the-chosen'

/** Marks the link of a row that the keys go to. */
export const rowLink = { 'data-row-link': '' }

function pressed(key: string): boolean {
  if (key === '/') return focusOn(document.getElementById('q'))
  if (key === 'b') return focusOn(document.getElementById(withTheChosen))
  if (key === 'x') return choose(rowAt(document.activeElement))
  if (key !== 'j' && key !== 'k') return false
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')]
  const here = rowAt(document.activeElement)
  const at = links.findIndex((link) => rowAt(link) === here)
  return focusOn(links[here === null || at === -1 ? 0 : at + (key === 'j' ? 1 : -1)])
}

const rowAt = (element: Element | null): Element | null => element?.closest('tbody tr') ?? null

function choose(row: Element | null): boolean {
  const box = row?.querySelector<HTMLInputElement>('input[type="checkbox"]')
  box?.click()
  return box !== undefined && box !== null
}

function focusOn(element: HTMLElement | null | undefined): boolean {
  if (!element) return false
  element.focus()
  element.scrollIntoView({ block: 'nearest' })
  if (element instanceof HTMLInputElement) element.select()
  return true
}
