import { z } from 'zod'
import { revisionField } from './fields'

export const confirmBringInForm = z.object({ revision: revisionField })
