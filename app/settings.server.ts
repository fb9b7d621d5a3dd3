/** What the operator sets, checked once at start: one clear line for each thing missing or wrong. */
import { z } from 'zod'

const plain = z.object({
  DATABASE_URL: z
    .string({ error: 'is missing: the address of the Postgres database, postgres://…' })
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
  SESSION_SECRET: z
    .string({ error: 'is missing: at least 32 random characters, which key the session ids' })
    .min(32, 'is too short: at least 32 random characters'),
  PUBLIC_ORIGIN: z
    .url('must be the address people use, such as https://plan.example.gov.uk')
    .transform((url) => new URL(url).origin)
    .optional(),
  PORT: z.coerce.number('must be a number').int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  STORAGE_DIR: z.string().default('.data/storage'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be the address of the store, https://…' })
    .optional(),
  S3_REGION: z.string().default('eu-west-2'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  MAX_UPLOAD_MB: z.coerce
    .number('must be a number of megabytes')
    .int()
    .min(1)
    .max(2048)
    .default(2048),
  PREVIEW_PAGES: z.coerce.number('must be a number of pages').int().min(1).max(200).default(20),
  PREVIEW_FILE_MB: z.coerce
    .number('must be a number of megabytes')
    .int()
    .min(1)
    .max(100)
    .default(50),
  CLAMAV_HOST: z
    .string()
    .regex(
      /^(?:\/.+|[^\s/:]+(?::\d{1,5})?|\[[0-9a-f:]+\](?::\d{1,5})?)$/i,
      'must be where clamd listens: host:3310, or the path of its socket',
    )
    .optional(),
  CLAMAV_MAX_MB: z.coerce
    .number('must be a number of megabytes')
    .int()
    .min(1)
    .max(2047, 'must be at most 2047: clamd looks through no file of 2 GB or more')
    .default(100),
  COUNCIL_NAME: z.string().trim().min(1, 'must not be empty').default('Waymark'),
  CONTACT_EMAIL: z.email('must be an email address, such as improvement@example.gov.uk').optional(),
  COOKIE_SECURE: z.enum(['true', 'false'], 'must be true or false').default('true'),
  TRUST_PROXY: z.coerce.number('must be the number of proxies in front').int().min(0).default(0),
  PG_POOL: z.coerce.number('must be a number of connections').int().min(1).max(100).default(10),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  CASE_NUMBER_PATTERN: z
    .undefined(
      'is no longer read, so take it out: the patterns of case numbers are set in the product, under Ratings',
    )
    .optional(),
  CLOCK_STARTS_AT: z.iso.datetime('must be an instant, such as 2026-11-20T09:00:00Z').optional(),
  DEMO: z.enum(['true', 'false']).default('false'),
  DEMO_PASSWORD: z.string().optional(),
})

/** A setting that says nothing, or half a thing, without another. */
const needs: [given: keyof Settings, needed: keyof Settings][] = [
  ['S3_ENDPOINT', 'S3_BUCKET'],
  ['S3_ACCESS_KEY_ID', 'S3_BUCKET'],
  ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['S3_SECRET_ACCESS_KEY', 'S3_ACCESS_KEY_ID'],
]

const shape = plain.superRefine((settings, { addIssue }) => {
  for (const [given, needed] of needs) {
    if (settings[given] === undefined || settings[needed] !== undefined) continue
    addIssue({ code: 'custom', path: [needed], message: `is missing: ${given} is set` })
  }
})

export type Settings = z.infer<typeof plain>

/**
 * Reads the settings out of an environment.
 * @throws Error whose message has one line for each setting that is missing or wrong
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = shape.safeParse(given)
  if (read.success) return read.data
  throw new Error(
    read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
  )
}

let known: Settings | undefined

/** The settings of this process, read on first use. */
export const settings = (): Settings => (known ??= readSettings(process.env))
