import { and, asc, eq, isNull } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { invalidate } from '@/db/store/invalidation'
import { mergedAmong } from '@/db/store/merged-names'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { menus, pages, pageVersions } from '@/db/store/pages-schema'
import { sections, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { sectionPath, standingPagePath, topicPath } from '@/lib/addresses/paths'
import { type Tagged, tags } from '@/lib/pages/tags'
import {
  FIXED_PLACES,
  type FixedPlace,
  type MenuItem,
  type MenuLink,
  type MenuOffer,
  type MenuPlace,
  type MenuTarget,
  menuKey,
} from '@/lib/paper/menu'
import { isRequiredPage, REQUIRED_PAGES } from '@/lib/paper/required-pages'

/** The menus as readers get them. */
export type Menus = Record<MenuPlace, MenuLink[]>

/** A menu as editors arrange it. */
export interface ArrangedMenu {
  items: MenuItem[]
  /** Counts saves; 0 while the site makes the menu. */
  version: number
}

/**
 * Both menus for readers. An entry whose target readers do not have is left out. Tagged with the site alone: whoever
 * renames, publishes or takes down something that stands in a menu invalidates the site.
 */
export async function menuLinks(db: Reader): Promise<Tagged<Menus>> {
  const [masthead, footer] = [await arrangedMenu(db, 'masthead'), await arrangedMenu(db, 'footer')]
  const links = await linksOf(db, [...masthead.items, ...footer.items])
  const shown = (items: MenuItem[]) => {
    const all = items.flatMap((item) => named(item, links.get(menuKey(item))) ?? [])
    return all.filter(({ href }, at) => all.findIndex((other) => other.href === href) === at)
  }
  return { value: { masthead: shown(masthead.items), footer: shown(footer.items) }, tags: [tags.site] }
}

/** The menu of a place as editors arranged it, or as the site makes it. */
export async function arrangedMenu(db: Reader, place: MenuPlace): Promise<ArrangedMenu> {
  const [row] = await db
    .select({ items: menus.items, version: menus.version })
    .from(menus)
    .where(eq(menus.place, place))
  return row?.items.length ? row : { items: await madeMenu(db, place), version: row?.version ?? 0 }
}

/**
 * Saves a menu and returns its version; no entries stand for the menu that the site makes. A conflict when somebody
 * saved it since `version`.
 */
export async function saveMenu(
  db: Writer,
  {
    place,
    items,
    version,
    by,
    now,
  }: { place: MenuPlace; items: MenuItem[]; version: number; by: { name: string }; now: Date },
): Promise<{ version: number } | { conflict: { version: number; savedBy: string; savedAt: Date } }> {
  return inTransaction(db, async (tx) => {
    const [before] = await tx.select().from(menus).where(eq(menus.place, place))
    if ((before?.version ?? 0) !== version) {
      const { savedBy = '', savedAt = now } = before ?? {}
      return { conflict: { version: before?.version ?? 0, savedBy, savedAt } }
    }
    const row = { items, version: version + 1, savedAt: now, savedBy: by.name }
    await tx
      .insert(menus)
      .values({ place, ...row })
      .onConflictDoUpdate({ target: menus.place, set: row })
    await invalidate(tx, [tags.site], now)
    const detail = items.length ? place : `${place}, made by the site`
    await logAction(tx, { action: 'settings menu arranged', detail, now })
    return { version: row.version }
  })
}

/**
 * Makes every page stale when the target stands in a menu, by itself or as a topic that was merged into it, because its
 * name or address changed; in the open transaction.
 */
export async function noticeInMenus(tx: Transaction, target: MenuTarget, now: Date): Promise<void> {
  const rows = await tx.select({ items: menus.items }).from(menus)
  const items = rows.flatMap((row) => row.items)
  const topicIds = items.flatMap((item) => (item.kind === 'topic' ? [item.id] : []))
  const merged = await mergedAmong(tx, { kind: 'topic', ids: topicIds })
  const key = menuKey(target)
  const isShown = (item: MenuItem) => {
    const into = item.kind === 'topic' ? merged.get(item.id)?.intoId : undefined
    return menuKey(item) === key || (into !== undefined && menuKey({ kind: 'topic', id: into }) === key)
  }
  if (items.some(isShown)) await invalidate(tx, [tags.site], now)
}

/** What can stand in a menu: every section, every page that readers have, and the places that are always there. */
export async function menuOffers(db: Reader): Promise<MenuOffer[]> {
  const tops = await db.select({ id: sections.id }).from(sections).orderBy(asc(sections.position), asc(sections.id))
  const written = await db.select({ id: pages.id, slug: pages.slug }).from(pages).orderBy(asc(pages.slug))
  const targets: MenuTarget[] = [
    ...tops.map(({ id }) => ({ kind: 'section' as const, id })),
    ...Object.keys(FIXED_PLACES).flatMap((place) => (isPlace(place) ? [{ kind: 'place' as const, place }] : [])),
    ...written.flatMap(({ id, slug }) => (isRequiredPage(slug) ? [] : [{ kind: 'page' as const, id }])),
  ]
  const links = await linksOf(db, targets)
  return targets.flatMap((target) => {
    const link = links.get(menuKey(target))
    return link ? [{ ...link, target }] : []
  })
}

/** What the targets lead to for readers, by menuKey; one that readers do not have is missing. */
export async function linksOf(db: Reader, targets: readonly MenuTarget[]): Promise<Map<string, MenuLink>> {
  const links = new Map<string, MenuLink>()
  const idsOf = (kind: MenuTarget['kind']) =>
    targets.flatMap((one) => (one.kind === kind && 'id' in one ? [one.id] : []))
  const sectionRows = await db
    .select()
    .from(sections)
    .where(isOneOf(sections.id, idsOf('section')))
  for (const { id, name, slug } of sectionRows) links.set(`section ${id}`, { name, href: sectionPath(slug) })
  const pageRows = await db
    .select({ id: pages.id, slug: pages.slug, name: pageVersions.headline })
    .from(pages)
    .innerJoin(pageVersions, and(eq(pageVersions.pageId, pages.id), eq(pageVersions.version, pages.publishedVersion)))
    .where(isOneOf(pages.id, idsOf('page')))
  for (const { id, name, slug } of pageRows) links.set(`page ${id}`, { name, href: standingPagePath(slug) })
  const topicIds = idsOf('topic')
  const merged = await mergedAmong(db, { kind: 'topic', ids: topicIds })
  const present = new Map(topicIds.map((id): [number, number] => [id, merged.get(id)?.intoId ?? id]))
  const topicRows = await db
    .select()
    .from(topics)
    .where(isOneOf(topics.id, [...present.values()]))
  for (const [id, at] of present) {
    const topic = topicRows.find((row) => row.id === at)
    if (topic) links.set(`topic ${id}`, { name: topic.name, href: topicPath(topic.slug) })
  }
  for (const target of targets) {
    if (target.kind === 'place') {
      const { name, path } = FIXED_PLACES[target.place]
      links.set(menuKey(target), { name, href: path })
    } else if (target.kind === 'link') links.set(menuKey(target), { name: target.url, href: target.url })
  }
  return links
}

function named({ label }: MenuItem, link: MenuLink | undefined): MenuLink[] | null {
  return link ? [{ ...link, name: label || link.name }] : null
}

/** The menu of a paper that nobody arranged: the sections at the top; at the foot what readers look for, and every page. */
async function madeMenu(db: Reader, place: MenuPlace): Promise<MenuItem[]> {
  if (place === 'masthead') {
    const tops = await db
      .select({ id: sections.id })
      .from(sections)
      .where(isNull(sections.parentId))
      .orderBy(asc(sections.position), asc(sections.id))
    return tops.map(({ id }) => ({ kind: 'section', id, label: '' }))
  }
  const written = await db.select({ id: pages.id, slug: pages.slug }).from(pages).orderBy(asc(pages.slug))
  const fixed = (places: readonly FixedPlace[]): MenuItem[] =>
    places.map((one) => ({ kind: 'place', place: one, label: '' }))
  return [
    ...fixed(REQUIRED_PAGES),
    ...written.flatMap(({ id, slug }): MenuItem[] => (isRequiredPage(slug) ? [] : [{ kind: 'page', id, label: '' }])),
    ...fixed(['corrections', 'archive', 'search', 'rss']),
  ]
}

function isPlace(name: string): name is FixedPlace {
  return name in FIXED_PLACES
}
