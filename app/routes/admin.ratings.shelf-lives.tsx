import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { ratingsView } from '~/features/ratings/ratings.query.server'
import { setShelfLives } from '~/features/ratings/set-shelf-lives.command.server'
import { setShelfLivesForm } from '~/features/ratings/set-shelf-lives.form'
import { SetShelfLivesPage } from '~/features/ratings/set-shelf-lives.page'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Shelf lives of evidence')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'ratings.set')
  return (await ratingsView(context)).shelfLives
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'ratings.set')
  const form = await parseWords(
    args.request,
    setShelfLivesForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = await setShelfLives(context, form.value)
  return decision.allowed ? redirect(`${paths.adminRatings()}#evidence`) : form.refused(decision)
}

export default function ShelfLives() {
  return (
    <SetShelfLivesPage
      lives={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
