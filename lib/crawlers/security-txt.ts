import { SECURITY } from '@/lib/addresses/document-paths'
import { standingPagePath } from '@/lib/addresses/paths'
import type { SiteSettings } from '@/lib/paper/site-settings'

interface SecurityTxt {
  siteUrl: string
  settings: Pick<SiteSettings, 'language' | 'organisation'>
  now: Date
}

/** RFC 9116, section 2.5.5, recommends less than a year. */
const VALID_MONTHS = 6

/**
 * The security.txt of the paper (RFC 9116): how to report a fault of the site. The contact is the e-mail address that
 * the paper gives, where it has one, and its contact page. It expires at the beginning of a month, at least six months
 * after `now`; from `changesAt` on it is another text, with a later end.
 */
export function securityTxt({ siteUrl, settings, now }: SecurityTxt): { text: string; changesAt: Date } {
  const monthsOn = (months: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
  const { email } = settings.organisation
  const fields: [string, string][] = [
    ...(email ? [['Contact', `mailto:${encodeURI(email)}`] as [string, string]] : []),
    ['Contact', siteUrl + standingPagePath('contact')],
    ['Expires', monthsOn(VALID_MONTHS + 1).toISOString()],
    ['Preferred-Languages', [...new Set([settings.language, 'en'])].join(', ')],
    ['Canonical', siteUrl + SECURITY],
  ]
  return { text: `${fields.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`, changesAt: monthsOn(1) }
}
