// node --import tsx seeds/sample-old-plans/make.ts   Writes the sample old plan again, after its words have changed.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { westmarshOldPlan } from './old-plans'

const here = fileURLToPath(new URL('.', import.meta.url))
await writeFile(`${here}westmarsh-old-plan.xlsx`, await westmarshOldPlan())
