import { can, type DeskAction, type Editor } from '@/lib/accounts/permissions'
import styles from './paper.module.css'

const PARTS = [
  { part: 'sections', name: 'Sections', action: 'manage sections' },
  { part: 'topics', name: 'Topics', action: 'manage topics' },
  { part: 'timelines', name: 'Timelines', action: 'arrange timelines' },
  { part: 'authors', name: 'Authors', action: 'manage authors' },
  { part: 'pages', name: 'Pages', action: 'manage pages' },
  { part: 'menus', name: 'Menu and footer', action: 'arrange menus' },
] as const satisfies { part: string; name: string; action: DeskAction }[]

export type PaperPart = (typeof PARTS)[number]['part']

/** The pages of the desk for what the paper is made of. */
export function PaperParts({ editor, current }: { editor: Editor; current: PaperPart }) {
  return (
    <nav className={styles.parts} aria-label="The paper">
      <ul>
        {PARTS.filter(({ action }) => can(editor, action)).map(({ part, name }) => (
          <li key={part}>
            <a href={`/admin/${part}`} aria-current={part === current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
