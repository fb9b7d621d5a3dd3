/**
 * What a recommendation serves in the Children's Social Care National Framework: one of four outcomes,
 * three enablers, or a principle. Reports since April 2025 name them in brackets.
 *
 * Source: Children's Social Care National Framework (Department for Education, 2023); how reports spell
 * them is report/national-framework.ts.
 */
export const nationalFrameworkTitles: Readonly<Record<string, string>> = {
  'outcome-1': 'Outcome 1: families stay together and get the help they need',
  'outcome-2': 'Outcome 2: supported by their family network',
  'outcome-3': 'Outcome 3: safe in and outside of their homes',
  'outcome-4': 'Outcome 4: stable, loving homes for children in care and care leavers',
  'enabler-1': 'Enabler 1: multi-agency working',
  'enabler-2': 'Enabler 2: leaders drive conditions for effective practice',
  'enabler-3': 'Enabler 3: the workforce is equipped and effective',
}

/** The whole title, or the reference as words where it is another, such as a principle. */
export const nationalFrameworkTitle = (reference: string): string =>
  nationalFrameworkTitles[reference] ?? nationalFrameworkName(reference)

/** "Outcome 4" for 'outcome-4', as the National Framework numbers its parts. */
export function nationalFrameworkName(reference: string): string {
  const name = reference.replace('-', ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
