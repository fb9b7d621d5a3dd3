import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { AuditTrailPage } from '~/features/audit/audit-trail.page'
import { auditTrailView } from '~/features/audit/audit-trail.query.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle('Audit trail')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'audit.read')
  return auditTrailView(context, Object.fromEntries(new URL(args.request.url).searchParams))
}

export default function AuditTrail() {
  return <AuditTrailPage view={useLoaderData<typeof loader>()} />
}
