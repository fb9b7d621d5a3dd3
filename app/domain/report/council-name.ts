/** The council's everyday name, out of its title as printed: "Eastmere Metropolitan Borough Council local authority" is Eastmere. */

export function councilName(printed: string): string | null {
  let name = printed.replace(/\s+/g, ' ').trim()
  name = name.replace(/[’']s$|(?<=s)[’']$/, '')
  name = name.replace(/\s+local\s+(?:authority|area)$/i, '')
  name = name.replace(/\s+(?:(?:metropolitan|city|county|district|borough)\s+)*council$/i, '')
  // Without "City of" the capital's own corporation would take the name of the whole of London.
  name = name.replace(/^(?:the\s+)?city\s+of\s+(?!london$)/i, '')
  name = name.replace(/^(?:the\s+)?(?:london|royal|metropolitan)\s+borough\s+of\s+/i, '')
  name = name.replace(/^(?:the\s+)?(?:council\s+of\s+the\s+|county\s+of\s+)/i, '')
  name = name.replace(/\s+(?:metropolitan\s+borough|borough|county|city)$/i, '')
  return name.trim() || null
}
