/** A path of our own to go back to; anything else leads to the start page. */
export function wayBack(to: string | undefined | null): string {
  if (!to?.startsWith('/') || to.startsWith('//') || to.includes('\\')) return '/'
  const url = new URL(to, 'http://own.invalid')
  const path = url.pathname + url.search
  // "/.//elsewhere" becomes "//elsewhere" only once it is resolved.
  return url.host === 'own.invalid' && !path.startsWith('//') ? path : '/'
}
