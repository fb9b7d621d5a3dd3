import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { saveView } from '~/features/actions/save-view.command.server'
import { saveViewForm } from '~/features/actions/save-view.form'
import { SavedViewsPage } from '~/features/actions/saved-views.page'
import { registerQueryIn, savedViewsView } from '~/features/actions/saved-views.query.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Saved views')

const shownIn = (request: Request) => registerQueryIn(new URL(request.url).searchParams)

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  return savedViewsView(context, shownIn(args.request))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const form = await parseForm(args.request, saveViewForm)
  if (!form.ok) return form.answer
  const saved = await saveView(context, shownIn(args.request), form.value)
  return saved.allowed ? redirect(paths.savedView(saved.viewId)) : form.refused(saved)
}

export default function SavedViews() {
  return (
    <SavedViewsPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
