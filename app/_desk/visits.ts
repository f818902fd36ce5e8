import 'server-only'
import type { Visits } from '@/lib/desk/articles/presence'

/** Several addresses are built apart, each with a copy of this module, and run in one process. */
const VISITS = Symbol.for('broadsheet.visits')
const shared = globalThis as { [VISITS]?: Visits }

/** Who has which story open; in memory alone, since opening writes nothing. */
export function visits(): Visits {
  shared[VISITS] ??= new Map()
  return shared[VISITS]
}
