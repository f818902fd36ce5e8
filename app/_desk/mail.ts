import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { siteRuntime } from '@/lib/pages/site-runtime'

interface Letter {
  to: string
  subject: string
  text: string
}

let transport: Transporter | null = null

/** Whether the settings name a mail server. */
export function hasMail(): boolean {
  return Boolean(siteRuntime().mail)
}

/** Sends a letter; false when the site sends no mail, or the mail server would not take it (which is logged). */
export async function sendMail(letter: Letter): Promise<boolean> {
  const mail = siteRuntime().mail
  if (!mail) return false
  transport ??= createTransport(mail.smtpUrl, { from: mail.from })
  try {
    await transport.sendMail(letter)
    return true
  } catch (error) {
    console.error('a letter could not be sent', error)
    return false
  }
}
