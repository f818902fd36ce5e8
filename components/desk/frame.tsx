import type { ReactNode } from 'react'
import { CleaningNotice } from '@/components/desk/cleaning-notice'
import { NotificationsLink } from '@/components/desk/notifications/notifications-link'
import { SignOut } from '@/components/desk/sign-out'
import { can, type DeskAction, type Editor } from '@/lib/accounts/permissions'
import styles from './frame.module.css'

const PARTS = [
  { part: 'today', name: 'Today', href: '/admin', action: 'list articles' },
  { part: 'articles', name: 'Stories', href: '/admin/articles', action: 'list articles' },
  { part: 'plans', name: 'Plans', href: '/admin/plans', action: 'see plans' },
  { part: 'front', name: 'Front page', href: '/admin/front', action: 'arrange fronts' },
  { part: 'pictures', name: 'Pictures', href: '/admin/pictures', action: 'see pictures' },
  { part: 'paper', name: 'The paper', href: '/admin/sections', action: 'manage sections' },
  { part: 'addresses', name: 'Addresses', href: '/admin/addresses', action: 'manage redirects' },
  { part: 'deliveries', name: 'Deliveries', href: '/admin/deliveries', action: 'see deliveries' },
  { part: 'people', name: 'People', href: '/admin/people', action: 'manage people' },
  { part: 'log', name: 'Log', href: '/admin/log', action: 'see log' },
  { part: 'settings', name: 'Settings', href: '/admin/settings', action: 'change settings' },
] as const satisfies { part: string; name: string; href: string; action: DeskAction }[]

/** A part of the desk, as the navigation names it. */
export type DeskPart = (typeof PARTS)[number]['part'] | 'account' | 'notifications'

interface Props {
  editor: Editor
  current: DeskPart
  /** A warning above every page, such as a late schedule. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of every page of the desk: navigation, account, warnings. */
export function DeskFrame({ editor, current, banner, children }: Props) {
  const here = (part: DeskPart) => (part === current ? ('page' as const) : undefined)
  return (
    <>
      <nav className={styles.bar} aria-label="Desk">
        <ul className={styles.parts}>
          {PARTS.filter(({ action }) => can(editor, action)).map(({ part, name, href }) => (
            <li key={part}>
              <a className={styles.part} href={href} aria-current={here(part)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
        <ul className={styles.self}>
          <li>
            <NotificationsLink className={styles.part} isHere={current === 'notifications'} />
          </li>
          <li>
            <a className={styles.part} href="/admin/account" aria-current={here('account')}>
              Account<span className={styles.who}> · {editor.name}</span>
            </a>
          </li>
          <li>
            <SignOut />
          </li>
        </ul>
      </nav>
      {banner ? (
        <div className={styles.banner} role="status">
          {banner}
        </div>
      ) : null}
      <main className={styles.main} id="main" tabIndex={-1} aria-label="Desk">
        {children}
      </main>
      <CleaningNotice />
    </>
  )
}
