import {
  isRouteErrorResponse,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { KeptForm } from '~/auth/kept-form.server'
import {
  DatabaseGone,
  NoSuchDay,
  NothingChangesThere,
  NotThere,
  SignInAgain,
  WentWrong,
} from '~/ui/went-wrong'
import type { RootData } from './root'

/**
 * Stands around every route, so that a page which says what went wrong still has its frame: Remix does
 * not run the loader of the route whose boundary answers for a form, and that must not be the root's.
 */
export default function WithinFrame() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { pathname, search } = useLocation()
  const root = useRouteLoaderData<RootData>('root')
  if (isRouteErrorResponse(error)) {
    const kept = (error.data ?? undefined) as KeptForm | undefined
    if (error.status === 401) return <SignInAgain kept={kept} />
    if (error.status === 503) return <DatabaseGone kept={kept} pathname={pathname} />
    const because = (error.data as { because?: string } | null)?.because
    if (because && error.status === 409) {
      return <NothingChangesThere because={because} address={pathname + search} />
    }
    if (because && error.status === 404) {
      return <NoSuchDay because={because} pathname={pathname} search={search} />
    }
    if (error.status === 404) return <NotThere isSignedIn={root?.frame !== undefined} />
  }
  return <WentWrong requestId={root?.requestId} />
}
