// @ts-check
/**
 * The one place where Remix is configured: vite.config.ts hands this object to the Remix plugin.
 * Only keys that the Vite plugin knows belong here; those of the classic compiler would be ignored.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverBuildFile: 'index.js',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
}
