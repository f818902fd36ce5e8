import type { SendMailOptions } from 'nodemailer'
import { mixedUp } from '@/server/deliveries/http-sender'
import type { Sender } from '@/server/deliveries/sender'

/** Mail servers take their time. */
const PATIENCE_MS = 30_000

/** Carries letters to the mail server; `post` is null on a site without one. */
export function emailSender(
  post: { send: (letter: SendMailOptions) => Promise<{ response?: string }> } | null,
): Sender {
  return {
    patienceMs: PATIENCE_MS,
    send: async (claimed, signal) => {
      const { content } = claimed.delivery
      if (content.kind !== 'letters') throw mixedUp(claimed)
      try {
        if (!post) throw new Error('The site has no mail server (SMTP_URL).')
        const { response = '' } = await inTime(post.send(content.letter), signal)
        return { isFine: true, status: null, words: response, retryAfterMs: null }
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        return { isFine: false, status: null, words, retryAfterMs: null }
      }
    },
  }
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(
      () => reject(new Error(`No answer within ${PATIENCE_MS / 1000} seconds.`)),
      PATIENCE_MS,
    )
    signal.addEventListener('abort', () => reject(new Error('The site was leaving.')), { once: true })
    work.then(resolve, reject).finally(() => clearTimeout(impatience))
  })
}
