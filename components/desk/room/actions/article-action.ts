import type { ArticleState } from '@/lib/article/article'

/** What an editor can do with an article: the last part of the API's path, with the input beside the version. */
export type ArticleAction =
  | { path: 'submit' | 'return'; words: string }
  | { path: 'publish' | 'unschedule' | 'discard-changes' | 'republish' | 'recover' }
  | { path: 'schedule'; at: number }
  | { path: 'embargo'; until: number | null }
  | { path: 'bring-out'; as: 'fix' | 'update' | 'correction'; note?: string }
  | { path: 'readdress'; slug: string }
  | { path: 'withdraw'; reason: string }
  | { path: 'withdraw-at'; at: number | null; reason: string }

/** The sentence that confirms an action; `state` is the article's after it. */
export function confirmationOf(action: ArticleAction, state: ArticleState): string {
  switch (action.path) {
    case 'submit':
      return 'Sent to review.'
    case 'return':
      return 'Returned to the writer.'
    case 'publish':
      return 'Published.'
    case 'unschedule':
      return 'Taken off the schedule; it is a draft again.'
    case 'discard-changes':
      return 'The changes were discarded; the text is the one that readers have.'
    case 'recover':
      return 'The draft is back.'
    case 'republish':
      return 'Back before readers.'
    case 'schedule':
      return 'Scheduled.'
    case 'embargo':
      return action.until === null ? 'The embargo was lifted.' : 'The embargo stands.'
    case 'bring-out':
      return state === 'scheduled' ? 'The scheduled story has the changes.' : 'The changes are before readers.'
    case 'readdress':
      return 'The story has its new address; the old one leads to it.'
    case 'withdraw':
      return 'Withdrawn.'
    case 'withdraw-at':
      return action.at === null ? 'The story stays.' : 'The end is set.'
  }
}
