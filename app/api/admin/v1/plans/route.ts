import { apiRoute } from '@/app/_admin-api/api-route'
import { articleAnswer } from '@/app/_admin-api/article-answers'
import { byAssignee, planAnswer, planChangeOf } from '@/app/_admin-api/planning-answers'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { sectionBySlug } from '@/db/paper/sections'
import { plansToDo } from '@/db/planning/planned-stories'
import { planStory } from '@/db/planning/plans'
import { refuse } from '@/lib/desk/refusal'

export const GET = apiRoute('listPlans', async ({ db, editor, now, query: { view, section } }) => {
  const inSection = section === undefined ? null : (await sectionBySlug(db, section)).value
  if (section !== undefined && !inSection) return { plans: [] }
  const planned = await plansToDo(db, { editor, view, sectionId: inSection?.id ?? null, now })
  return {
    plans: planned.map((story) => {
      const { id, version, state, headline, section: name } = story
      return { ...planAnswer(id, story), version, state, headline, section: name }
    }),
  }
})

export const POST = apiRoute('planArticle', async ({ db, editor, now, body: { title, section, ...plan } }) => {
  const inSection = section ? (await sectionBySlug(db, section)).value : null
  if (section && !inSection) return refuse('section', `There is no section “${section}”.`)
  const planned = await planChangeOf(db, plan)
  if ('problems' in planned) return planned
  const outcome = await planStory(db, { title, sectionId: inSection?.id ?? null, ...planned, by: editor, now })
  mailNotifications()
  if ('problems' in outcome) return byAssignee(outcome)
  const article = await articleAnswer(db, { id: outcome.id, now })
  return article && { id: article.id, version: article.version }
})
