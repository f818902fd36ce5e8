import { customType } from 'drizzle-orm/sqlite-core'
import { usableLanguage } from '@/lib/paper/language'
import { usableTimeZone } from '@/lib/time/time-zone'

/*
 * Texts that Intl takes. It throws at any other, so whatever stands in a row, one that works is read from it: a value
 * from before values were checked, or from another program, never takes a page down.
 */

/** A language tag (BCP 47). */
export const languageTag = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  fromDriver: usableLanguage,
})

/** A time zone (IANA). */
export const zoneName = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  fromDriver: usableTimeZone,
})
