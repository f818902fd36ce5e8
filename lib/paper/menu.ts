/** The places of the paper that are always there, by what the masthead or the footer calls them. */
export const FIXED_PLACES = {
  front: { name: 'Front page', path: '/' },
  about: { name: 'About the paper', path: '/about' },
  contact: { name: 'Contact', path: '/contact' },
  ethics: { name: 'How we work', path: '/ethics' },
  corrections: { name: 'Corrections', path: '/corrections' },
  archive: { name: 'Archive', path: '/archive' },
  search: { name: 'Search', path: '/search' },
  rss: { name: 'RSS', path: '/rss.xml' },
} as const

export type FixedPlace = keyof typeof FIXED_PLACES

/** What an entry of a menu leads to. */
export type MenuTarget =
  | { kind: 'section' | 'topic' | 'page'; id: number }
  | { kind: 'place'; place: FixedPlace }
  | { kind: 'link'; url: string }

/** An entry of a menu; an empty label stands for the name of what it leads to. */
export type MenuItem = MenuTarget & { label: string }

/** An entry of a menu as readers get it. */
export interface MenuLink {
  name: string
  /** A path of this site, or a web address. */
  href: string
}

/** What can be put into a menu. */
export type MenuOffer = MenuLink & { target: MenuTarget }

/** Which of the two menus it is. */
export type MenuPlace = 'masthead' | 'footer'

/** The same target has the same key. */
export function menuKey(target: MenuTarget): string {
  switch (target.kind) {
    case 'place':
      return `place ${target.place}`
    case 'link':
      return `link ${target.url}`
    default:
      return `${target.kind} ${target.id}`
  }
}
