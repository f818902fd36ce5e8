import type { SendMailOptions } from 'nodemailer'
import type { Db } from '@/db/open'
import type { OutboxEvent } from '@/db/outbox'
import { ownerNews } from '@/db/owner-news'
import type { Receiver } from '@/server/outbox-delivery'

const SUBJECTS: Record<OutboxEvent, string> = {
  published: 'Your story is public',
  changed: 'Your story was changed',
  corrected: 'Your story was corrected',
  withdrawn: 'Your story was withdrawn',
}

/** Writes to whoever began a story when somebody else, or the schedule, changed what readers get of it. */
export function ownerLetters({
  db,
  siteUrl,
  send,
}: {
  db: Db
  siteUrl: string
  /** Throws when the mail server does not take the letter. */
  send: (letter: SendMailOptions) => Promise<unknown>
}): Receiver {
  return {
    name: 'Letter to the owner',
    receive: async (item) => {
      const news = await ownerNews(db, item)
      if (!news) return
      const { to, headline, path, by, remark } = news
      const lines = [`“${headline}”`, '', `${SUBJECTS[item.event]} (${by}).`]
      if (remark) lines.push('', remark)
      if (path) lines.push('', `${siteUrl}${path}`)
      await send({
        to: { name: to.name, address: to.email },
        subject: `${SUBJECTS[item.event]}: ${headline}`,
        text: `${lines.join('\n')}\n`,
        // A letter that goes out again after a crash has the same name, so that mail programs show it once.
        messageId: `<outbox-${item.key.replace(':', '.')}@${new URL(siteUrl).hostname}>`,
      })
    },
  }
}
