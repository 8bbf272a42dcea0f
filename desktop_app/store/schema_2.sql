-- Schema 2: what a reader searched, and which words mean the same to them.

create table synonym_sets (
  id integer primary key autoincrement,
  words text not null                    -- JSON: two or more words and phrases
);

-- The search protocol. It is no step of the reader's, so the journal knows nothing of it.
create table searches (
  id integer primary key autoincrement,
  at text not null,
  query text not null,
  understood text not null default '',
  view text not null default 'all',
  count integer not null,                -- articles found then
  archive integer not null,              -- articles in the archive then
  highest integer not null               -- the highest article number then
);
create index searches_query on searches(query, view);

-- The highest article number when the search was last looked at: what is above it is new.
alter table saved_searches add column seen integer not null default 0;
update saved_searches set seen = (select coalesce(max(id), 0) from articles);
