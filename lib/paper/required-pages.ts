/** The standing pages that every paper has; until somebody writes one, it says what the settings know. */
export const REQUIRED_PAGES = ['about', 'contact', 'ethics'] as const
export type RequiredPage = (typeof REQUIRED_PAGES)[number]

export function isRequiredPage(slug: string): slug is RequiredPage {
  return (REQUIRED_PAGES as readonly string[]).includes(slug)
}
