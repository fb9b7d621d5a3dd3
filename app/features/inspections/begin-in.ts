import { useEffect } from 'react'

/** Puts the cursor where the work of a page begins, so that who came by a key can go on typing. */
export function useBeginIn(fieldId: string, isFresh: boolean): void {
  useEffect(() => {
    // After a refusal the summary of errors is where to begin.
    if (isFresh) document.getElementById(fieldId)?.focus()
  }, [fieldId, isFresh])
}
