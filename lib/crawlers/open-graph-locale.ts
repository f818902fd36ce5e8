/** A BCP 47 tag in the form of Open Graph, such as en_GB, with the likeliest region where the tag names none. */
export function openGraphLocale(tag: string): string {
  // Plain "en" is British here, as in the dates of the paper (lib/time/dates.ts).
  const { language, region } = new Intl.Locale(tag.toLowerCase() === 'en' ? 'en-GB' : tag).maximize()
  return region ? `${language}_${region}` : language
}
