import type { ArticleKind } from '@/lib/article/article'

/** The kind of a story as readers and editors choose it: "News". */
export function kindName(kind: ArticleKind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1)
}
