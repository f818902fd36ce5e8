import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
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

/** Sends an e-mail; false when the site has no mail server, or the server refused it (which is logged). */
export async function sendMail(email: Email): Promise<boolean> {
  const mail = siteRuntime().mail
  if (!mail) return false
  transport ??= createTransport(mail.smtpUrl, { from: mail.from })
  try {
    await transport.sendMail(email)
    return true
  } catch (error) {
    console.error('an e-mail could not be sent', error)
    return false
  }
}
