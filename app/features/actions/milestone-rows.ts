/** The empty rows that a new action begins with; more milestones are added on its own page. */
export const milestoneRows = [0, 1, 2] as const
