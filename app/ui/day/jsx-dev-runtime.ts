/** As jsx-runtime.ts, while developing. */
import * as react from 'react/jsx-dev-runtime'
import { ofTheDay } from './jsx-runtime'

export type { JSX } from 'react/jsx-dev-runtime'
export { Fragment } from 'react/jsx-dev-runtime'

export const jsxDEV: typeof react.jsxDEV = (type, ...rest) => react.jsxDEV(ofTheDay(type), ...rest)
