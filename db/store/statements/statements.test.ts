import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { keepStatements } from '@/db/store/statements/statements'

function aConnection(): Sqlite.Database {
  const client = new Sqlite(':memory:')
  client.exec("create table sections (id integer primary key, name text); insert into sections values (1, 'City')")
  keepStatements(client)
  return client
}

it('a text is prepared once', () => {
  const client = aConnection()
  expect(client.prepare('select id from sections')).toBe(client.prepare('select id from sections'))
  expect(client.prepare('select name from sections')).not.toBe(client.prepare('select id from sections'))
})

it('a statement is in the mode of a new one, however it was used before', () => {
  const client = aConnection()
  const all = 'select id, name from sections'
  expect(client.prepare(all).raw().all()).toEqual([[1, 'City']])
  expect(client.prepare(all).all()).toEqual([{ id: 1, name: 'City' }])
  expect(client.prepare(all).pluck().all()).toEqual([1])
  expect(client.prepare(all).all()).toEqual([{ id: 1, name: 'City' }])
})

it('a statement that changes rows can be used again, also after one that failed', () => {
  const client = aConnection()
  const insert = 'insert into sections values (?, ?)'
  client.prepare(insert).run(2, 'World')
  expect(() => client.prepare(insert).run(2, 'World')).toThrow('UNIQUE')
  client.prepare(insert).run(3, 'Sport')
  expect(client.prepare('select name from sections').pluck().all()).toEqual(['City', 'World', 'Sport'])
})

it('a statement shows columns that were added since it was prepared', () => {
  const client = aConnection()
  expect(client.prepare('select * from sections').all()).toEqual([{ id: 1, name: 'City' }])
  client.exec("alter table sections add column slug text default 'city'")
  expect(client.prepare('select * from sections').all()).toEqual([{ id: 1, name: 'City', slug: 'city' }])
})

it('of many texts, those used last are kept', () => {
  const client = aConnection()
  const often = client.prepare('select 0')
  const rarely = client.prepare('select -1')
  for (let number = 1; number < 1000; number++) {
    client.prepare(`select ${number}`)
    expect(client.prepare('select 0')).toBe(often)
  }
  expect(client.prepare('select -1')).not.toBe(rarely)
})
