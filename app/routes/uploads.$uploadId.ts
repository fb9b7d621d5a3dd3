import type { ActionFunctionArgs } from '@remix-run/node'
import { requireContext } from '~/auth/context.server'
import { receiveTus } from '~/features/evidence/receive-tus.server'

/** How far an upload has come (HEAD); the bytes that follow (PATCH); that it is not wanted (DELETE). */
const answer = async (args: ActionFunctionArgs) =>
  receiveTus(await requireContext(args, 'evidence.add'), args.request)

export { answer as action, answer as loader }
