import { machineDocument } from '@/app/_machine/machine-document'
import { readIsIndexNowKey } from '@/app/reads'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ key: string }> }

/** `/{key}.txt`: says to a search engine that whoever names this key speaks for the site (IndexNow). */
export async function GET(_request: Request, { params }: Context) {
  const { key } = await params
  const isKnown = await readIsIndexNowKey(key)
  return machineDocument(isKnown ? key : '', { contentType: 'text/plain; charset=utf-8', status: isKnown ? 200 : 404 })
}
