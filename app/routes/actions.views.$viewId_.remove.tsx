import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { removeView } from '~/features/actions/remove-view.command.server'
import { SavedViewsPage } from '~/features/actions/saved-views.page'
import {
  registerQueryIn,
  savedView,
  savedViewsView,
} from '~/features/actions/saved-views.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'
import { z } from 'zod'

export const meta = pageTitle('Saved views')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  found(await savedView(context, idIn(args.params, 'viewId')))
  return savedViewsView(context, registerQueryIn(new URLSearchParams()))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const form = await parseForm(args.request, z.object({}))
  if (!form.ok) return form.answer
  const decision = found(await removeView(context, idIn(args.params, 'viewId')))
  return decision.allowed ? redirect(paths.savedViews()) : form.refused(decision)
}

export default function RemoveSavedView() {
  return (
    <SavedViewsPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
