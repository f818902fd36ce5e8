import 'server-only'
import { deskNow } from '@/app/_desk/desk-route'
import { sendMail } from '@/app/_desk/mail'
import { store } from '@/app/store'
import { type OneTimeLink, type OneTimeLinkKind, openLink } from '@/db/accounts/one-time-links'
import { siteSettings } from '@/db/paper/site'
import { siteRuntime } from '@/lib/pages/site-runtime'

/** The address that a one-time link is sent as. */
export function oneTimeUrl(kind: 'invitation' | 'reset', secret: string): string {
  return `${siteRuntime().siteUrl}/admin/${kind}/${secret}`
}

/** The one-time link in the address of a page; null when it is unknown, used, revoked or expired. */
export async function presentedLink(
  kind: OneTimeLinkKind,
  params: Promise<{ token: string }>,
): Promise<{ secret: string; link: OneTimeLink } | null> {
  const { token: secret } = await params
  const link = await openLink(await store(), { kind, secret, now: deskNow() })
  return link && { secret, link }
}

interface LinkEmail {
  email: string
  name: string
  url: string
}

/** Mails an invitation; false when that was not possible. */
export async function mailInvitation({ email, name, url, by }: LinkEmail & { by: string }): Promise<boolean> {
  const { value: paper } = await siteSettings(await store())
  const outcome = await sendMail({
    to: email,
    subject: `Your account at ${paper.name}`,
    text: `Dear ${name},\n\n${by} invites you to write for ${paper.name}. This link makes your account, once, within seven days:\n\n${url}\n\nIf you did not expect this, you can ignore it.\n`,
  })
  return outcome === 'sent'
}

/** Mails a link for another password; false when that was not possible. */
export async function mailResetLink({ email, name, url }: LinkEmail): Promise<boolean> {
  const { value: paper } = await siteSettings(await store())
  const outcome = await sendMail({
    to: email,
    subject: `Another password for ${paper.name}`,
    text: `Dear ${name},\n\nthis link lets you choose another password for the desk of ${paper.name}, once, within the hour:\n\n${url}\n\nIf you did not ask for it, you can ignore it: your password stays as it is.\n`,
  })
  return outcome === 'sent'
}
