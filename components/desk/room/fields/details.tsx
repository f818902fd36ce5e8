'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { Input, Select, Textarea } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { PanelPart } from '@/components/desk/room/panel-part'
import { isWritable } from '@/components/desk/room/session/session-article'
import { useArticle, useManuscript, useSession } from '@/components/desk/room/session/session-context'
import { useHydrated } from '@/components/desk/use-hydrated'
import { slugFrom } from '@/lib/addresses/paths'
import { ARTICLE_KINDS } from '@/lib/article/article'
import { MAX_LINE_LENGTH, MAX_STANDFIRST_LENGTH } from '@/lib/article/manuscript'
import { MAX_SLUG_LENGTH } from '@/lib/desk/field-lengths'
import { BylinesChoice } from './bylines-choice'
import styles from './details.module.css'
import { languageChoices } from './language-choices'
import { SectionChoice } from './section-choice'
import { TopicsChoice } from './topics-choice'
import { TranslationChoice } from './translation-choice'

/** The fields of a story beside its text. */
export function Details() {
  const isHydrated = useHydrated()
  const editable = useArticle(isWritable) && isHydrated
  return (
    <PanelPart title="Where it belongs">
      <fieldset className={styles.details} disabled={!editable}>
        <legend className="visually-hidden">Details of the story</legend>
        <SectionChoice />
        <TopicsChoice />
        <BylinesChoice />
        <KindChoice />
        <LanguageChoice />
        <TranslationChoice />
        <Dateline />
        <Address />
        <SearchEngineFields />
      </fieldset>
    </PanelPart>
  )
}

function KindChoice() {
  const session = useSession()
  const kind = useManuscript((manuscript) => manuscript.kind)
  return (
    <Field label="Kind">
      <Select
        value={kind}
        onChange={(event) => {
          const chosen = ARTICLE_KINDS.find((name) => name === event.target.value)
          if (chosen) session.change({ kind: chosen })
        }}
      >
        {ARTICLE_KINDS.map((name) => (
          <option key={name} value={name}>
            {name.charAt(0).toUpperCase() + name.slice(1)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function LanguageChoice() {
  const session = useSession()
  const language = useManuscript((manuscript) => manuscript.language)
  return (
    <Field label="Language">
      <Select value={language} onChange={(event) => session.change({ language: event.target.value })}>
        {languageChoices(language).map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Dateline() {
  const session = useSession()
  const dateline = useManuscript((manuscript) => manuscript.dateline)
  return (
    <Field label="Dateline" hint="Where it was reported, before the first words.">
      <Input
        type="text"
        maxLength={MAX_LINE_LENGTH}
        value={dateline}
        onChange={(event) => session.change({ dateline: event.target.value })}
      />
    </Field>
  )
}

/** The slug: a field until the story is published, changed by an action afterwards. */
function Address() {
  const session = useSession()
  const slug = useManuscript((manuscript) => manuscript.slug)
  const path = useArticle((story) => story.path)
  const fixed = useArticle(({ publishedAt }) => publishedAt !== null)
  const mayChange = useArticle(({ can }) => can['readdress article'])
  if (fixed) {
    return (
      <div>
        <p className={styles.address}>
          Address: <bdi>{path ? decodeURI(path) : slug}</bdi>
        </p>
        {mayChange ? (
          <Button look="quiet" onClick={() => session.showDialog('readdress')}>
            Change address
          </Button>
        ) : null}
      </div>
    )
  }
  return (
    <Field label="Address" hint="Follows the headline until you choose another.">
      <Input
        type="text"
        dir="auto"
        maxLength={MAX_SLUG_LENGTH}
        value={slug}
        onChange={(event) => session.change({ slug: event.target.value })}
        onBlur={() => session.change({ slug: slugFrom(slug) })}
      />
    </Field>
  )
}

function SearchEngineFields() {
  const session = useSession()
  const title = useManuscript((manuscript) => manuscript.seoTitle)
  const description = useManuscript((manuscript) => manuscript.seoDescription)
  const isUnlisted = useManuscript((manuscript) => manuscript.isUnlisted ?? false)
  const [opensWith] = useState(title !== null || description !== null || isUnlisted)
  return (
    <details className={styles.search} open={opensWith}>
      <summary>For search engines</summary>
      <Field label="Title for search engines" hint="Empty: the headline.">
        <Input
          type="text"
          maxLength={MAX_LINE_LENGTH}
          value={title ?? ''}
          onChange={(event) => session.change({ seoTitle: event.target.value || null })}
        />
      </Field>
      <Field label="Description for search engines" hint="Empty: the standfirst.">
        <Textarea
          maxLength={MAX_STANDFIRST_LENGTH}
          value={description ?? ''}
          onChange={(event) => session.change({ seoDescription: event.target.value || null })}
        />
      </Field>
      <label className={styles.tick}>
        <Input
          type="checkbox"
          checked={isUnlisted}
          onChange={(event) => session.change({ isUnlisted: event.target.checked })}
        />
        Keep out of search engines
      </label>
    </details>
  )
}
