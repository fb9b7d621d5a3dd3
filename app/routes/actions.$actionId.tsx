import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { ActionPage } from '~/features/actions/action.page'
import { type ActionView, actionView } from '~/features/actions/action.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<ActionView>((view) => view.title)

export async function loader(args: LoaderFunctionArgs) {
  const id = idIn(args.params, 'actionId')
  const editedFrom = Number(new URL(args.request.url).searchParams.get('edited-from'))
  const version = Number.isSafeInteger(editedFrom) && editedFrom > 0 ? editedFrom : undefined
  return found(await readAsAsked(args, 'plan.read', (context) => actionView(context, id, version)))
}

export default function Action() {
  return <ActionPage view={useLoaderData<typeof loader>()} />
}
