import { expect, test } from 'vitest'
import { readSettings } from './settings.server'

const right = {
  NODE_ENV: 'test' as const,
  DATABASE_URL: 'postgres://localhost/waymark',
  SESSION_SECRET: 'a secret that is only for tests, 32 long',
}
const bucket = { S3_BUCKET: 'waymark', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' }

test('files are kept on the disk unless a bucket is named', () => {
  expect(readSettings(right).S3_BUCKET).toBeUndefined()
  expect(readSettings({ ...right, S3_BUCKET: '' }).S3_BUCKET).toBeUndefined()
  expect(readSettings({ ...right, ...bucket })).toMatchObject({ ...bucket, S3_REGION: 'eu-west-2' })
  expect(readSettings({ ...right, S3_BUCKET: 'waymark' }).S3_ACCESS_KEY_ID).toBeUndefined()
})

test.each([
  [{ S3_ENDPOINT: 'https://s3.test' }, 'S3_BUCKET is missing: S3_ENDPOINT is set'],
  [{ S3_BUCKET: 'Way mark' }, 'S3_BUCKET must be the name of a bucket'],
  [
    { ...bucket, S3_ENDPOINT: 's3.test:9000' },
    'S3_ENDPOINT must be the address of the store, https://…',
  ],
  [
    { ...bucket, S3_SECRET_ACCESS_KEY: undefined },
    'S3_SECRET_ACCESS_KEY is missing: S3_ACCESS_KEY_ID is set',
  ],
  [{ ...bucket, S3_ACCESS_KEY_ID: '' }, 'S3_ACCESS_KEY_ID is missing: S3_SECRET_ACCESS_KEY is set'],
  [{ CLAMAV_HOST: 'http://clamd' }, 'CLAMAV_HOST must be where clamd listens'],
  [{ CONTACT_EMAIL: 'the web team' }, 'CONTACT_EMAIL must be an email address'],
  [{ CASE_NUMBER_PATTERN: 'LCS' }, 'CASE_NUMBER_PATTERN is no longer read, so take it out'],
  [{ DATABASE_URL: '' }, 'DATABASE_URL is missing'],
])('settings that are wrong are told each in its own line: %o', (given, said) => {
  expect(() => readSettings({ ...right, ...given })).toThrow(said)
})
