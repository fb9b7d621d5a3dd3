import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { idFrom } from '~/domain/id'
import { FindingsPage } from '~/features/inspections/findings.page'
import { findingsView, type FindingsView } from '~/features/inspections/findings.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<FindingsView>((view) => `Findings of the ${view.name}`)

export async function loader(args: LoaderFunctionArgs) {
  const id = idIn(args.params, 'inspectionId')
  const asked = new URL(args.request.url).searchParams
  const text = (name: string) => asked.get(name)?.trim().slice(0, 200) ?? ''
  return found(
    await readAsAsked(args, 'plan.read', (context) =>
      findingsView(context, id, {
        q: text('q'),
        area: text('area'),
        kind: text('kind'),
        after: idFrom(asked.get('after')),
        from: idFrom(asked.get('from')),
      }),
    ),
  )
}

export default function Findings() {
  return <FindingsPage view={useLoaderData<typeof loader>()} />
}
