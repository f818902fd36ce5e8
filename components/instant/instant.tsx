import { languageAttributes } from '@/components/language-attributes'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { dateAndTime, isoWithZone } from '@/lib/time/dates'

interface Props {
  instant: Date
  settings: SiteSettings
}

/** An instant in the site's time zone and language; the reader module shows recent ones relative to now. */
export function Instant({ instant, settings }: Props) {
  return (
    <time
      dateTime={isoWithZone(instant, settings.timeZone)}
      {...languageAttributes(settings.language)}
      data-relative=""
    >
      {dateAndTime(instant, settings)}
    </time>
  )
}
