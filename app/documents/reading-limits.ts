/** What one reading may take. Measured: a 15-page report takes a third of a second and 130 MB. */
/** How long a document may be that is brought to be read, in bytes: as long as is read, where more may be kept. */
export const largestDocument = (largestKeptMegabytes: number): number =>
  Math.min(largestKeptMegabytes, readingLimits.fileMegabytes) * 1024 * 1024

export const readingLimits = {
  milliseconds: 30_000,
  /** How long a process that has read in good order waits for the next document. */
  idleMilliseconds: 5_000,
  memoryMegabytes: 512,
  pages: 2_000,
  /** What 2,000 full pages hold; the rules that follow run in the server's own thread. */
  letters: 6_000_000,
  lines: 120_000,
  fileMegabytes: 100,
  /** Inflated size that a Word file may declare; beyond it the file is a bomb, not a report. */
  inflatedMegabytes: 150,
}
