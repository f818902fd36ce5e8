import type { Problem } from '@/lib/desk/refusal'

/** A request that may be refused. */
type Sent = Promise<{ ok: true } | { ok: false; problems: Problem[] }>

/** What the parts of the page do: sends a request, and shows the timeline as it is then, with what happened in words. */
export type SendChange = (send: () => Sent, words: string) => Promise<boolean>
