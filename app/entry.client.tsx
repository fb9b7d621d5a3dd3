import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * Waits until Remix has read the page's data. Its component throws the promise of them when it is called
 * for the first time, before it uses any hook; were it React that called it then, a key or a press that
 * falls before they are read would make React 18 break off (its error 345).
 */
async function untilDataAreRead(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (reading) {
    await reading
  }
}

void untilDataAreRead().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  }),
)
