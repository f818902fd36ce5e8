import { apiRoute } from '@/app/_admin-api/api-route'
import { checklistOf } from '@/db/publishing/checklist'

export const GET = apiRoute('getChecklist', ({ db, id, now }) => checklistOf(db, { id, at: undefined, now }))
