/** A reference is how people speak of a thing in a meeting: R3, A14. It never changes and is never used again. */
export const recommendationRef = (id: number): string => `R${id}`
export const actionRef = (id: number): string => `A${id}`

/** "paragraph 38" where the report numbers it, else "page 4", else "the text". */
export const findingRef = ({
  paragraph,
  page,
}: {
  paragraph: string | null
  page: number | null
}): string => {
  if (paragraph) return `paragraph ${paragraph}`
  return page ? `page ${page}` : 'the text'
}
