import { allAuthors } from '@/db/paper/authors'
import { allSections } from '@/db/paper/sections'
import { allTopics } from '@/db/paper/topics'
import type { Reader } from '@/db/store/open'
import type { Manuscript } from '@/lib/article/manuscript'
import type { Problem, Refusal } from '@/lib/desk/refusal'
import { nameKey } from '@/lib/text/name-key'

/** What a program calls by slugs and names; what is left out is not looked up. */
export interface NamedChoices {
  section?: string | undefined
  topics?: string[] | undefined
  byline?: string | string[] | undefined
}

type Choices = Pick<Manuscript, 'sectionId' | 'topicIds' | 'bylines'>

/**
 * The numbers of a section, topics and authors that are called by their slugs. A name in the byline that one author alone
 * has is that author; any other stays a name without a page. Refused for a section or topic that does not exist.
 */
export async function namedChoices(
  db: Reader,
  { section, topics, byline }: NamedChoices,
): Promise<Partial<Choices> | Refusal> {
  const problems: Problem[] = []
  const choices: Partial<Choices> = {}
  if (section !== undefined) {
    const found = (await allSections(db)).value.find(({ slug }) => slug === section)
    if (found) choices.sectionId = found.id
    else problems.push({ field: 'section', message: `There is no section “${section}”.` })
  }
  if (topics !== undefined) {
    const { value: all } = await allTopics(db)
    const unknown = topics.filter((topic) => !all.some(({ slug }) => slug === topic))
    for (const topic of unknown) problems.push({ field: 'topics', message: `There is no topic “${topic}”.` })
    const ids = topics.flatMap((topic) => all.find(({ slug }) => slug === topic)?.id ?? [])
    choices.topicIds = [...new Set(ids)]
  }
  if (byline !== undefined) {
    const { value: authors } = await allAuthors(db)
    const names = (typeof byline === 'string' ? [byline] : byline).filter((name) => name !== '')
    choices.bylines = names.map((name) => {
      const author = authors.find(({ slug }) => slug === name) ?? onlyNamed(authors, name)
      return author ? { authorId: author.id, name: null } : { authorId: null, name }
    })
  }
  return problems.length ? { problems } : choices
}

/** The author with this name, however it is spelled; undefined when none or more than one has it. */
function onlyNamed<Author extends { name: string }>(authors: Author[], name: string): Author | undefined {
  const [author, ...others] = authors.filter((one) => nameKey(one.name) === nameKey(name))
  return others.length ? undefined : author
}
