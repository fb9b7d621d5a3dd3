/** A file that has arrived and is kept under its hash. */
export interface ReceivedPlan {
  sha256: string
  bytes: number
  mediaType: string
  originalName: string
  path: string
}
