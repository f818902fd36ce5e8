import type { DeliveryAbout } from '@/lib/deliveries/delivery'
import type { OutboxEventName } from '@/lib/deliveries/outbox-event'
import { nearInstant } from '@/lib/desk/near-instant'

/** A delivery as the desk lists it. */
export interface ListedDelivery {
  id: number
  createdAt: Date
  to: string
  about: AboutLine[]
  attempts: number
  state: 'through' | 'waiting' | 'given up'
  /** What came back the last time; empty before. */
  answer: string
  /** When it is tried next, in words; empty when it is not. */
  next: string
}

/** What a delivery tells: words, and the story they are about. */
export interface AboutLine {
  words: string
  /** null where it is about no story. */
  articleId: number | null
}

interface StoredDelivery {
  id: number
  createdAt: Date
  about: DeliveryAbout
  attempts: number
  nextAttemptAt: Date
  deliveredAt: Date | null
  givenUpAt: Date | null
  lastStatus: number | null
  lastAnswer: string
}

const MAX_LINES = 3
const MAX_TAGS = 6
const MAX_ANSWER = 160

const EVENT_WORDS: Record<OutboxEventName, string> = {
  published: 'Published',
  changed: 'Changed',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
}

export function listedDelivery(
  { id, createdAt, about, attempts, nextAttemptAt, deliveredAt, givenUpAt, ...last }: StoredDelivery,
  { to, ...at }: { to: string; now: Date; timeZone: string },
): ListedDelivery {
  const state = deliveredAt ? 'through' : givenUpAt ? 'given up' : 'waiting'
  const isNow = nextAttemptAt <= at.now || attempts === 0
  return {
    id,
    createdAt,
    to,
    attempts,
    state,
    about: aboutLines(about),
    answer: answerWords(last),
    next: state !== 'waiting' ? '' : isNow ? 'now' : nearInstant(nextAttemptAt, at),
  }
}

/** The last answer in few words: its status, and how it begins. */
export function answerWords({ lastStatus, lastAnswer }: Pick<StoredDelivery, 'lastStatus' | 'lastAnswer'>): string {
  // Many answer with a page.
  const words = lastAnswer
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = words.length > MAX_ANSWER ? `${words.slice(0, MAX_ANSWER)}…` : words
  return [lastStatus, short].filter(Boolean).join(' ')
}

function aboutLines(about: DeliveryAbout): AboutLine[] {
  switch (about.kind) {
    case 'events': {
      const lines = about.events.slice(0, MAX_LINES).map(({ event, articleId, headline }) => ({
        words: `${EVENT_WORDS[event]}: ${headline}`,
        articleId,
      }))
      return [...lines, ...more(about.events.length - lines.length)]
    }
    case 'tags': {
      const shown = about.tags.slice(0, MAX_TAGS)
      return [{ words: `Forget ${shown.join(', ')}`, articleId: null }, ...more(about.tags.length - shown.length)]
    }
    case 'everything':
      return [{ words: 'Forget everything', articleId: null }]
    case 'test':
      return [{ words: 'A test', articleId: null }]
  }
}

function more(count: number): AboutLine[] {
  return count > 0 ? [{ words: `and ${count} more`, articleId: null }] : []
}
