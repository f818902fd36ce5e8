import { wordsIn } from '@/lib/search/words'

/** Whether `text` has every word of `typed`, each at least as the beginning of one of its own. */
export function beginsWith(text: string, typed: string): boolean {
  const own = wordsIn(text).flatMap(({ word, others }) => [word, ...others])
  const asked = wordsIn(typed)
  return asked.length > 0 && asked.every(({ word }) => own.some((one) => one.startsWith(word)))
}
