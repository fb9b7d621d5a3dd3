import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireContext } from '~/auth/context.server'
import { clearHeldFile } from '~/features/evidence/destroy-held-file.command.server'
import { StorePage } from '~/features/store/store.page'
import { storeView } from '~/features/store/store.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('The store of files')

export async function loader(args: LoaderFunctionArgs) {
  return storeView(await requireContext(args, 'store.watch'))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'held-file.clear')
  const form = await parseForm(args.request, z.object({}))
  if (!form.ok) return form.answer
  const decision = found(await clearHeldFile(context, idIn(args.params, 'fileId')))
  return decision.allowed ? redirect(paths.adminStore()) : form.refused(decision)
}

export default function Removal() {
  return <StorePage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
