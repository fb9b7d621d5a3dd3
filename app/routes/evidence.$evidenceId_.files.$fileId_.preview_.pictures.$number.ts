import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireContext } from '~/auth/context.server'
import { evidencePicture } from '~/features/evidence/evidence-preview.query.server'
import { found, idIn } from '~/http/answers.server'
import { pictureAnswer } from '~/http/file-answer.server'

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.read')
  const evidenceId = idIn(args.params, 'evidenceId')
  const fileId = idIn(args.params, 'fileId')
  const number = idIn(args.params, 'number')
  const picture = { evidenceId, fileId, number }
  const { signal } = args.request
  return pictureAnswer(found(await evidencePicture(context, picture, signal)))
}
