/**
 * Yes, or no with a reason.
 *
 * A rule of the field answers with a Decision: the page disables its button with the sentence, the
 * command refuses with it, the test asserts it. The sentence is for the person who reads it: plain,
 * short, without blame.
 */
export type Refusal = {
  allowed: false
  because: string
  /** the field of its form that it is about, where it is about one: it is told there too */
  about?: string
  /** what its form was shown stands no longer: the page shows what does (domain/as-shown.ts) */
  isOutdated?: true
}
export type Decision = { allowed: true } | Refusal

export const yes: Decision = Object.freeze({ allowed: true })

export const no = (because: string, about?: string): Refusal => ({
  allowed: false,
  because,
  ...(about === undefined ? {} : { about }),
})

/** Every decision must allow; the first that refuses gives its reason. No decisions at all: yes. */
export const all = (...decisions: readonly Decision[]): Decision =>
  decisions.find((decision) => !decision.allowed) ?? yes
