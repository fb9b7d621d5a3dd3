import type { Choice } from './field'

/** People to choose from, each with what they do, so that two of one name can be told apart. */
export const personChoices = (
  people: readonly { id: number; name: string; jobTitle: string }[],
): Choice[] =>
  people.map(({ id, name, jobTitle }) => ({
    value: String(id),
    title: jobTitle ? `${name}, ${jobTitle}` : name,
  }))
