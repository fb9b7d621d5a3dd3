import { shown } from '~/ui/field-shapes'
import { addTeamForm } from './add-team.form'

/** The same two things: its name, and what it is part of. */
export const changeTeamForm = addTeamForm.extend({ asShown: shown() })
