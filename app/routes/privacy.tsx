import { useLoaderData } from '@remix-run/react'
import { PrivacyPage } from '~/features/statements/privacy.page'
import { pageTitle } from '~/http/page-title'
import { settings } from '~/settings.server'

export const meta = pageTitle('Privacy')

// Read by anybody, signed in or not.
export const loader = () => ({ councilName: settings().COUNCIL_NAME })

export default function Privacy() {
  return <PrivacyPage {...useLoaderData<typeof loader>()} />
}
