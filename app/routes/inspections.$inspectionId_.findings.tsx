import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { idFrom } from '~/domain/id'
import { FindingsPage } from '~/features/inspections/findings.page'
import { findingsView, type FindingsView } from '~/features/inspections/findings.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<FindingsView>((view) => `Findings of the ${view.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const asked = new URL(args.request.url).searchParams
  const text = (name: string) => asked.get(name)?.trim().slice(0, 200) ?? ''
  return found(
    await findingsView(context, idIn(args.params, 'inspectionId'), {
      q: text('q'),
      area: text('area'),
      kind: text('kind'),
      after: idFrom(asked.get('after')),
      from: idFrom(asked.get('from')),
    }),
  )
}

export default function Findings() {
  return <FindingsPage view={useLoaderData<typeof loader>()} />
}
