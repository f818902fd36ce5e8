import { Mark } from '@tiptap/core'
import type { ClassNames } from '@/components/desk/editor/document/nodes/class-names'
import { LINKED_LISTS, type Span, spanSchema } from '@/lib/article/body'

export type SpanLink = NonNullable<Span['link']>

/** A link in the text: to an own story by its id and perhaps a place in it, or to an address elsewhere. */
export function link(classNames: ClassNames) {
  return Mark.create({
    name: 'link',
    priority: 900,
    inclusive: false,
    addAttributes: () => ({
      to: { default: 'web' },
      article: { default: null },
      anchor: { default: null },
      list: { default: null },
      id: { default: null },
      href: { default: null },
    }),
    parseHTML: () => [
      {
        tag: 'a[data-article]',
        getAttrs: (dom) => linkAttrs(ownLink(Number(dom.dataset.article), dom.dataset.anchor)),
      },
      {
        tag: 'a[data-list]',
        getAttrs: (dom) => {
          const list = LINKED_LISTS.find((kind) => kind === dom.dataset.list)
          return list ? linkAttrs({ to: 'list', list, id: Number(dom.dataset.listId) }) : false
        },
      },
      { tag: 'a[href]', getAttrs: (dom) => linkAttrs({ to: 'web', href: dom.getAttribute('href') ?? '' }) },
    ],
    renderHTML: ({ mark }) => ['a', { class: classNames.link, ...linkAddress(mark.attrs) }, 0],
  })
}

/** The link to an own story, and to a place in it where one is named. */
export function ownLink(article: number, anchor: string | null | undefined): SpanLink {
  return { to: 'article', article, ...(anchor && { anchor }) }
}

function linkAddress(attrs: Record<string, unknown>): Record<string, unknown> {
  switch (attrs.to) {
    case 'article':
      return { 'data-article': attrs.article, 'data-anchor': attrs.anchor, href: `/admin/articles/${attrs.article}` }
    case 'list':
      return { 'data-list': attrs.list, 'data-list-id': attrs.id, href: '/admin/settings' }
    default:
      return { href: attrs.href, rel: 'noopener' }
  }
}

/** The mark's attributes for a link; false for one that no story may hold, such as a script. */
export function linkAttrs(given: SpanLink): Record<string, unknown> | false {
  const parsed = spanSchema.safeParse({ text: '-', link: given })
  return parsed.success
    ? { to: 'web', article: null, anchor: null, list: null, id: null, href: null, ...parsed.data.link }
    : false
}
