import { visibleText } from '@/lib/text/visible-text'

/**
 * Whether `headline` begins or ends with the name of the paper as a label, as in “The ferry leaves at six | The Observer”
 * (Google, news sitemap: the title without the name of the publication). The name within a sentence is no label, and
 * neither is a word that only begins like it.
 */
export function carriesPaperName(headline: string, paper: string): boolean {
  const words = visibleText(headline).toLowerCase()
  const name = visibleText(paper).toLowerCase()
  if (!name || !words.includes(name)) return false
  return [
    ...MARKS.flatMap((mark) => [words.startsWith(`${name}${mark} `), words.endsWith(` ${mark}${name}`)]),
    ...[...MARKS, '-'].flatMap((mark) => [words.startsWith(`${name} ${mark} `), words.endsWith(` ${mark} ${name}`)]),
  ].includes(true)
}

/** What stands between a headline and a label; a hyphen only with spaces around it. */
const MARKS = ['|', '–', '—', ':', '·']

/** What is wrong with a headline that carries the name of the paper, and how to mend it, in an editor's words. */
export function carriesPaperNameWords(paper: string): [message: string, remedy: string] {
  return [
    `The headline carries the name of the paper, “${visibleText(paper)}”.`,
    'Take it out; the site adds it where it belongs.',
  ]
}
