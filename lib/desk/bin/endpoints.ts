import { z } from 'zod'
import { epochMs } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'

const drafts = z.strictObject({ count: z.int().nonnegative() })

/** Empties the bin of the drafts that were in it at `until`, the instant at which the editor saw the list. */
export const emptyBin = endpoint('POST', '/api/desk/bin/empty', {
  logs: 'story bin emptied',
  input: z.strictObject({ until: epochMs }),
  answer: drafts,
})

/** Undoes the emptying at this instant: its drafts are in the bin again. */
export const undoEmptying = endpoint('POST', '/api/desk/bin/undo', {
  logs: 'story bin restored',
  input: z.strictObject({ emptiedAt: epochMs }),
  answer: drafts,
})
