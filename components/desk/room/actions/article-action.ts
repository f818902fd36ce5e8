import type { ArticleState } from '@/lib/article/article'

/** What an editor can do with an article: the last part of the API's path, with the input beside the version. */
export type ArticleAction =
  | { path: 'submit' | 'return' | 'take-back'; words: string }
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
    case 'take-back':
      return 'Taken back from review; it is a draft again.'
    case 'publish':
      return 'Published.'
    case 'unschedule':
      return 'Unscheduled; the story is a draft again.'
    case 'discard-changes':
      return 'The changes are discarded.'
    case 'recover':
      return 'The draft is recovered.'
    case 'republish':
      return 'Published again.'
    case 'schedule':
      return 'Scheduled.'
    case 'embargo':
      return action.until === null ? 'The embargo is lifted.' : 'The embargo is set.'
    case 'bring-out':
      return state === 'scheduled' ? 'The changes will be published with the story.' : 'The changes are published.'
    case 'readdress':
      return 'The address is changed; the old one redirects to it.'
    case 'withdraw':
      return 'Withdrawn.'
    case 'withdraw-at':
      return action.at === null ? 'The end date is removed.' : 'The end date is set.'
  }
}
