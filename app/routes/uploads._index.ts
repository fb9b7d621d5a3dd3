import type { ActionFunctionArgs } from '@remix-run/node'
import { notThere, requireContext } from '~/auth/context.server'
import { receiveTus } from '~/features/evidence/receive-tus.server'

/** Files are sent here ahead of their form, by the tus protocol; there is nothing to look at. */
export async function loader(args: ActionFunctionArgs) {
  await requireContext(args, 'evidence.add')
  throw notThere()
}

export async function action(args: ActionFunctionArgs) {
  return receiveTus(await requireContext(args, 'evidence.add'), args.request)
}
