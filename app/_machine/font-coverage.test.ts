import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fontCoverage } from '@/app/_machine/font-coverage'

const FONTS = 'node_modules/@expo-google-fonts'
const newsreader = fontCoverage(readFileSync(`${FONTS}/newsreader/600SemiBold/Newsreader_600SemiBold.ttf`))
const naskh = fontCoverage(readFileSync(`${FONTS}/noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf`))
const devanagari = fontCoverage(
  readFileSync(`${FONTS}/noto-serif-devanagari/600SemiBold/NotoSerifDevanagari_600SemiBold.ttf`),
)
const code = (character: string) => character.codePointAt(0) ?? 0

describe('fontCoverage', () => {
  it('knows the letters that a font draws', () => {
    for (const character of 'Aéß„”–…') expect(newsreader(code(character)), character).toBe(true)
    for (const character of 'رئيسپچ؟') expect(naskh(code(character)), character).toBe(true)
    for (const character of 'मुख्यमंत्री') expect(devanagari(code(character)), character).toBe(true)
  })

  it('knows the letters that it does not', () => {
    for (const character of '港湾מ😀') expect(newsreader(code(character)), character).toBe(false)
    expect(naskh(code('म'))).toBe(false)
    expect(devanagari(0xffff)).toBe(false)
  })

  it('refuses what is no font', () => {
    expect(() => fontCoverage(new Uint8Array(64))).toThrow('no font')
  })
})
