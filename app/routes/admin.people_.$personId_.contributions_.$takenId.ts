import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireContext } from '~/auth/context.server'
import { takenContributions } from '~/features/people/take-contributions.query.server'
import { found, idIn } from '~/http/answers.server'
import { streamAnswer } from '~/http/file-answer.server'

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'people.manage')
  const ids = { personId: idIn(args.params, 'personId'), takenId: idIn(args.params, 'takenId') }
  const file = found(await takenContributions(context, ids))
  return streamAnswer(args.request, file, args.context.drained)
}
