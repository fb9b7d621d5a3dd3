import { type Decision, no, yes } from '~/domain/decision'
import type { Framework } from '~/domain/inspection/frameworks'
import { areasToChoose, type Draft } from '~/domain/report/draft'

/** An item stands under one of the areas that the inspection has. */
export const canStandUnder = (
  draft: Draft,
  area: string,
  frameworks: readonly Framework[],
): Decision =>
  areasToChoose(draft.details, frameworks).some((one) => one.area === area)
    ? yes
    : no('This framework has no such judgement area. Choose one from the list.')
