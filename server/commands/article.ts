import { userInfo } from 'node:os'
import { articlesThere } from '@/db/editing/links'
import { rename, writeArticle } from '@/db/editing/writing'
import { allAuthors } from '@/db/paper/authors'
import { allSections } from '@/db/paper/sections'
import { allTopics } from '@/db/paper/topics'
import { correct } from '@/db/publishing/changes'
import { publish, withdraw } from '@/db/publishing/publishing'
import type { Writer } from '@/db/store/open'
import { parseStoryText } from '@/lib/copy/story-text'
import { type Saver, withoutAccount } from '@/lib/revisions/saver'
import { cleaningsIn } from '@/lib/text/clean-text'
import { cleaningWords } from '@/lib/text/cleaning-words'
import { nameKey } from '@/lib/text/name-key'
import { inputText } from '@/server/commands/command-problem'

const USAGE = `npm run broadsheet -- article add FILE          a draft from a text file ("-" reads standard input)
npm run broadsheet -- article publish ID
npm run broadsheet -- article rename ID HEADLINE
npm run broadsheet -- article correct ID NOTE
npm run broadsheet -- article withdraw ID REASON`

/** `article …`: adds, publishes and changes articles from the command line; returns the exit status. */
export async function article({ db, args }: { db: Writer; args: string[] }): Promise<number> {
  const [verb = '', subject = '', ...rest] = args
  const by = withoutAccount(userInfo().username)
  const now = new Date()
  if (verb === 'add' && subject && !rest.length) return add(db, { text: inputText(subject), by, now })

  const id = /^[1-9]\d{0,14}$/.test(subject) ? Number(subject) : null
  const text = rest.join(' ').trim()
  const act = { id: id ?? 0, by, now }
  const verbs: Record<string, (() => Promise<object>) | undefined> = {
    publish: text ? undefined : () => publish(db, act),
    rename: text ? () => rename(db, { ...act, headline: text }) : undefined,
    correct: text ? () => correct(db, { ...act, note: text }) : undefined,
    withdraw: text ? () => withdraw(db, { ...act, reason: text }) : undefined,
  }
  const cleaned = cleaningWords(cleaningsIn(text))
  if (cleaned) console.error(cleaned)
  const perform = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!perform || id === null) {
    console.error(USAGE)
    return 2
  }
  if (!(await articlesThere(db, [id])).has(id)) {
    console.error(
      `There is no story ${id}. Its number is the last part of its address, and stands in its address at the desk.`,
    )
    return 1
  }
  const answer = await perform()
  if ('problems' in answer && Array.isArray(answer.problems)) {
    for (const { message } of answer.problems) console.error(message)
    return 1
  }
  console.log(`Done: ${verb} ${id}.`)
  return 0
}

/** Adds the story in `text` as a draft and prints its id. When the text is not a valid story, prints why and adds nothing. */
export async function add(db: Writer, { text, by, now }: { text: string; by: Saver; now: Date }): Promise<number> {
  const cleaned = cleaningWords(cleaningsIn(text))
  if (cleaned) console.error(cleaned)
  const parsed = parseStoryText(text)
  if ('problems' in parsed) {
    for (const problem of parsed.problems) console.error(problem)
    return 1
  }
  const { section, topics, by: names, ...story } = parsed.story
  const { value: sections } = await allSections(db)
  const { value: existingTopics } = await allTopics(db)
  const { value: authors } = await allAuthors(db)
  const sectionId = sections.find(({ slug }) => slug === section)?.id
  const unknown = topics.filter((topic) => !existingTopics.some(({ slug }) => slug === topic))
  if (sectionId === undefined)
    console.error(`There is no section “${section}”. There are: ${sections.map(({ slug }) => slug).join(', ')}.`)
  if (unknown.length) console.error(`There is no topic “${unknown.join('”, “')}”.`)
  if (sectionId === undefined || unknown.length) return 1
  const id = await writeArticle(db, {
    draft: {
      ...story,
      sectionId,
      topicIds: existingTopics.filter(({ slug }) => topics.includes(slug)).map(({ id: topicId }) => topicId),
      bylines: names.map((name) => {
        const author = authors.find(({ slug }) => slug === name) ?? onlyNamed(authors, name)
        return author ? { authorId: author.id, name: null } : { authorId: null, name }
      }),
    },
    by,
    now,
  })
  console.log(`Draft ${id} is in the store. To publish it: npm run broadsheet -- article publish ${id}`)
  return 0
}

/** The author with this name, however it is spelled; undefined when none or more than one has it. */
function onlyNamed<Author extends { name: string }>(authors: Author[], name: string): Author | undefined {
  const [author, ...others] = authors.filter((one) => nameKey(one.name) === nameKey(name))
  return others.length ? undefined : author
}
