import type { Correction } from '@/lib/article/article'
import type { ListedCorrections } from '@/lib/desk/articles/correction-endpoints'

/** Corrections as the desk answers them. */
export function listedCorrections(corrections: Correction[]): ListedCorrections {
  return {
    corrections: corrections.map(({ correctedAt, ...words }) => ({ ...words, correctedAt: correctedAt.getTime() })),
  }
}
