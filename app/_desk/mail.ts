import 'server-only'
import { createTransport, type NodemailerError, type Transporter } from 'nodemailer'
import { siteRuntime } from '@/lib/pages/site-runtime'

interface Email {
  to: string
  subject: string
  text: string
}

let transport: Transporter | null = null

/** Whether the settings name a mail server. */
export function hasMail(): boolean {
  return Boolean(siteRuntime().mail)
}

/**
 * What became of an e-mail.
 * - `refused`: the mail server never takes it (RFC 5321, a reply of 5yz about the recipient or the message).
 * - `deferred`: it does not take this one now; it may take others.
 * - `unsent`: the site has no mail server, or none that takes any e-mail now.
 */
export type MailOutcome = 'sent' | 'refused' | 'deferred' | 'unsent'

/** Sends an e-mail; why one was not sent is logged. */
export async function sendMail(email: Email): Promise<MailOutcome> {
  const mail = siteRuntime().mail
  if (!mail) return 'unsent'
  transport ??= createTransport(mail.smtpUrl, { from: mail.from })
  try {
    await transport.sendMail(email)
    return 'sent'
  } catch (error) {
    console.error('an e-mail could not be sent', error)
    return error instanceof Error ? failureOf(error) : 'unsent'
  }
}

function failureOf({ code, command, permanent }: NodemailerError): MailOutcome {
  const isAboutOne = command === 'RCPT TO' || code === 'EMESSAGE'
  if (!isAboutOne) return 'unsent'
  return permanent ? 'refused' : 'deferred'
}
