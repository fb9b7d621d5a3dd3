import { flatRoutes } from '@remix-run/fs-routes'
import { layout } from '@remix-run/route-config'

export default [
  layout('./within-frame.tsx', await flatRoutes({ ignoredRouteFiles: ['**/*.test.ts'] })),
]
