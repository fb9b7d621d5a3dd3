/** The id that a text names, as the database counts them; undefined where it names none. */
export function idFrom(text: string | null | undefined): number | undefined {
  const id = Number(text)
  return Number.isInteger(id) && id >= 1 && id <= 2_147_483_647 ? id : undefined
}
