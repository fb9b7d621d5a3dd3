import type { ActionFunctionArgs } from '@remix-run/node'
import { requireContext } from '~/auth/context.server'
import { receiveTus } from '~/features/evidence/receive-tus.server'

/** How far an upload has come (HEAD); the bytes that follow (PATCH); that it is not wanted (DELETE). */
const answer = async (args: ActionFunctionArgs) =>
  receiveTus(await requireContext(args, 'evidence.add').catch(orSignedOut(args)), args.request)

/** A program asks by HEAD: led to the page that signs people in, it would take that for its answer. */
const orSignedOut =
  ({ request }: ActionFunctionArgs) =>
  (thrown: unknown): never => {
    const isLedAway = thrown instanceof Response && thrown.status === 302
    throw isLedAway && request.method === 'HEAD' ? new Response(null, { status: 401 }) : thrown
  }

export { answer as action, answer as loader }
