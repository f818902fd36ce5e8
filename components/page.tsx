import './tokens.css'
import './page.css'
import type { ReactNode } from 'react'
import { Footer } from '@/components/footer/footer'
import { Masthead } from '@/components/masthead/masthead'
import type { Section } from '@/lib/article/article'
import type { MenuLink, MenuPlace } from '@/lib/paper/menu'
import type { SiteSettings } from '@/lib/paper/site-settings'

interface Props {
  settings: SiteSettings
  /** The sections at the top of the tree, in order. */
  sections: Section[]
  menus: Record<MenuPlace, MenuLink[]>
  /** The day in words; only the front page carries it, and with it the large nameplate. */
  day?: string | undefined
  /** The list that the page shows, when it has feeds of its own. */
  list?: { name: string; path: string } | undefined
  children: ReactNode
}

export function Page({ settings, sections, menus, day, list, children }: Props) {
  return (
    <>
      <Masthead settings={settings} menu={menus.masthead} day={day} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer settings={settings} sections={sections} menu={menus.footer} list={list} />
    </>
  )
}
