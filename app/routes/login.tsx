import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/auth/clock.server'
import { contextOf } from '~/auth/context.server'
import { doors, startSession } from '~/auth/session.server'
import { unlessAway } from '~/auth/unless-away.server'
import { no } from '~/domain/decision'
import { demoPeople } from '~/features/signing-in/demo-people.query.server'
import { signIn } from '~/features/signing-in/sign-in.command.server'
import { signInForm } from '~/features/signing-in/sign-in.form'
import { SignInPage } from '~/features/signing-in/sign-in.page'
import { keptFormIn } from '~/http/kept-form'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { wayBack } from '~/http/way-back'
import { SendAgain } from '~/ui/went-wrong'

export const meta = pageTitle('Sign in')

const recordsAway = no('Waymark cannot reach its records just now. Try again in a moment.')

export async function loader(args: LoaderFunctionArgs) {
  const to = new URL(args.request.url).searchParams.get('to') ?? undefined
  const context = await unlessAway(contextOf(args))
  if (context && context !== 'away') throw redirect(wayBack(to))
  // Where Postgres is away the form still stands, with what it carries.
  const people = await unlessAway(demoPeople(doors().db))
  return { to, ...(people === 'away' ? { people: [], password: undefined } : people) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInForm)
  if (!form.ok) return form.answer
  const { db } = doors()
  const signedIn = await unlessAway(
    signIn({ db, now: now(), address: context.address }, form.value),
  )
  if (signedIn === 'away') return form.refused(recordsAway, 503)
  if (!signedIn.allowed) return form.refused(signedIn)
  const headers = { 'Set-Cookie': await startSession(signedIn.personId) }
  const kept = keptFormIn(form.value.kept)
  return kept ? data({ kept }, { headers }) : redirect(wayBack(form.value.to), { headers })
}

export default function SignIn() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'kept' in answer) return <SendAgain kept={answer.kept} />
  return <SignInPage view={view} form={answer} />
}
