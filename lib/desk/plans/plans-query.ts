import { z } from 'zod'

/** Whose plans: everybody's, one's own, those of nobody, those whose deadline has passed. */
export const PLAN_VIEWS = ['all', 'mine', 'unassigned', 'late'] as const
export type PlanView = (typeof PLAN_VIEWS)[number]

/** As a calendar of a week or of a month, or as a list. */
export const PLAN_LAYOUTS = ['week', 'month', 'list'] as const
export type PlanLayout = (typeof PLAN_LAYOUTS)[number]

/** Years that a newsroom plans for. */
const DAY = /^2[01]\d{2}-\d{2}-\d{2}$/

/** What the page of plans shows. */
export const plansQuerySchema = z.object({
  view: z.enum(PLAN_VIEWS).catch('all'),
  as: z.enum(PLAN_LAYOUTS).catch('week'),
  /** A day of the week or month, in the paper's zone; empty for today. */
  day: z
    .string()
    .refine((day) => DAY.test(day) && isDay(day))
    .catch(''),
  section: z.coerce.number<unknown>().int().positive().nullable().catch(null),
})

export type PlansQuery = z.output<typeof plansQuerySchema>

/** What the parameters of an address ask for. One without a meaning is ignored: addresses get mangled. */
export function parsePlansQuery(parameters: Record<string, string | string[] | undefined>): PlansQuery {
  const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
  return plansQuerySchema.parse({
    view: first(parameters.view),
    as: first(parameters.as),
    day: first(parameters.day),
    section: first(parameters.section),
  })
}

/** The address of the page that `query` asks for; defaults are left out of it. */
export function plansAddress({ view, as, day, section }: PlansQuery): string {
  const search = new URLSearchParams({
    ...(view !== 'all' && { view }),
    ...(as !== 'week' && { as }),
    ...(day !== '' && { day }),
    ...(section !== null && { section: String(section) }),
  })
  return `/admin/plans${search.size ? `?${search}` : ''}`
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day
}
