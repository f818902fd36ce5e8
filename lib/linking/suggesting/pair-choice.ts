/**
 * What an editor decided about linking one story to another, for good:
 * - `pinned`: it comes first among the suggestions of the first story, as long as readers can see it;
 * - `refused`: it is never suggested for the first story again;
 * - `never`: neither of the two is suggested for the other.
 */
export const PAIR_CHOICES = ['pinned', 'refused', 'never'] as const

export type PairChoice = (typeof PAIR_CHOICES)[number]
