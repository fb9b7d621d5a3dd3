/** The addresses that the built server answers, read from the build itself. */
interface BuiltRoute {
  id: string
  parentId?: string
  path?: string
  index?: boolean
  module: { default?: unknown; action?: unknown }
}

export interface Route {
  /** such as /actions/:actionId/edit */
  path: string
  /** shows a page, rather than a file or a line of text */
  isPage: boolean
  /** takes a form */
  takesForm: boolean
}

const buildPath = '../build/server/index.js' // a variable: TypeScript must not follow it

export async function routesOfTheBuild(): Promise<Route[]> {
  const { routes } = (await import(buildPath)) as { routes: Record<string, BuiltRoute> }
  const pathOf = (route: BuiltRoute | undefined): string =>
    route ? [pathOf(routes[route.parentId ?? '']), route.path].filter(Boolean).join('/') : ''
  return (
    Object.values(routes)
      // what has no address of its own stands around others
      .filter((route) => route.path !== undefined || route.index)
      .filter((route) => route.id !== 'root')
      .map((route) => ({
        path: `/${pathOf(route)}`,
        isPage: route.module.default !== undefined,
        takesForm: route.module.action !== undefined,
      }))
      .sort((a, b) => a.path.localeCompare(b.path))
  )
}
