import { Mark } from '@tiptap/core'
import type { ClassNames } from '@/components/desk/editor/document/nodes/class-names'
import { type Span, spanSchema } from '@/lib/article/body'

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
      href: { default: null },
    }),
    parseHTML: () => [
      {
        tag: 'a[data-article]',
        getAttrs: (dom) => linkAttrs(ownLink(Number(dom.dataset.article), dom.dataset.anchor)),
      },
      { tag: 'a[href]', getAttrs: (dom) => linkAttrs({ to: 'web', href: dom.getAttribute('href') ?? '' }) },
    ],
    renderHTML: ({ mark }) =>
      mark.attrs.to === 'article'
        ? [
            'a',
            {
              class: classNames.link,
              'data-article': mark.attrs.article,
              'data-anchor': mark.attrs.anchor,
              href: `/admin/articles/${mark.attrs.article}`,
            },
            0,
          ]
        : ['a', { class: classNames.link, href: mark.attrs.href, rel: 'noopener' }, 0],
  })
}

/** The link to an own story, and to a place in it where one is named. */
export function ownLink(article: number, anchor: string | null | undefined): SpanLink {
  return { to: 'article', article, ...(anchor && { anchor }) }
}

/** The mark's attributes for a link; false for one that no story may hold, such as a script. */
export function linkAttrs(given: SpanLink): Record<string, unknown> | false {
  const parsed = spanSchema.safeParse({ text: '-', link: given })
  return parsed.success ? { to: 'web', article: null, anchor: null, href: null, ...parsed.data.link } : false
}
