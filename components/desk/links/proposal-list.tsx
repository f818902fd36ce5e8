import { languageAttributes } from '@/components/language-attributes'
import type { ProposedStory } from '@/lib/desk/links/link-batch'
import { nearInstant } from '@/lib/desk/near-instant'
import { shortDay } from '@/lib/time/dates'
import styles from './links.module.css'
import { ProposedLinks } from './proposed-links'

interface Props {
  stories: ProposedStory[]
  now: Date
  timeZone: string
}

/** The proposals that wait, by the story that came out. */
export function ProposalList({ stories, now, timeZone }: Props) {
  return stories.map(({ id, headline, language, publishedAt, proposals }) => (
    <section key={id} className={styles.story} aria-labelledby={`story-${id}`}>
      <h2 id={`story-${id}`}>
        <a href={`/admin/articles/${id}`} {...languageAttributes(language)}>
          {headline}
        </a>
      </h2>
      <p className={styles.about}>
        Published {nearInstant(new Date(publishedAt), { now, timeZone })}.{' '}
        {proposals.length === 1 ? 'This older story' : 'These older stories'} may link to it:
      </p>
      <ProposedLinks
        about={headline}
        proposals={proposals.map((proposal) => ({
          ...proposal,
          day: shortDay(new Date(proposal.source.publishedAt), { language: 'en', timeZone }),
        }))}
      />
    </section>
  ))
}
