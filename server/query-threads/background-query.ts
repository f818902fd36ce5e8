import type { Reader } from '@/db/store/open'
import {
  type ThreadedAnswer,
  type ThreadedInput,
  type ThreadedQueryName,
  threadedQueryNamed,
} from '@/db/threaded-queries/threaded-queries'
import type { QueryThreads } from '@/lib/pages/query-threads'

/** Where background jobs ask: on the threads, or on this one where there are none. */
export interface QuerySource {
  db: Reader
  /** null where queries run on this thread. */
  queryThreads: QueryThreads | null
}

/** The answer of the query to a background job. Throws QueryRefused when there is none in time, or too many ask. */
export async function backgroundQuery<Name extends ThreadedQueryName>(
  { db, queryThreads }: QuerySource,
  name: Name,
  input: ThreadedInput<Name>,
  signal?: AbortSignal,
): Promise<ThreadedAnswer<Name>> {
  if (!queryThreads) return threadedQueryNamed(name)(db, input)
  // A copy of what the query of this name returned on the other thread.
  return (await queryThreads.run(name, input, { asker: 'desk', ...(signal && { signal }) })) as ThreadedAnswer<Name>
}
