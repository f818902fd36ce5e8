import { jsonResponse, publisher } from '@/app/_machine/content-api'
import { readSections } from '@/app/reads'
import { sectionsJson } from '@/lib/content-api/named-json'

export const dynamic = 'force-dynamic'

export async function GET() {
  return jsonResponse(sectionsJson(await readSections(), await publisher()))
}
