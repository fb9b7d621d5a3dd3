import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireContext } from '~/auth/context.server'
import { exportedRegister } from '~/features/actions/export-register.query.server'
import { filterIn } from '~/features/actions/register-filter'
import { found } from '~/http/answers.server'
import { streamAnswer } from '~/http/file-answer.server'

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.read')
  const search = new URL(args.request.url).searchParams
  const file = found(exportedRegister(context, filterIn(search), search.get('format')))
  return streamAnswer(args.request, file, args.context.drained)
}
