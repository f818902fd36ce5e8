'use client'

import { Button } from '@/components/desk/button'
import { isWritable } from '@/components/desk/room/session/session-article'
import { useArticle, useManuscript, useSession } from '@/components/desk/room/session/session-context'
import { MAX_LINE_LENGTH, MAX_STANDFIRST_LENGTH } from '@/lib/article/manuscript'
import { AutoGrowingTextarea } from './auto-growing-textarea'
import styles from './story-head.module.css'

/** Kicker, headline, standfirst and byline as readers will see them. */
export function StoryHead() {
  const session = useSession()
  const kicker = useManuscript((manuscript) => manuscript.kicker)
  const headline = useManuscript((manuscript) => manuscript.headline)
  const standfirst = useManuscript((manuscript) => manuscript.standfirst)
  const language = useManuscript((manuscript) => manuscript.language)
  const readOnly = !useArticle(isWritable)
  return (
    <header className={styles.head}>
      <div className={styles.kicker}>
        <AutoGrowingTextarea
          id="room-kicker"
          label="Kicker"
          value={kicker}
          maxLength={MAX_LINE_LENGTH}
          language={language}
          readOnly={readOnly}
          onText={(words) => session.change({ kicker: words })}
          onEnter={() => session.goTo({ field: 'headline' })}
        />
      </div>
      <div className={styles.headline}>
        <AutoGrowingTextarea
          id="room-headline"
          label="Headline"
          value={headline}
          maxLength={MAX_LINE_LENGTH}
          language={language}
          readOnly={readOnly}
          onText={(words) => session.change({ headline: words })}
          onEnter={() => session.goTo({ field: 'standfirst' })}
        />
      </div>
      <div className={styles.standfirst}>
        <AutoGrowingTextarea
          id="room-standfirst"
          label="Standfirst"
          value={standfirst}
          maxLength={MAX_STANDFIRST_LENGTH}
          language={language}
          readOnly={readOnly}
          onText={(words) => session.change({ standfirst: words })}
          onEnter={() => session.goTo({ field: 'body' })}
        />
      </div>
      <BylineLine />
    </header>
  )
}

/** The byline as readers will see it; it is chosen in the panel. */
function BylineLine() {
  const session = useSession()
  const bylines = useManuscript((manuscript) => manuscript.bylines)
  const names = bylines.map((byline) => session.names.byline(byline))
  const readOnly = !useArticle(isWritable)
  return (
    <p className={styles.byline} lang="en" dir="ltr">
      {names.length ? `By ${new Intl.ListFormat('en-GB').format(names)}` : 'No byline yet'}
      {readOnly ? null : (
        <Button look="quiet" onClick={() => session.goTo({ field: 'bylines' })}>
          {names.length ? 'Change byline' : 'Choose a byline'}
        </Button>
      )}
    </p>
  )
}
