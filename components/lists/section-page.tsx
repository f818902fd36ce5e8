import { LeadTeaser } from '@/components/front-page/lead-teaser'
import { ListPage } from '@/components/lists/list-page'
import styles from '@/components/lists/list-page.module.css'
import { Pagination } from '@/components/lists/pagination'
import { TeaserList } from '@/components/lists/teaser-list'
import { sectionPath } from '@/lib/addresses/paths'
import type { Section, Teaser } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'

interface Props {
  section: Section
  /** The sections directly below it. */
  subsections: Section[]
  teasers: Teaser[]
  page: number
  pages: number
  settings: SiteSettings
}

export function SectionPage({ section, subsections, teasers, page, pages, settings }: Props) {
  const [first, ...rest] = teasers
  const lead = page === 1 && first?.picture ? first : null
  const listed = lead ? rest : teasers
  return (
    <ListPage title={section.name} description={section.description}>
      {subsections.length > 0 && (
        <nav className={styles.subsections} aria-label={`Within ${section.name}`}>
          <ul>
            {subsections.map(({ id, slug, name }) => (
              <li key={id}>
                <a href={sectionPath(slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {lead && (
        <div className={styles.lead}>
          <LeadTeaser teaser={lead} level={2} />
        </div>
      )}
      {(listed.length > 0 || !lead) && (
        <TeaserList
          teasers={listed}
          settings={settings}
          empty={`Nothing has been published in ${section.name} yet. The first story will stand here.`}
        />
      )}
      <Pagination page={page} pages={pages} hrefOf={(number) => sectionPath(section.slug, number)} />
    </ListPage>
  )
}
