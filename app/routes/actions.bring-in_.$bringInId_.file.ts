import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireContext } from '~/auth/context.server'
import { oldPlanFile } from '~/features/bring-in/old-plan-file.query.server'
import { found, idIn } from '~/http/answers.server'
import { fileAnswer } from '~/http/file-answer.server'

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'plan.bring-in')
  const file = found(await oldPlanFile(context, idIn(args.params, 'bringInId')))
  return fileAnswer(args.request, file, args.context.drained)
}
