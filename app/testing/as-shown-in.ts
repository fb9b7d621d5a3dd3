import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** What the form of this page would send along as what it was shown (domain/as-shown.ts). */
export function asShownIn(page: ReactElement): string | undefined {
  const [, value] = / name="asShown" value="([^"]*)"/.exec(renderToStaticMarkup(page)) ?? []
  return value?.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}
