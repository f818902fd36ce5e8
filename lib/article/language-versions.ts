import type { Article, Translation } from '@/lib/article/article'

/** One language version of a story, as the head of every version lists it. */
export interface LanguageVersion {
  /** BCP 47 tag, or x-default for the version for readers of other languages. */
  language: string
  path: string
}

/** Without isUnlisted, a version may be listed. */
type Version<T extends Article | Translation> = Pick<T, 'id' | 'language' | 'path' | 'isOriginal'> & {
  isUnlisted?: boolean
}

/**
 * Every language version of a story, this one included, for hreflang (Google, localized versions): the original first,
 * and once more as x-default. Empty for a story in one language.
 * - A version that search engines are asked not to list neither names the others nor is named.
 * - Of several versions in one language the first stands for it, the original before the others and then by id. The
 *   others name none: search engines use a link between versions only when both name each other.
 */
export function languageVersions({
  id,
  language,
  path,
  translations,
  isOriginal,
  isUnlisted = false,
}: Version<Article> & { translations: Version<Translation>[] }): LanguageVersion[] {
  if (isUnlisted) return []
  const others = translations.filter((translation) => !translation.isUnlisted)
  const all = [{ id, language, path, isOriginal }, ...others].toSorted(
    (one, other) => Number(other.isOriginal) - Number(one.isOriginal) || one.id - other.id,
  )
  const versions = new Map<string, (typeof all)[number]>()
  for (const version of all) {
    // Tags of languages are the same in any case (RFC 5646, section 2.1.1).
    const key = version.language.toLowerCase()
    if (!versions.has(key)) versions.set(key, version)
  }
  if (versions.size < 2 || versions.get(language.toLowerCase())?.id !== id) return []
  const original = all.find((version) => version.isOriginal)
  return [
    ...[...versions.values()].map((version) => ({ language: version.language, path: version.path })),
    ...(original ? [{ language: 'x-default', path: original.path }] : []),
  ]
}
