import type { ServerResponse } from 'node:http'

/** A response with status 200 as the bytes on the wire, made once and sent many times. */
export interface PrebuiltResponse {
  /** Name, value, name, value … without Date. */
  headers: string[]
  body: Buffer
  /** Status line, headers and body; its Date is that of `second`. */
  wire: Buffer
  second: number
}

export function prebuiltResponse(headers: string[], body: Buffer): PrebuiltResponse {
  return { headers, body, wire: Buffer.alloc(0), second: -1 }
}

/** Node's internal fields for the head of a response; see sendPrebuilt. */
interface Head {
  _header: string
  _headerSent: boolean
}

/**
 * Sends `prebuilt` in a single write and returns true; returns false, having sent nothing, when the connection will not be
 * kept open.
 *
 * Not writeHead and end, because they check and join two dozen headers for each response and write head and body
 * separately: a single write of bytes made beforehand serves about 50 per cent more requests. Two internal fields of
 * Node's response, unchanged since Node 0.x, mark its head as sent; a test sends requests over a kept connection, so that
 * a Node version in which this no longer holds is noticed.
 */
export function sendPrebuilt(response: ServerResponse, prebuilt: PrebuiltResponse): boolean {
  if (!response.shouldKeepAlive) return false
  const second = Math.floor(Date.now() / 1000)
  if (prebuilt.second !== second) {
    prebuilt.wire = wire(prebuilt, new Date(second * 1000))
    prebuilt.second = second
  }
  const head = response as unknown as Head
  head._header = 'HTTP/1.1 200 OK'
  head._headerSent = true
  response.end(prebuilt.wire)
  return true
}

function wire({ headers, body }: PrebuiltResponse, date: Date): Buffer {
  let head = 'HTTP/1.1 200 OK\r\n'
  for (let index = 0; index < headers.length; index += 2) head += `${headers[index]}: ${headers[index + 1]}\r\n`
  head += `Date: ${date.toUTCString()}\r\nConnection: keep-alive\r\n\r\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), body])
}
