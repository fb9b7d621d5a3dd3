import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { RowsPage } from '~/features/bring-in/rows.page'
import { rowsView } from '~/features/bring-in/rows.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { wholeNumberIn } from '~/http/whole-number'

export const meta = pageTitle('The rows of the old plan')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const asked = new URL(args.request.url).searchParams
  const page = { state: asked.get('state') ?? undefined, after: wholeNumberIn(asked.get('after')) }
  return found(
    await rowsView(
      context,
      idIn(args.params, 'bringInId'),
      page,
      await presentIdentifiers(context.db),
    ),
  )
}

export default function Rows() {
  return <RowsPage view={useLoaderData<typeof loader>()} />
}
