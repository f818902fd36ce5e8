/** The values of <html data-theme> and <html data-text-size>; for any other the attribute is absent. */
export const CHOICES = {
  theme: ['light', 'dark'],
  'text-size': ['small', 'large', 'x-large'],
} as const

export type Choice = keyof typeof CHOICES

/** Sets the attribute of a choice on the document; an unknown value removes it. */
export function mark(name: Choice, value: string | null): void {
  const present = document.documentElement.getAttribute(`data-${name}`)
  const known = value !== null && (CHOICES[name] as readonly string[]).includes(value)
  // Writing an unchanged attribute would make the browser recalculate styles.
  if (known && value === present) return
  if (known) document.documentElement.setAttribute(`data-${name}`, value)
  else document.documentElement.removeAttribute(`data-${name}`)
}
