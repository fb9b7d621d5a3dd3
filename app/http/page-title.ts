import type { MetaFunction } from '@remix-run/react'

interface RootData {
  councilName: string
}

/** The title of a page: what it is, then whose plan it belongs to. */
export const pageTitle =
  <Data>(nameOf: string | ((data: Data) => string)): MetaFunction =>
  ({ data, matches }) => {
    const root = matches[0]?.data as RootData | undefined
    const name = typeof nameOf === 'string' ? nameOf : data ? nameOf(data as Data) : 'Not found'
    return [{ title: `${name} – ${root?.councilName ?? 'Waymark'}` }]
  }
