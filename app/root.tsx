import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { pastDayOf } from '~/auth/as-at.server'
import { contextOf } from '~/auth/context.server'
import { frameView, type FrameView } from '~/features/frame/frame.query.server'
import type { CalendarDate } from '~/domain/time/calendar-date'
import { takesADay } from '~/paths'
import { Frame } from '~/ui/frame'
import { WentWrong } from '~/ui/went-wrong'
import { settings } from '~/settings.server'
import stylesheet from './tailwind.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  // With it a telephone that has installed Waymark offers it for what it shares, such as a photo.
  { rel: 'manifest', href: '/manifest.webmanifest', crossOrigin: 'use-credentials' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { requestId, cspNonce } = args.context
  const { COUNCIL_NAME: councilName, DEMO } = settings()
  // The frame stands even where Postgres does not answer: the page in it says so.
  const context = await contextOf(args).catch(() => undefined)
  const frame = context ? await frameView(context).catch(() => undefined) : undefined
  const isOfADay = takesADay(new URL(args.request.url).pathname)
  const asAt = isOfADay ? await pastDayOf(args).catch(() => undefined) : undefined
  return { councilName, isDemo: DEMO === 'true', requestId, cspNonce, frame, asAt }
}

export interface RootData {
  councilName: string
  isDemo: boolean
  requestId: string
  cspNonce: string
  frame: FrameView | undefined
  /** the past day that the page shows */
  asAt: CalendarDate | undefined
}

export default function App() {
  return <Outlet />
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<RootData>('root')
  const { pathname, search } = useLocation()
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Frame
          councilName={root?.councilName ?? 'Waymark'}
          isDemo={root?.isDemo ?? false}
          frame={root?.frame}
          pathname={pathname}
          search={search}
          asAt={root?.asAt}
        >
          {children}
        </Frame>
        <ScrollRestoration nonce={root?.cspNonce} />
        <Scripts nonce={root?.cspNonce} />
      </body>
    </html>
  )
}

/** The last resort: what fails below is answered within the frame, by within-frame.tsx. */
export function ErrorBoundary() {
  return <WentWrong requestId={useRouteLoaderData<RootData>('root')?.requestId} />
}
