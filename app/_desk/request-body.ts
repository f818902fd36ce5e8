/** The longest story of the world is a tenth of this. */
const MAX_JSON_BYTES = 8 * 1024 * 1024

/** The JSON that was sent, {} for an empty body; undefined when it is not JSON or longer than 8 MiB. */
export async function jsonBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_JSON_BYTES) return undefined
  const text = await request.text()
  if (text.length > MAX_JSON_BYTES) return undefined
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The bytes that were sent; null as soon as there are more than `maxBytes`, whatever the request says of its length. */
export async function fileBody(request: Request, maxBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
