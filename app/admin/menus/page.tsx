import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { Menu } from '@/components/desk/menus/menu'
import styles from '@/components/desk/menus/menus.module.css'
import paper from '@/components/desk/paper/paper.module.css'
import { PaperParts } from '@/components/desk/paper/paper-parts'
import { arrangedMenu, linksOf, menuOffers } from '@/db/paper/menus'
import { allTopics } from '@/db/paper/topics'
import { can } from '@/lib/accounts/permissions'

export const metadata: Metadata = { title: 'Menu and footer' }

/** The menu of the masthead and that of the footer. */
export default async function MenusPage() {
  const editor = await requireEditor('/admin/menus')
  if (!can(editor, 'arrange menus')) forbidden()
  const db = await store()
  const [masthead, footer] = [await arrangedMenu(db, 'masthead'), await arrangedMenu(db, 'footer')]
  const shared = {
    offers: await menuOffers(db),
    topics: (await allTopics(db)).value.map(({ id, name }) => ({ id, name })),
    links: Object.fromEntries(await linksOf(db, [...masthead.items, ...footer.items])),
  }
  return (
    <DeskFrame editor={editor} current="paper">
      <PaperParts editor={editor} current="menus" />
      <div className={paper.head}>
        <h1>Menu and footer</h1>
      </div>
      <div className={styles.menus}>
        <Menu
          place="masthead"
          title="Menu"
          about="Under the name of the paper, on every page. As long as nobody arranges it, it holds the sections."
          saved={masthead}
          {...shared}
        />
        <Menu
          place="footer"
          title="Footer"
          about="At the foot of every page, beside the sections."
          saved={footer}
          {...shared}
        />
      </div>
    </DeskFrame>
  )
}
