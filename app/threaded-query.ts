import 'server-only'
import { store } from '@/app/store'
import {
  type ThreadedAnswer,
  type ThreadedInput,
  type ThreadedQueryName,
  threadedQueryNamed,
} from '@/db/threaded-queries/threaded-queries'
import { siteRuntime } from '@/lib/pages/site-runtime'

/**
 * What the query answers, asked on a thread of its own, so that nobody else waits for it; on this thread where there are
 * no others. Throws QueryRefused (lib/pages/query-threads.ts) when there is no answer in time, or when whoever asked has
 * left.
 */
export async function threadedQuery<Name extends ThreadedQueryName>(
  name: Name,
  input: ThreadedInput<Name>,
): Promise<ThreadedAnswer<Name>> {
  const { queryThreads, askerLeft, rendering } = siteRuntime()
  if (!queryThreads) return threadedQueryNamed(name)(await store(), input)
  const signal = askerLeft() ?? undefined
  const answer = queryThreads.run(name, input, { asker: rendering() ? 'reader' : 'desk', signal })
  try {
    // A copy of what the query of this name returned on the other thread.
    return (await answer) as ThreadedAnswer<Name>
  } finally {
    await rendering()?.goOn?.()
  }
}
