import { Fragment } from 'react'
import { languageAttributes } from '@/components/language-attributes'
import type { SiteSettings, Translation } from '@/lib/article/article'
import { ownNameOf } from '@/lib/paper/language'
import styles from './other-languages.module.css'

interface Props {
  translations: Translation[]
  settings: SiteSettings
}

/** Where else the story stands, each language called as its own speakers call it. */
export function OtherLanguages({ translations, settings }: Props) {
  if (!translations.length) return null
  return (
    <p className={styles.languages}>
      {/* The words are the paper's: they keep their order in a story that is read from the right. */}
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
