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
