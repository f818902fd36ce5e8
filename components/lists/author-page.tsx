import styles from '@/components/lists/author-page.module.css'
import { Pagination } from '@/components/lists/pagination'
import { TeaserList } from '@/components/lists/teaser-list'
import { ResponsivePicture } from '@/components/picture/picture'
import { authorPath } from '@/lib/addresses/paths'
import type { Author, Teaser } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'

/** Where readers can write to the author, and the author’s pages elsewhere. */
function Contact({ author: { name, email, links } }: { author: Author }) {
  if (!email && !links.length) return null
  return (
    <ul className={styles.contact} aria-label={`Contact ${name}`}>
      {email && (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {links.map((link) => (
        <li key={link.url}>
          <a href={link.url} rel="me noopener">
            {link.name}
          </a>
        </li>
      ))}
    </ul>
  )
}

interface Props {
  author: Author
  teasers: Teaser[]
  page: number
  pages: number
  settings: SiteSettings
}

export function AuthorPage({ author, teasers, page, pages, settings }: Props) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        {author.portrait && <ResponsivePicture picture={author.portrait} sizes="12rem" />}
        <div className={styles.words}>
          <h1>{author.name}</h1>
          {author.role && <p className={styles.role}>{author.role}</p>}
          {author.bio && <p className={styles.bio}>{author.bio}</p>}
          <Contact author={author} />
        </div>
      </header>
      <TeaserList teasers={teasers} settings={settings} empty={`${author.name} has not published anything here yet.`} />
      <Pagination page={page} pages={pages} hrefOf={(number) => authorPath(author.slug, number)} />
    </div>
  )
}
