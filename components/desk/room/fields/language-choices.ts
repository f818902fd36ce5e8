import { nameOfLanguage } from '@/lib/paper/language'

/** BCP 47 tags that are offered, beside the one that a story has already. */
const TAGS =
  'ar bn cs da de el en es fa fi fr gu he hi hu id it ja kn ko ml mr ms ne nl no pa pl pt ro ru sv sw ta te th tr uk ur vi zh'.split(
    ' ',
  )

/** The offered languages with their English names, in the order of these; `current` is always among them. */
export function languageChoices(current: string): { tag: string; name: string }[] {
  const tags = TAGS.includes(current) ? TAGS : [...TAGS, current]
  return tags
    .map((tag) => ({ tag, name: nameOfLanguage(tag, 'en') }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
}
