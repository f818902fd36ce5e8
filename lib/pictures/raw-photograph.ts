const DNG_VERSION = 0xc612 // Adobe DNG 1.7.1, DNGVersion
const NEW_SUBFILE_TYPE = 0xfe // TIFF 6.0, NewSubfileType: bit 0 is set in a smaller version of another picture
const MAX_ENTRIES = 512

/**
 * Whether a TIFF is the raw file of a camera (DNG, NEF, ARW …): its first picture is the preview of another one. The
 * decoder would take that preview for the picture.
 */
export function isRawPhotograph(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = bytes[0] === 0x49
  if (bytes.length < 8) return false
  const start = view.getUint32(4, isLittle)
  if (start + 2 > bytes.length) return false
  const entries = Math.min(view.getUint16(start, isLittle), MAX_ENTRIES)
  for (let entry = 0; entry < entries; entry++) {
    const at = start + 2 + entry * 12
    if (at + 12 > bytes.length) return false
    const tag = view.getUint16(at, isLittle)
    if (tag === DNG_VERSION) return true
    if (tag === NEW_SUBFILE_TYPE && (view.getUint32(at + 8, isLittle) & 1) === 1) return true
  }
  return false
}
