// node --import tsx seeds/sample-reports/make.ts   Writes the sample reports again, after their words have changed.
import { fileURLToPath } from 'node:url'
import { faultyReports, goodReports, writeReports } from './sample-reports'

const here = fileURLToPath(new URL('.', import.meta.url))
await writeReports(here, goodReports)
const { 'three-hundred-pages.pdf': _long, ...small } = faultyReports
await writeReports(`${here}faulty/`, small)
