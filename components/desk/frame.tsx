import type { ReactNode } from 'react'
import { CleaningNotice } from '@/components/desk/cleaning-notice'
import { MoreParts } from '@/components/desk/more-parts'
import { NotificationsLink } from '@/components/desk/notifications/notifications-link'
import { SignOut } from '@/components/desk/sign-out'
import { can, type DeskAction, type Editor } from '@/lib/accounts/permissions'
import styles from './frame.module.css'

/** `from` says from which width of the window on a part stands in the line; below it, it is under More. */
const PARTS = [
  { part: 'today', name: 'Today', href: '/admin', action: 'list articles', from: 'phone' },
  { part: 'articles', name: 'Stories', href: '/admin/articles', action: 'list articles', from: 'phone' },
  { part: 'plans', name: 'Plans', href: '/admin/plans', action: 'see plans', from: 'phone' },
  { part: 'front', name: 'Front page', href: '/admin/front', action: 'arrange fronts', from: 'phone' },
  { part: 'pictures', name: 'Pictures', href: '/admin/pictures', action: 'see pictures', from: 'tablet' },
  { part: 'links', name: 'Links', href: '/admin/links', action: 'tend links', from: 'desktop' },
  { part: 'paper', name: 'The paper', href: '/admin/sections', action: 'manage sections', from: 'desktop' },
  { part: 'addresses', name: 'Addresses', href: '/admin/addresses', action: 'manage redirects', from: 'desktop' },
  { part: 'deliveries', name: 'Deliveries', href: '/admin/deliveries', action: 'see deliveries', from: 'desktop' },
  { part: 'people', name: 'People', href: '/admin/people', action: 'manage people', from: 'desktop' },
  { part: 'log', name: 'Log', href: '/admin/log', action: 'see log', from: 'desktop' },
  { part: 'settings', name: 'Settings', href: '/admin/settings', action: 'change settings', from: 'desktop' },
] as const satisfies {
  part: string
  name: string
  href: string
  action: DeskAction
  from: 'phone' | 'tablet' | 'desktop'
}[]

/** So many parts fit into the line of a phone. */
const MAX_ON_A_PHONE = 4

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
  const parts = PARTS.filter(({ action }) => can(editor, action))
  const further = parts.length > MAX_ON_A_PHONE ? parts.filter(({ from }) => from !== 'phone') : []
  const here = (part: DeskPart) => (part === current ? ('page' as const) : undefined)
  return (
    <>
      <nav className={styles.bar} aria-label="Desk">
        <ul className={styles.parts}>
          {parts.map(({ part, name, href, from }) => (
            <li key={part} data-from={further.length ? from : undefined}>
              <a className={styles.part} href={href} aria-current={here(part)}>
                {name}
              </a>
            </li>
          ))}
          {further.length ? (
            <li data-until={further.some(({ from }) => from === 'desktop') ? 'desktop' : 'tablet'}>
              <MoreParts here={further.find(({ part }) => part === current)?.from}>
                {further.map(({ part, name, href, from }) => (
                  <li key={part} data-until={from}>
                    <a className={styles.part} href={href} aria-current={here(part)}>
                      {name}
                    </a>
                  </li>
                ))}
              </MoreParts>
            </li>
          ) : null}
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
