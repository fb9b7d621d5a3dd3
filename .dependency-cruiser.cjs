/**
 * One way down (ARCHITECTURE.md). tsPreCompilationDeps sees type-only imports too: in grown Remix
 * code the knot comes from components that import a loader's type from a route.
 */
const floor = (name, from, mayImport, comment) => ({
  name: `floor-${name}`,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^app/', pathNot: mayImport },
})
const domain = '^app/(domain/|paths\\.ts)'

module.exports = {
  forbidden: [
    floor(
      'domain',
      '^app/domain/',
      '^app/domain/',
      'A rule of the field rests on nothing but rules.',
    ),
    floor('paths', '^app/paths\\.ts', '^$', 'Addresses rest on nothing.'),
    floor(
      'ui',
      '^app/ui/',
      `${domain}|^app/ui/`,
      'A look knows rules and addresses, nothing else.',
    ),
    floor(
      'http',
      '^app/http/',
      `${domain}|^app/(http|ui)/`,
      'Forms and answers know the shape a page is shown again with.',
    ),
    floor(
      'db',
      '^app/db/',
      `${domain}|^app/(db/|settings\\.server)`,
      'Tables know rules, nothing else.',
    ),
    floor(
      'storage',
      '^app/storage/',
      `${domain}|^app/(storage/|settings\\.server)`,
      'Bytes know nothing of who sent them.',
    ),
    floor(
      'documents',
      '^app/documents/',
      `${domain}|^app/(documents/|settings\\.server)`,
      'A document becomes lines; what they mean is a rule.',
    ),
    floor(
      'auth',
      '^app/auth/',
      `${domain}|^app/(auth|db)/|^app/settings\\.server`,
      'Who acts rests on tables and rules.',
    ),
    floor(
      'jobs',
      '^app/jobs/',
      `${domain}|^app/(jobs|features|auth|db|storage)/|^app/settings\\.server`,
      'A job calls a command.',
    ),
    floor(
      'features',
      '^app/features/',
      `${domain}|^app/(features|auth|db|storage|documents|ui)/|^app/settings\\.server`,
      'A story knows nothing of HTTP.',
    ),
    {
      name: 'features-are-strangers',
      comment:
        'What two features share goes down: a rule to domain, a write to db/tables, a look to ui, a combination up to the route.',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/' },
      to: { path: '^app/features/', pathNot: '^app/features/$1/' },
    },
    {
      name: 'nothing-imports-a-route',
      comment: 'A page is given its view; it never asks a route for its types.',
      severity: 'error',
      from: { pathNot: '^(app/routes\\.ts|app/within-frame\\.tsx|e2e/)' },
      to: { path: '^app/(routes/|root\\.tsx)' },
    },
    {
      name: 'screens-do-no-io',
      comment: 'Pages and looks are drawn from what they are given.',
      severity: 'error',
      from: { path: '^app/(ui/|features/.*\\.page\\.tsx|features/.*\\.form\\.ts)' },
      to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-has-its-places',
      comment: 'Queries stand in db/, auth/, and in the query and command of a story.',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot:
          '^app/(db/|auth/|testing/|jobs/|features/.*\\.server\\.ts$|routes/readyz\\.ts$|.*\\.test\\.tsx?$)',
      },
      to: { path: '^node_modules/(kysely|pg)/' },
    },
    {
      name: 'domain-needs-no-package',
      comment: 'A rule can be read and run with nothing but the language.',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: '\\.test\\.ts$' },
      to: { path: '^node_modules/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'only-auth-knows-lucia',
      comment: 'Lucia is at the end of its life: one folder knows the word (decision 0006).',
      severity: 'error',
      from: { pathNot: '^app/auth/' },
      to: { path: '^node_modules/lucia/' },
    },
    {
      name: 'only-the-edge-knows-remix',
      comment: 'So that moving to React Router is a mechanical swap (decision 0001).',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: '^app/(routes/|routes\\.ts|http/|root\\.tsx|within-frame\\.tsx|entry\\.)',
      },
      to: { path: '^node_modules/@remix-run/' },
    },
    {
      name: 'tests-stay-out',
      comment: 'What is served never imports what tests it.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/testing/|\\.test\\.tsx?$' },
      to: { path: '^app/testing/|\\.test\\.tsx?$' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: { path: '^app/' },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(app|node_modules)/',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
