import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_BYTES, formatOf } from '@/lib/pictures/first-bytes'
import { propertyRuns } from '@/lib/testing/property-runs'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const inUtf16 = (text: string) =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])])
const box = (major: string, ...compatible: string[]) =>
  `\0\0\0${String.fromCharCode(16 + 4 * compatible.length)}ftyp${major}\0\0\0\0${compatible.join('')}`

describe('a picture is known by its first bytes', () => {
  it.each([
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'jpeg'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png'],
    ['GIF87a\x01\0', 'gif'],
    ['GIF89a\x01\0', 'gif'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'webp'],
    ['II*\0\x08\0\0\0', 'tiff'],
    ['MM\0*\0\0\0\x08', 'tiff'],
    [box('avif', 'mif1', 'miaf'), 'heif'],
    [box('mif1', 'avif', 'miaf'), 'heif'],
    [box('avis', 'msf1'), 'heif'],
  ])('%j', (begins, format) => {
    expect(formatOf(bytes(begins))).toEqual({ format })
  })
})

describe('what is no picture is named, with what to do', () => {
  it.each([
    ['', /0 bytes.*upload/],
    ['<svg xmlns="http://www.w3.org/2000/svg">', /SVG.*PNG/],
    ['\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made by hand -->\n<svg:svg xmlns:svg="a">', /SVG.*PNG/],
    ['<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b">', /SVG.*PNG/],
    ['\x1f\x8b\x08\0', /SVGZ.*Unpack/],
    [box('heic', 'mif1', 'heic'), /HEIC.*JPEG/],
    [box('mif1', 'heic'), /HEIC.*JPEG/],
    [box('hevc', 'msf1'), /HEIC.*JPEG/],
    [box('crx ', 'isom'), /raw file/],
    [box('isom', 'mp42'), /film/],
    [box('qt  '), /film/],
    ['%PDF-1.7', /PDF/],
    ['8BPS\0\x01', /Photoshop/],
    ['BM\x36\0\0\0\0\0\0\0', /BMP/],
    ['\0\0\x01\0\x01\0', /ICO/],
    ['\xff\x0a', /JPEG XL/],
    ['\0\0\0\x0cjP  \r\n\x87\n', /JPEG 2000/],
    ['II*\0\x10\0\0\0CR\x02\0', /raw file/],
    ['\x1aE\xdf\xa3', /film/],
    ['RIFF\0\0\0\0AVI LIST', /film/],
    ['PK\x03\x04', /archive/],
    ['<!doctype html><title>Ferry</title>', /web page/],
    ['The ferry stays in port.', /not a picture.*Upload a JPEG/],
    ['BMW unveils an electric ferry', /not a picture/],
    ['Mr Cabin CR', /not a picture/],
  ])('%j', (begins, words) => {
    expect(formatOf(bytes(begins))).toEqual({ problem: expect.stringMatching(words) })
  })

  it('an SVG in UTF-16', () => {
    expect(formatOf(inUtf16('<svg width="9">'))).toEqual({ problem: expect.stringMatching(/SVG/) })
  })
})

it('any bytes have a format or a sentence', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (any) => {
      const found = formatOf(any)
      expect('format' in found || /^[A-Z].*\.$/.test(found.problem)).toBe(true)
    }),
    { numRuns: propertyRuns() },
  )
})

it('only the beginning of a file decides', () => {
  const long = new Uint8Array(FIRST_BYTES * 4)
  long.set(bytes('<svg>'))
  expect(formatOf(long)).toEqual(formatOf(long.subarray(0, FIRST_BYTES)))
})
