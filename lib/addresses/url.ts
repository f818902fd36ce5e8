/**
 * `text` as a URL, a relative one read from `base`; null when it is none. The one place that asks: `URL.canParse` of
 * Node 20.20 answers false for valid hosts with letters outside ASCII once the engine has optimised it, and `new URL`
 * never does (nodejs/node, fast path of `canParse`).
 */
export function parseUrl(text: string, base?: string | URL): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
