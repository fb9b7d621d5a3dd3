/**
 * What JSX becomes (jsxImportSource in tsconfig.json): React's own, but that every link and every form
 * keeps the past day that is looked at (decision 0022). So no page, and none that comes later, can
 * forget the day on the way to the next.
 */
import type { ElementType, Key } from 'react'
import * as react from 'react/jsx-runtime'
import { FormOfTheDay, LinkOfTheDay } from './day-looked-at'

export type { JSX } from 'react/jsx-runtime'
export { Fragment } from 'react/jsx-runtime'

export const ofTheDay = (type: ElementType): ElementType => {
  if (type === 'a') return LinkOfTheDay
  if (type === 'form') return FormOfTheDay
  return type
}

export const jsx = (type: ElementType, props: unknown, key?: Key) =>
  react.jsx(ofTheDay(type), props, key)
export const jsxs = (type: ElementType, props: unknown, key?: Key) =>
  react.jsxs(ofTheDay(type), props, key)
