import { languageAttributes } from '@/components/language-attributes'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { isoWithZone, shortDay } from '@/lib/time/dates'

interface Props {
  instant: Date
  settings: SiteSettings
}

/** The day of an instant, for lists; the reader module shows recent ones in hours. */
export function Day({ instant, settings }: Props) {
  return (
    <time
      dateTime={isoWithZone(instant, settings.timeZone)}
      {...languageAttributes(settings.language)}
      data-relative=""
    >
      {shortDay(instant, settings)}
    </time>
  )
}
