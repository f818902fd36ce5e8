import 'server-only'
import { threadedQuery } from '@/app/threaded-query'
import type { ThreadedAnswer, ThreadedInput, ThreadedQueryName } from '@/db/threaded-queries/threaded-queries'
import { type Refused, refusalReason } from '@/lib/pages/query-threads'
import { siteRuntime } from '@/lib/pages/site-runtime'

/** What the query answers for a page of the desk; or why there is no answer, for a page that says so with status 503. */
export async function deskQuery<Name extends ThreadedQueryName>(
  name: Name,
  input: ThreadedInput<Name>,
): Promise<ThreadedAnswer<Name> | Refused> {
  try {
    return await threadedQuery(name, input)
  } catch (error) {
    const refused = refusalReason(error)
    if (refused === null) throw error
    siteRuntime().unanswered()
    return { refused }
  }
}
