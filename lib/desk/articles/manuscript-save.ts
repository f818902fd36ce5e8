import { z } from 'zod'
import { bodySizeProblem } from '@/lib/article/body-size'
import { manuscriptSchema } from '@/lib/article/manuscript'
import { setAsideSchema } from '@/lib/merging/set-aside'

/** What a writing room sends to keep what was typed. The same save may arrive any number of times. */
export const manuscriptSaveSchema = z.strictObject({
  /** Names the save: repeated after an answer was lost, it counts once. */
  key: z.uuid(),
  /** The version of the text from which the writer started. */
  basedOn: z.int().positive(),
  manuscript: manuscriptSchema.superRefine(({ body }, context) => {
    const message = bodySizeProblem(body)
    if (message) context.addIssue({ code: 'custom', path: ['body'], message })
  }),
  /** Conflicts about which the writer decided. */
  settles: z.array(z.int().positive()).max(500).optional(),
  /** What the writer wrote where somebody else's words turned out to stand, noticed before it was sent. */
  setAside: z.array(setAsideSchema).max(500).optional(),
})

export type ManuscriptSave = z.infer<typeof manuscriptSaveSchema>
