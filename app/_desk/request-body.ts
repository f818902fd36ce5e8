/**
 * The JSON that was sent, {} for an empty body; undefined when it is not JSON, or when it broke off. How long it may be
 * is held before it arrives here (server/http/body-limit.ts).
 */
export async function jsonBody(request: Request): Promise<unknown> {
  try {
    const text = await request.text()
    return text === '' ? {} : JSON.parse(text)
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
