import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireContext } from '~/auth/context.server'
import { idFrom } from '~/domain/id'
import { idIn } from '~/http/answers.server'
import { paths } from '~/paths'

/** Where the form was before it served everything that evidence can be for. */
export async function loader(args: LoaderFunctionArgs) {
  await requireContext(args, 'evidence.add')
  const request = idFrom(new URL(args.request.url).searchParams.get('request'))
  return redirect(paths.actionEvidence(idIn(args.params, 'actionId'), request))
}
