/**
 * Whether a key belongs to an input method that composes a word, such as the Enter that takes a Japanese one: it is none
 * of ours. Safari sends that Enter after the composition has ended, without `isComposing` but with keyCode 229 (UI Events,
 * section 7.3.1: the key code of input methods). Every keydown asks this first.
 */
export function isCompositionKey({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === COMPOSING
}

const COMPOSING = 229
