import { createTransport } from 'nodemailer'
import type { ReceiverKind } from '@/lib/deliveries/receiver'
import type { Clock } from '@/server/clock'
import { emailSender } from '@/server/deliveries/emails'
import { indexNow } from '@/server/deliveries/index-now'
import { purge } from '@/server/deliveries/purge'
import type { Sender } from '@/server/deliveries/sender'
import { webSub } from '@/server/deliveries/web-sub'
import { webhook } from '@/server/deliveries/webhook'

interface SendersParts {
  siteUrl: string
  /** null: the site sends no e-mail. */
  mail: { smtpUrl: string; from: string } | null
  now: Clock
  /** Drops pages with invalidated tags from the page store. */
  dropStale: () => Promise<void>
}

/** The sender of each kind of receiver. */
export function senders({ siteUrl, mail, now, dropStale }: SendersParts): Record<ReceiverKind, Sender> {
  const transport = mail && createTransport(mail.smtpUrl, { from: mail.from })
  return {
    letters: emailSender(transport && { send: (email) => transport.sendMail(email) }),
    indexnow: indexNow({ siteUrl, now }),
    websub: webSub({ siteUrl, now }),
    purge: purge({ siteUrl, now, dropStale }),
    webhook: webhook({ siteUrl, now }),
  }
}
