import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireContext } from '~/auth/context.server'
import { evidenceFile } from '~/features/evidence/evidence-file.query.server'
import { found, idIn } from '~/http/answers.server'
import { fileAnswer } from '~/http/file-answer.server'

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.read')
  const evidenceId = idIn(args.params, 'evidenceId')
  const fileId = idIn(args.params, 'fileId')
  const file = found(await evidenceFile(context, { evidenceId, fileId }))
  return fileAnswer(args.request, file, args.context.drained)
}
