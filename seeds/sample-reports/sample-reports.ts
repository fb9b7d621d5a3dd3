import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { halwickAreaSend2024 } from './area-send'
import { eastmereIlacs2018 } from './eastmere-ilacs-2018'
import { corruptPdf, encryptedPdf, longPdf, scannedPdf } from './faulty'
import { eastmereJtai2023, sedgeleyFocusedVisit2022, westmarshMonitoringVisit2021 } from './letters'
import { calderwickIlacs2024, norhamIlacs2026 } from './other-ilacs'
import { thornbySif2014 } from './sif-2014'
import { westmarshIlacs2019 } from './westmarsh-ilacs-2019'
import { westmarshSif2015 } from './westmarsh-sif-2015'

/** The sample reports by file name. The good ones are kept beside this file; the faulty ones are made where needed. */
export const goodReports = {
  'westmarsh-ilacs-2019.pdf': westmarshIlacs2019,
  'westmarsh-sif-2015.pdf': westmarshSif2015,
  'eastmere-ilacs-2018.pdf': eastmereIlacs2018,
  'norham-ilacs-2026.pdf': norhamIlacs2026,
  'calderwick-ilacs-2024.pdf': calderwickIlacs2024,
  'thornby-sif-2014.pdf': thornbySif2014,
  'eastmere-jtai-2023.pdf': eastmereJtai2023,
  'halwick-area-send-2024.pdf': halwickAreaSend2024,
  'westmarsh-monitoring-visit-2021.pdf': westmarshMonitoringVisit2021,
  'sedgeley-focused-visit-2022.pdf': sedgeleyFocusedVisit2022,
} as const

export const faultyReports = {
  'encrypted.pdf': encryptedPdf,
  'corrupt.pdf': corruptPdf,
  'empty.pdf': () => Promise.resolve(Buffer.alloc(0)),
  'scanned.pdf': scannedPdf,
  'three-hundred-pages.pdf': () => longPdf(300),
} as const

export async function writeReports(
  folder: string,
  reports: Readonly<Record<string, () => Promise<Buffer>>>,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, make] of Object.entries(reports))
    await writeFile(join(folder, name), await make())
}
