import type { LoaderFunctionArgs } from '@remix-run/node'
import { readPiecesAsAsked } from '~/auth/as-at.server'
import { exportedRegister } from '~/features/actions/export-register.query.server'
import { filterIn } from '~/features/actions/register-filter'
import { found } from '~/http/answers.server'
import { streamAnswer } from '~/http/file-answer.server'

export async function loader(args: LoaderFunctionArgs) {
  const pieces = await readPiecesAsAsked(args, 'plan.read')
  const search = new URL(args.request.url).searchParams
  const file = found(exportedRegister(pieces, filterIn(search), search.get('format')))
  return streamAnswer(args.request, file, args.context.drained)
}
