/** A whole number, from 0, that an address names; undefined where it names none. */
export const wholeNumberIn = (text: string | null): number | undefined =>
  /^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined
