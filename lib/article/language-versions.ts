import type { Article, Translation } from '@/lib/article/article'

/** One language version of a story, as the head of every version lists it. */
export interface LanguageVersion {
  /** BCP 47 tag, or x-default for the version for readers of other languages. */
  language: string
  path: string
}

/** Without isUnlisted, a version may be listed. */
type Version<T extends Article | Translation> = Pick<T, 'language' | 'path' | 'isOriginal'> & { isUnlisted?: boolean }

/**
 * Every language version of a story, this one included, for hreflang (Google, localized versions): the original first,
 * and once more as x-default. Empty for a story in one language. Of two versions in one language the first counts.
 * A version that search engines are asked not to list neither names the others nor is named.
 */
export function languageVersions({
  language,
  path,
  translations,
  isOriginal,
  isUnlisted = false,
}: Version<Article> & { translations: Version<Translation>[] }): LanguageVersion[] {
  const others = isUnlisted ? [] : translations.filter((translation) => !translation.isUnlisted)
  if (!others.length) return []
  const all = [{ language, path, isOriginal }, ...others].toSorted(
    (one, other) => Number(other.isOriginal) - Number(one.isOriginal),
  )
  const versions = new Map<string, LanguageVersion>()
  // On its own page a version represents its language, also when another has the same language.
  versions.set(language, { language, path })
  for (const version of all) {
    if (!versions.has(version.language))
      versions.set(version.language, { language: version.language, path: version.path })
  }
  const original = all.find((version) => version.isOriginal)
  return [...versions.values(), ...(original ? [{ language: 'x-default', path: original.path }] : [])]
}
