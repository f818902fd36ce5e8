'use client'

import { useEffect, useState } from 'react'
import { deskServices } from '@/components/desk/editor/desk-services'
import type { EditorServices } from '@/components/desk/editor/editor-services'
import { FindableFields, FindableProvider } from '@/components/desk/editor/find/findable-fields'
import { CommentedText } from '@/components/desk/editor/passages/commented-text'
import { StoryEditor } from '@/components/desk/editor/story-editor'
import { languageAttributes } from '@/components/language-attributes'
import type { Editor } from '@/lib/accounts/permissions'
import type { OpenedArticle } from '@/lib/desk/articles/opened-article'
import type { Picture } from '@/lib/pictures/picture'
import { ArticleActions } from './actions/article-actions'
import { OpenDialog } from './actions/open-dialog'
import { CommentedTextProvider, useCommentedText } from './comments/commented-text-context'
import { Notes } from './comments/notes'
import { Details } from './fields/details'
import { LeadImage } from './fields/lead-image'
import { Sharing } from './fields/sharing'
import { StoryHead } from './fields/story-head'
import { LinksPart } from './links/links-part'
import { PlanPart } from './plan-part'
import { ArticleSession } from './session/article-session'
import type { AnswersOfOpening } from './session/first-answers'
import type { RoomChoices } from './session/room-choices'
import { isWritable } from './session/session-article'
import { SessionProvider, useArticle, useManuscript, useSession } from './session/session-context'
import { Checklist } from './status/checklist'
import { Conflicts } from './status/conflicts'
import { Corrections } from './status/corrections'
import { Crawlers } from './status/crawlers'
import { RestoredDrafts } from './status/restored-drafts'
import { ScheduledChanges } from './status/scheduled-changes'
import { StatusLine } from './status/status-line'
import { WithheldPictures } from './status/withheld-pictures'
import { TimelinePart } from './timeline/timeline-part'
import styles from './writing-room.module.css'

interface Props {
  opened: OpenedArticle
  editor: Pick<Editor, 'id' | 'name'>
  choices: RoomChoices
  /** What the parts of the room would ask for when they appear. */
  answers: AnswersOfOpening
  leadPicture: Picture | null
}

/** A story as readers will see it, to write in, with its actions and details in a panel beside it. */
export function WritingRoom({ opened, editor, choices, answers, leadPicture }: Props) {
  const [session] = useState(() => new ArticleSession(opened, { editor, choices, answers }))
  const [commented] = useState(() => new CommentedText())
  const [findable] = useState(() => new FindableFields())
  useEffect(() => session.open(), [session])
  return (
    <SessionProvider value={session}>
      <CommentedTextProvider value={commented}>
        <StatusLine />
        <div className={styles.room}>
          <div className={styles.column}>
            <Title />
            <RestoredDrafts />
            <Conflicts />
            <ScheduledChanges />
            <WithheldPictures />
            <FindableProvider value={findable}>
              <Page opened={opened} leadPicture={leadPicture} />
            </FindableProvider>
          </div>
          <aside className={styles.panel} id="room-panel" tabIndex={-1} aria-label="Publishing and details">
            <ArticleActions />
            <Checklist />
            <LinksPart />
            <Details />
            <TimelinePart />
            <Corrections />
            <Crawlers />
            <PlanPart />
            <Notes />
            <Sharing />
          </aside>
        </div>
        <OpenDialog />
      </CommentedTextProvider>
    </SessionProvider>
  )
}

function Title() {
  const headline = useManuscript((manuscript) => manuscript.headline)
  useEffect(() => {
    document.title = `${headline || 'A new story'} · The desk`
  }, [headline])
  return <h1 className="visually-hidden">{headline || 'A new story'}</h1>
}

/** The story in its own language and writing direction. */
function Page({ opened, leadPicture }: Pick<Props, 'opened' | 'leadPicture'>) {
  const session = useSession()
  const language = useManuscript((manuscript) => manuscript.language)
  const editable = useArticle(isWritable)
  const commented = useCommentedText()
  const [services] = useState(() => checkedServices(session, deskServices(opened.id)))
  return (
    <div {...languageAttributes(language)}>
      <StoryHead />
      <LeadImage initialPicture={leadPicture} />
      <StoryEditor
        ref={session.attachEditor}
        body={opened.manuscript.body}
        language={language}
        timeZone={session.choices.timeZone}
        articleId={opened.id}
        editable={editable}
        services={services}
        commented={commented}
        onBody={session.changeBody}
      />
    </div>
  )
}

/** The words of a picture are not part of the text, but the checklist and the crawler check look at them. */
function checkedServices(session: ArticleSession, services: EditorServices): EditorServices {
  return {
    ...services,
    describe: async (id, words) => {
      const picture = await services.describe(id, words)
      session.noticeDescribedPicture(picture)
      return picture
    },
  }
}
