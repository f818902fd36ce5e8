import type { Bar } from '@/server/bench/figure'

/** What the figures are held against; a figure without a bar is only told. */
export const bars = {
  /** Share of nginx's requests per second with the same bytes on the same core: what the prototype of the design reached. */
  ofNginxIdentity: { least: 0.53 },
  ofNginxGzip: { least: 0.7 },
  /** From the editor's save until no stored page shows the old headline. */
  freshInProcessMs: { most: 50 },
  freshAcrossProcessesMs: { most: 200 },
  /** Reader pages have no framework runtime at all. */
  frameworkScriptBytes: { most: 0 },
  /** Brotli bytes of the reader's own scripts. */
  ownScriptBytes: { most: 4096 },
  /** Core Web Vitals, "good": web.dev/articles/vitals. */
  layoutShift: { most: 0.1 },
  largestPaintMs: { most: 2500 },
  /** Where Lighthouse itself starts to call a score good. */
  lighthouseScore: { least: 90 },
} satisfies Record<string, Bar>
