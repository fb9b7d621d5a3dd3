/** A path as the log may hold it: an unused invitation is as good as a password. */
export const pathToLog = (path: string): string =>
  path.replace(/^\/invitations\/[^/]+/, '/invitations/…')
