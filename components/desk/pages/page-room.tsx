'use client'

import { useState } from 'react'
import { deskServices } from '@/components/desk/editor/desk-services'
import { FindableFields, FindableProvider } from '@/components/desk/editor/find/findable-fields'
import { StoryEditor } from '@/components/desk/editor/story-editor'
import { AutoGrowingTextarea } from '@/components/desk/room/fields/auto-growing-textarea'
import head from '@/components/desk/room/fields/story-head.module.css'
import line from '@/components/desk/room/status/status-line.module.css'
import room from '@/components/desk/room/writing-room.module.css'
import { languageAttributes } from '@/components/language-attributes'
import { MAX_TITLE_LENGTH } from '@/lib/desk/field-lengths'
import { nearInstant } from '@/lib/desk/near-instant'
import type { PageView } from '@/lib/desk/pages/page-view'
import { PageActions } from './page-actions'
import { PageDetails } from './page-details'
import { usePage } from './use-page'

interface Props {
  opened: PageView
  /** The language of the paper. */
  language: string
  timeZone: string
  /** Milliseconds since 1970, at which the page was made. */
  now: number
}

/** A standing page as readers will see it, to write in, with its actions in a panel beside it. */
export function PageRoom({ opened, language, timeZone, now }: Props) {
  const [openedAt] = useState(() => Date.now())
  const wordsOfTime = (ms: number) =>
    nearInstant(new Date(ms), { now: new Date(now + Date.now() - openedAt), timeZone })
  const open = usePage(opened, wordsOfTime)
  const [findable] = useState(() => new FindableFields())
  const [services] = useState(() => deskServices(null))
  const { content } = open
  return (
    <>
      <div className={line.line}>
        <a href="/admin/pages">Pages</a>
        <span className={open.isTroubled ? line.trouble : line.calm} role="status">
          {open.saving}
        </span>
        <a className={line.toPanel} href="#page-panel">
          Publishing
        </a>
      </div>
      <div className={room.room}>
        <div className={room.column} {...languageAttributes(language)}>
          <FindableProvider value={findable}>
            <header>
              <h1 className="visually-hidden">{content.headline || 'A page without a headline'}</h1>
              <div className={head.headline}>
                <AutoGrowingTextarea
                  id="page-headline"
                  label="Headline"
                  value={content.headline}
                  language={language}
                  maxLength={MAX_TITLE_LENGTH}
                  onText={(headline) => open.change({ headline })}
                  onEnter={() => document.querySelector<HTMLElement>('[role="textbox"][contenteditable]')?.focus()}
                />
              </div>
            </header>
            <StoryEditor
              ref={open.attachEditor}
              body={opened.content.body}
              language={language}
              timeZone={timeZone}
              articleId={null}
              editable
              services={services}
              onBody={(body) => open.change({ body })}
            />
          </FindableProvider>
        </div>
        <aside className={room.panel} id="page-panel" tabIndex={-1} aria-label="Publishing and details">
          <PageActions open={open} wordsOfTime={wordsOfTime} />
          <PageDetails open={open} />
        </aside>
      </div>
    </>
  )
}
