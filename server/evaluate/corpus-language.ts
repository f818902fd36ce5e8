/** Languages whose script tells them from English well enough to join the forms of their words. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['hi', /\p{Script=Devanagari}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['en', /\p{Script=Latin}/gu],
]
const LOOKED_AT = 400

/** The language of a text by its letters: a corpus does not say it. English for Latin letters, and without any. */
export function languageByScript(text: string): string {
  const beginning = text.slice(0, LOOKED_AT)
  let [language, most] = ['en', 0]
  for (const [name, letters] of SCRIPTS) {
    const count = beginning.match(letters)?.length ?? 0
    if (count > most) [language, most] = [name, count]
  }
  return language
}
