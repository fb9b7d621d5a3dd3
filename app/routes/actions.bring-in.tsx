import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { largestDocument } from '~/documents/reading-limits'
import { addOldPlan } from '~/features/bring-in/add-old-plan.command.server'
import { BringInsPage } from '~/features/bring-in/bring-ins.page'
import { bringInsView } from '~/features/bring-in/bring-ins.query.server'
import { receiveOldPlan } from '~/features/bring-in/receive-old-plan.server'
import { pageTitle } from '~/http/page-title'
import { wrongForm } from '~/http/parse-form.server'
import { paths } from '~/paths'
import { settings } from '~/settings.server'

export const meta = pageTitle('Bring in your old plan')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const largestBytes = largestDocument(settings().MAX_UPLOAD_MB)
  return { view: await bringInsView(context), largestBytes }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const received = await receiveOldPlan(args.request)
  if (!received.ok) return wrongForm(received.typed, [received], received.status)
  const added = await addOldPlan(context, received.plan, await presentIdentifiers(context.db))
  if (added.allowed) return redirect(paths.bringInTable(added.bringInId))
  return wrongForm(received.typed, [{ field: 'plan', sentence: added.because }])
}

export default function BringIns() {
  const { view, largestBytes } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return <BringInsPage view={view} largestBytes={largestBytes} form={form} />
}
