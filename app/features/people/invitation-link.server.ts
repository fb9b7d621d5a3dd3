import { paths } from '~/paths'
import { settings } from '~/settings.server'

/** The link that lets somebody choose a password, on the address people use. */
export const invitationLink = (token: string, requestUrl: string): string =>
  new URL(paths.invitation(token), settings().PUBLIC_ORIGIN ?? requestUrl).href
