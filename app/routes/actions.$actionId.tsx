import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { ActionPage } from '~/features/actions/action.page'
import { type ActionView, actionView } from '~/features/actions/action.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<ActionView>((view) => view.title)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const editedFrom = Number(new URL(args.request.url).searchParams.get('edited-from'))
  return found(
    await actionView(
      context,
      idIn(args.params, 'actionId'),
      Number.isSafeInteger(editedFrom) && editedFrom > 0 ? editedFrom : undefined,
    ),
  )
}

export default function Action() {
  return <ActionPage view={useLoaderData<typeof loader>()} />
}
