import { Fragment } from 'react'
import { languageAttributes } from '@/components/language-attributes'
import type { Translation } from '@/lib/article/article'
import { ownNameOf } from '@/lib/paper/language'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './other-languages.module.css'

interface Props {
  translations: Translation[]
  settings: SiteSettings
}

/** Links to translations, each under its language's own name. */
export function OtherLanguages({ translations, settings }: Props) {
  if (!translations.length) return null
  return (
    <p className={styles.languages}>
      {/* The text is in the site's language, so it keeps its direction in a right-to-left story. */}
      <span {...languageAttributes(settings.language)}>
        Also in{' '}
        {translations.map(({ id, path, language }, place) => (
          <Fragment key={id}>
            {place > 0 && ', '}
            <a href={path} hrefLang={language} {...languageAttributes(language)}>
              {ownNameOf(language)}
            </a>
          </Fragment>
        ))}
      </span>
    </p>
  )
}
