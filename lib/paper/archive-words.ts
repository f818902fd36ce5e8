import { type ArchiveAddress, archivePath } from '@/lib/addresses/archive-address'
import type { Crumb } from '@/lib/json-ld/breadcrumb'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { type CalendarSpan, spansAround } from '@/lib/time/calendar-spans'
import { spanInWords } from '@/lib/time/dates'

/** What a page of the archive is called: "Archive", "2026", "November 2026", "26 November 2026"; dates in the paper's language. */
export function archiveTitle(span: CalendarSpan | null, { language }: Pick<SiteSettings, 'language'>): string {
  return span === null ? 'Archive' : spanInWords(span, { language })
}

/** What a page of the archive is, in one sentence. */
export function archiveDescription(
  span: CalendarSpan | null,
  { name, language }: Pick<SiteSettings, 'name' | 'language'>,
): string {
  return span === null
    ? `Everything that ${name} has published, by day.`
    : `What ${name} published: ${spanInWords(span, { language })}.`
}

/** The steps from the archive's first page to a page of it; the last is the page itself. */
export function archiveCrumbs({ span, page }: ArchiveAddress, settings: Pick<SiteSettings, 'language'>): Crumb[] {
  const steps = span === null ? [null] : [null, ...spansAround(span), span]
  return steps.map((step) => ({
    name: archiveTitle(step, settings),
    path: archivePath(step, step === span ? page : 1),
  }))
}
