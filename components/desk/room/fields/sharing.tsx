'use client'

import { PreviewLinks } from '@/components/desk/preview/preview-links'
import { PanelPart } from '@/components/desk/room/panel-part'
import { useArticle, useSession, useSessionState } from '@/components/desk/room/session/session-context'
import { LinkingStories } from '@/components/desk/room/status/linking-stories'
import styles from './sharing.module.css'

/** Links to preview and history, preview links for others, and the stories that link here. */
export function Sharing() {
  const { id, choices } = useSession()
  const version = useSessionState(({ savingReport }) => savingReport.version)
  const maySee = useArticle(({ can }) => can['preview article'])
  const mayRead = useArticle(({ can }) => can['read revisions'])
  const mayShare = useArticle(({ can }) => can['share preview'])
  const mayWithdraw = useArticle(({ can }) => can['withdraw article'])
  return (
    <>
      <PanelPart title="Preview and history">
        <ul className={styles.links}>
          {maySee ? (
            <li>
              <a href={`/admin/articles/${id}/preview`}>Preview</a>
            </li>
          ) : null}
          {mayRead ? (
            <li>
              <a href={`/admin/articles/${id}/revisions`}>History</a>
            </li>
          ) : null}
        </ul>
        {mayShare ? <PreviewLinks articleId={id} version={version} timeZone={choices.timeZone} /> : null}
      </PanelPart>
      {mayWithdraw ? (
        <PanelPart title="Who links here">
          <LinkingStories none="No other story links here." some="These stories link here:" />
        </PanelPart>
      ) : null}
    </>
  )
}
