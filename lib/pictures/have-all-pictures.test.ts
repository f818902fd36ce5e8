import { expect, it } from 'vitest'
import { haveAllPictures } from '@/lib/pictures/have-all-pictures'
import { BRIDGE } from '@/lib/testing/article-fixtures'

it('a list of stories is shown with pictures only when every story has one', () => {
  const [withPicture, without] = [{ picture: BRIDGE }, { picture: null }]
  expect(haveAllPictures([withPicture, withPicture])).toBe(true)
  expect(haveAllPictures([withPicture, without])).toBe(false)
})
