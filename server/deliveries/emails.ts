import type { SendMailOptions } from 'nodemailer'
import { wrongKind } from '@/server/deliveries/http-sender'
import type { Sender } from '@/server/deliveries/sender'

/** Mail servers may be slow. */
const TIMEOUT_MS = 30_000

/** Sends e-mails through the mail server; `transport` is null on a site without one. */
export function emailSender(
  transport: { send: (email: SendMailOptions) => Promise<{ response?: string }> } | null,
): Sender {
  return {
    timeoutMs: TIMEOUT_MS,
    send: async (claimed, signal) => {
      const { content } = claimed.delivery
      if (content.kind !== 'letters') throw wrongKind(claimed)
      try {
        if (!transport) throw new Error('The site has no mail server (SMTP_URL).')
        const { response = '' } = await withTimeout(transport.send(content.letter), signal)
        return { isSuccess: true, status: null, text: response, retryAfterMs: null }
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error)
        return { isSuccess: false, status: null, text, retryAfterMs: null }
      }
    },
  }
}

function withTimeout<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${TIMEOUT_MS / 1000} seconds.`)), TIMEOUT_MS)
    signal.addEventListener('abort', () => reject(new Error('The site was leaving.')), { once: true })
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
