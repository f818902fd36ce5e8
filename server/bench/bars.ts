import type { Bar } from '@/server/bench/figure'

/** The limits that figures must meet; a figure without one is only reported. */
export const bars = {
  /** Share of nginx's requests per second with the same bytes on the same core, every security header of ours on. */
  ofNginxIdentity: { least: 0.5 },
  ofNginxGzip: { least: 0.6 },
  /** The same through the front door: nginx with the files of the site and all its headers. */
  doorOfNginx: { least: 0.95 },
  /** An article that is not in the store: rendered, stripped of scripts, stored. */
  missP99Ms: { most: 40 },
  /** HTML, styles and scripts of an article page, brotli. */
  articlePageBytes: { most: 25_600 },
  /** From the editor's save until no stored page shows the old headline. */
  freshInProcessMs: { most: 50 },
  freshAcrossProcessesMs: { most: 200 },
  /** From Publish until every page that names the story shows it. */
  deskPublishP99Ms: { most: 150 },
  archiveSearchP95Ms: { most: 50 },
  /** What sending every sitemap of a million stories may add to the memory of the server. */
  sitemapExtraMiB: { most: 64 },
  keyToPaintP95Ms: { most: 50 },
  /** Bytes of framework scripts on reader pages. */
  frameworkScriptBytes: { most: 0 },
  /** Brotli bytes of the reader's own scripts. */
  ownScriptBytes: { most: 4096 },
  /** Cumulative layout shift of reader pages. */
  layoutShift: { most: 0 },
  /** Core Web Vitals, "good": web.dev/articles/vitals. */
  largestPaintMs: { most: 2500 },
  lighthouseScore: { least: 100 },
  /** A photograph of 24 megapixels from the drop until a story can show it in every size and crop. */
  pictureUsableMs: { most: 6000 },
  /** What the desk answers while fifty of them come in. */
  deskWhileUploadingP95Ms: { most: 200 },
  pictureMemoryMiB: { most: 150 },
  none: { most: 0 },
} satisfies Record<string, Bar>
