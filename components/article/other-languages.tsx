import { Fragment } from 'react'
import { languageAttributes } from '@/components/language-attributes'
import type { Translation } from '@/lib/article'
import { ownNameOf } from '@/lib/language'
import styles from './other-languages.module.css'

/** Where else the story stands, each language called as its own speakers call it. */
export function OtherLanguages({ translations }: { translations: Translation[] }) {
  if (!translations.length) return null
  return (
    <p className={styles.languages}>
      Also in{' '}
      {translations.map(({ id, path, language }, place) => (
        <Fragment key={id}>
          {place > 0 && ', '}
          <a href={path} hrefLang={language} {...languageAttributes(language)}>
            {ownNameOf(language)}
          </a>
        </Fragment>
      ))}
    </p>
  )
}
