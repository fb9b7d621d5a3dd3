import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAsAsked } from '~/auth/as-at.server'
import { BoardMeetingPage } from '~/features/visits/board-meeting.page'
import {
  boardMeetingView,
  type BoardMeetingView,
} from '~/features/visits/board-meeting.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'

export const meta = pageTitle<BoardMeetingView>((view) => view.meeting.name)

export async function loader(args: LoaderFunctionArgs) {
  const id = idIn(args.params, 'boardId')
  return found(await readAsAsked(args, 'plan.read', (context) => boardMeetingView(context, id)))
}

export default function BoardMeeting() {
  return <BoardMeetingPage view={useLoaderData<typeof loader>()} />
}
