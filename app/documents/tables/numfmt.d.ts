/** What we use of numfmt. */
declare module 'numfmt' {
  /** A number by the code of an Excel format; throws where the code cannot be read. */
  export function format(code: string, value: number, options: { locale: string }): string
}
