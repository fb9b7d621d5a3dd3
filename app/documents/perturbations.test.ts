import { beforeAll, expect, test } from 'vitest'
import { bareWords } from '~/domain/report/folding'
import { readReport } from '~/domain/report/read-report'
import type { Reading } from '~/domain/report/reading'
import type { SourceDocument } from '~/domain/report/source'
import { goodReports } from '../../seeds/sample-reports/sample-reports'
import { chanceFrom } from './mutations'
import { sourceFromPdf } from './pdf-source.server'
import { perturbations } from './perturbations'
import { readingLimits } from './reading-limits'

// `npm run corpus -- FOLDER --perturb` asks the same of every published report.

const sources = new Map<string, SourceDocument>()
beforeAll(async () => {
  for (const [name, make] of Object.entries(goodReports)) {
    const source = await sourceFromPdf(new Uint8Array(await make()), readingLimits)
    if (typeof source === 'string') throw new Error(source)
    sources.set(name, source)
  }
})

const whatMatters = (reading: Reading) => ({
  kind: reading.kind,
  dates: [reading.inspectedFrom, reading.inspectedTo],
  judgements: reading.judgements,
  items: reading.recommendations.map(({ kind, number, text }) => [kind, number, bareWords(text)]),
})

test.each(perturbations)('A report reads the same: $named', ({ change, mayDoubt }) => {
  for (const [name, source] of sources) {
    for (let seed = 1; seed <= 4; seed++) {
      const laidOut = readReport(change(source, chanceFrom(seed)))
      const doubted = mayDoubt && laidOut.recommendations.every(({ because }) => because)
      if (doubted && laidOut.recommendations.length > 0) continue
      expect(whatMatters(laidOut), `${name}, seed ${seed}`).toEqual(whatMatters(readReport(source)))
    }
  }
})
