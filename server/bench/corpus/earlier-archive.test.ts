import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { copyRows } from './earlier-archive'

it('copies what both stores know, and neither runs triggers nor touches indexes of words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earlier-'))
  const [to, from] = [join(folder, 'to.sqlite'), join(folder, 'from.sqlite')]
  const later = new Sqlite(from)
  later.exec(`
    create table stories (id integer primary key, headline text, added text default 'new');
    create table later (id integer primary key);
    create virtual table words using fts5(headline);
    insert into stories (id, headline) values (1, 'Ferry'), (2, 'Quay');
    insert into words values ('Ferry');`)
  later.close()
  const earlier = new Sqlite(to)
  earlier.exec(`
    create table stories (headline text, id integer primary key);
    create table log (id integer);
    create virtual table words using fts5(headline);
    create trigger logged after insert on stories begin insert into log values (new.id); end;
    insert into stories values ('Of the build', 9);`)
  earlier.close()

  copyRows(to, from)

  const copied = new Sqlite(to)
  expect(copied.prepare('select id, headline from stories order by id').raw().all()).toEqual([
    [1, 'Ferry'],
    [2, 'Quay'],
  ])
  expect(copied.prepare('select id from log').pluck().all()).toEqual([9])
  expect(copied.prepare('select count(*) from words').pluck().get()).toBe(0)
  copied.exec("insert into stories values ('Mole', 3)")
  expect(copied.prepare('select id from log').pluck().all()).toEqual([9, 3])
  copied.close()
  rmSync(folder, { recursive: true })
})
