import { eastmere } from './eastmere/eastmere'
import type { Story } from './story'
import { westmarsh } from './westmarsh/westmarsh'

/** The demonstration stories by the names that scripts/seed.ts knows them by. */
export const stories: Readonly<Record<string, Story | undefined>> = { westmarsh, eastmere }
