/** Why a picture that moves is refused, in an editor's words. */
export const MOVES =
  'This picture moves, and only a still can be shown. Save the frame that you want as a JPEG or PNG and upload that, or embed it as a film.'

/**
 * Whether a PNG moves: it has the chunk `acTL` before its first `IDAT` (PNG specification, third edition, 11.3.7). The
 * decoder knows only the frame that stands still.
 */
export function isMovingPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (type === 'acTL') return true
    if (type === 'IDAT') return false
    at += 12 + length
  }
  return false
}

/** Whether an AVIF moves: its brand says that it is a sequence (AV1 Image File Format 1.1, section 6.2). */
export function isMovingAvif(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(4, 12)) === 'ftypavis'
}
