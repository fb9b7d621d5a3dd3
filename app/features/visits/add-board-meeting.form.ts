import { z } from 'zod'
import { day, optionalWords, words } from '~/ui/field-shapes'

export const addBoardMeetingForm = z.object({
  name: words('Give the meeting a name.', 200),
  heldOn: day('Give the day of the meeting.'),
  notAnIdentifier: optionalWords(500),
})
