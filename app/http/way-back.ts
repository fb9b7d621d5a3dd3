/** A path of our own to go back to; anything else leads to the start page. */
export function wayBack(to: string | undefined | null): string {
  if (!to?.startsWith('/') || to.startsWith('//') || to.includes('\\')) return '/'
  const url = new URL(to, 'http://own.invalid')
  return url.host === 'own.invalid' ? url.pathname + url.search : '/'
}
