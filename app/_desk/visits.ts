import 'server-only'
import type { Visits } from '@/lib/desk/articles/presence'

/** Each route is bundled with its own copy of this module, and all run in one process. */
const VISITS = Symbol.for('broadsheet.visits')
const shared = globalThis as { [VISITS]?: Visits }

/** Who has which article open; in memory only, since opening one writes nothing. */
export function visits(): Visits {
  shared[VISITS] ??= new Map()
  return shared[VISITS]
}
