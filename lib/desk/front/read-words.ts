import type { FrontStory } from '@/lib/desk/front/front-view'
import { wallTime } from '@/lib/time/wall-clock'

/** "1,204 reads since 06:00" by the clocks of the paper; empty for none, because readers with scripts off are not counted. */
export function readWords({ count, since }: FrontStory['reads'], timeZone: string): string {
  if (count === 0) return ''
  const { time } = wallTime(new Date(since), timeZone)
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'read' : 'reads'} since ${time}`
}
