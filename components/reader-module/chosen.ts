/** What <html data-theme> and <html data-text-size> may say; anything else leaves the attribute away. */
export const CHOICES = {
  theme: ['light', 'dark'],
  'text-size': ['small', 'large', 'x-large'],
} as const

export type Choice = keyof typeof CHOICES

/** Marks the document with a choice; a value that is not one of its kind takes the mark away. */
export function mark(name: Choice, value: string | null): void {
  const present = document.documentElement.getAttribute(`data-${name}`)
  const known = value !== null && (CHOICES[name] as readonly string[]).includes(value)
  // Writing what stands there already would make the browser look at every style again.
  if (known && value === present) return
  if (known) document.documentElement.setAttribute(`data-${name}`, value)
  else document.documentElement.removeAttribute(`data-${name}`)
}
