/**
 * A report that names another council than the one whose plan this is is pointed out before it is
 * confirmed: its recommendations would count in readiness. It may be meant, as after a joint inspection.
 */

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(?:county|city|borough|metropolitan|london|royal|council|of|the|and)\b/g, '')
    .replace(/[^a-z]/g, '')

/** What to say of a report about `named` in the plan of `own`; undefined where they are one. */
export function otherCouncil(named: string | null, own: string): string | undefined {
  const [theirs, ours] = [plain(named ?? ''), plain(own)]
  if (theirs === '' || ours === '' || theirs.includes(ours) || ours.includes(theirs))
    return undefined
  return `This report is about ${named}, not ${own}. Confirm it only if it belongs in this plan.`
}
