/**
 * Whoever changes something changes what they were shown: where somebody else saved another change
 * meanwhile, nothing is saved. What that is stands in sight then, beside what was typed.
 *
 * For what is small and changed as a whole; an action and evidence are merged field by field. Source:
 * issue 3, "concurrent edits … shown where they collide". In SQL nothing holds this: commands lock, then
 * compare.
 */
import { type Decision, no, yes } from './decision'

/** What a form was shown, to be sent along with it. */
export const asShown = (facts: object): string => JSON.stringify(facts)

/** Whether it still is as it was shown; `what` as it goes on in the sentence: "this team". */
export const isStillAsShown = (facts: object, shown: string, what: string): Decision =>
  asShown(facts) === shown
    ? yes
    : {
        ...no(
          `Somebody else changed ${what} while you were typing. Nothing of yours is saved yet: look at what stands now, and save again.`,
        ),
        isOutdated: true,
      }
