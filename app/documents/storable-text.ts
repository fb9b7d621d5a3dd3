/** Postgres keeps neither NUL nor half of a surrogate pair; broken files and pastes hold both. */
export const storable = (text: string): string =>
  text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD')
