import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSession } from '~/auth/session.server'
import { paths } from '~/paths'

// There is nothing to see here: whoever comes by a link or a bookmark goes to the start.
export const loader = () => redirect(paths.myWork())

export async function action({ request }: ActionFunctionArgs) {
  return redirect(paths.signIn(), { headers: { 'Set-Cookie': await endSession(request) } })
}
