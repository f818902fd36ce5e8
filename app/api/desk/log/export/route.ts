import { setTimeout as pause } from 'node:timers/promises'
import { downloadRoute } from '@/app/_desk/desk-route'
import { threadedQuery } from '@/app/threaded-query'
import { exportedLog } from '@/db/audit/export'
import { siteSettings } from '@/db/paper/site'
import { EXPORT_TYPES } from '@/lib/audit/log-export'
import { parseLogQuery } from '@/lib/audit/log-query'
import * as endpoints from '@/lib/desk/audit/endpoints'
import { askedAgain } from '@/lib/pages/query-threads'
import { isoDay } from '@/lib/time/dates'

export const GET = downloadRoute(endpoints.exportLog, 'see log', async ({ db, input: { format, ...query }, now }) => {
  const { timeZone } = (await siteSettings(db)).value
  return {
    name: `log-${isoDay(now, timeZone)}.${format}`,
    contentType: EXPORT_TYPES[format],
    body: await exportedLog((part) => threadedQuery('log', part), {
      readOn: (part) => askedAgain(() => threadedQuery('log', part), pause),
      query: parseLogQuery(query),
      timeZone,
      format,
    }),
  }
})
