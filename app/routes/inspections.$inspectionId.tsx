import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { InspectionPage } from '~/features/inspections/inspection.page'
import { inspectionView } from '~/features/inspections/inspection.query.server'
import { SaidBefore } from '~/features/repeats/said-before'
import { saidBeforeView } from '~/features/repeats/said-before.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<{ name: string }>(({ name }) => name)

export async function loader(args: LoaderFunctionArgs) {
  const id = idIn(args.params, 'inspectionId')
  return readAsAsked(args, 'plan.read', async (context) => {
    const view = found(await inspectionView(context, id))
    return { name: view.name, view, saidBefore: await saidBeforeView(context, id) }
  })
}

export default function Inspection() {
  const { view, saidBefore } = useLoaderData<typeof loader>()
  return (
    <InspectionPage
      view={view}
      saidBefore={saidBefore ? <SaidBefore view={saidBefore} /> : undefined}
    />
  )
}
