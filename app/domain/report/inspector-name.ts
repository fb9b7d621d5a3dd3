/** The lead inspector's name, without the office that follows it. */

export function inspectorName(printed: string): string | null {
  const name = printed
    .replace(/\s+/g, ' ')
    .replace(
      /[,\s(]*(?:\b(?:senior|regional)\b\s*)?(?:(?:his|her)\s+majest[’'y]*s?[’']?s?\s+insp.*|\bHMI\b.*|\bofsted\b.*|\b(?:social care )?regulatory inspect.*|\binspection manager\b.*)$/i,
      '',
    )
    .replace(/[\s,:;–-]+$/, '')
    .trim()
  return /^\p{Lu}[\p{L}’'.-]*(?:\s+[\p{L}’'.-]+){1,4}$/u.test(name) ? name : null
}
