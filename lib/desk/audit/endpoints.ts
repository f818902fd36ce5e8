import { z } from 'zod'
import { EXPORT_FORMATS } from '@/lib/audit/log-export'
import { endpoint } from '@/lib/desk/endpoint'

/** The entries of the audit log that match the query of its page (lib/audit/log-query.ts), as a file. */
export const exportLog = endpoint('GET', '/api/desk/log/export', {
  input: z.object({ format: z.enum(EXPORT_FORMATS) }).catchall(z.string()),
  // The answer is a file, not JSON.
  answer: z.unknown(),
})
