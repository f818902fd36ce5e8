import type { Body } from '@/lib/article/body'
import type { RequiredPage } from '@/lib/paper/required-pages'
import type { SiteSettings } from '@/lib/paper/site-settings'

/** The content of a standing page until an editor writes it. It contains only what the site settings say. */
export function unwrittenPage(
  slug: RequiredPage,
  { name, tagline, organisation }: SiteSettings,
): { headline: string; body: Body } {
  const { legalName, email, address, foundedYear } = organisation
  switch (slug) {
    case 'about':
      return {
        headline: `About ${name}`,
        body: paragraphs(
          [tagline, legalName && `Published by ${legalName}.`, foundedYear && `Founded in ${foundedYear}.`],
          [`${name} has not yet written about itself here.`],
        ),
      }
    case 'contact':
      return {
        headline: `Contact ${name}`,
        body: paragraphs([address, email && `Write to ${email}.`], [`${name} has not yet said how it can be reached.`]),
      }
    case 'ethics':
      return {
        headline: `How ${name} works`,
        body: paragraphs([], [`${name} has not yet written down its rules here.`]),
      }
  }
}

function paragraphs(lines: (string | number | null | '')[], otherwise: string[]): Body {
  const words = lines.filter((line): line is string => typeof line === 'string' && line !== '')
  return (words.length ? words : otherwise).map((text, index) => ({
    type: 'paragraph',
    id: `e${index + 1}`,
    text: [{ text }],
  }))
}
