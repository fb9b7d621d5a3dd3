import { useLoaderData } from '@remix-run/react'
import { AccessibilityPage } from '~/features/statements/accessibility.page'
import { pageTitle } from '~/http/page-title'
import { settings } from '~/settings.server'

export const meta = pageTitle('Accessibility statement')

// Read by anybody, signed in or not.
export const loader = () => {
  const { COUNCIL_NAME: councilName, CONTACT_EMAIL: contactEmail } = settings()
  return { councilName, contactEmail }
}

export default function Accessibility() {
  return <AccessibilityPage {...useLoaderData<typeof loader>()} />
}
