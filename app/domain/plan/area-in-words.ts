/**
 * The short name of a judgement area, for where the framework's own long one has no room:
 * "Help and protection". Made from the area's lasting id, so that a new framework needs no code.
 */
export const areaInWords = (area: string): string => {
  const words = area.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
