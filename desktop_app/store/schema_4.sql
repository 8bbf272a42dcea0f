-- Schema 4: the reading room. Nothing had filled the dossiers of schema 1, so their tables are made anew.

-- An annotation's offsets count in the version `text_id` of its article's text. Where that is no longer the current
-- one and its quote cannot be placed there, it is orphaned: it keeps offsets, version and quote as they were.
alter table annotations add column orphaned integer not null default 0;
create index annotations_changed on annotations(changed_at);
create table annotation_taggings (
  id integer primary key autoincrement,
  tag_id integer not null references tags(id),
  annotation_id integer not null references annotations(id),
  origin text not null default 'reader',
  created_at text not null,
  unique (tag_id, annotation_id)
);
create index annotation_taggings_annotation on annotation_taggings(annotation_id, tag_id);
create index entity_notes_changed on entity_notes(changed_at);

-- Tags: a number key, and rules that put them on by themselves. Taggings of origin 'rule' are derived: from the rules,
-- from what their queries find and from the refusals. The journal knows nothing of them.
alter table tags add column key integer not null default 0;  -- 1 to 9, each once; 0: none
update tags set key = ranked.place from (select id, row_number() over (order by name) place from tags) ranked
  where ranked.id = tags.id and ranked.place < 10;
create table tag_rules (
  id integer primary key autoincrement,
  tag_id integer not null references tags(id),
  query text not null,
  active integer not null default 1,
  resting text not null default '[]',    -- JSON: the articles that it had put its tag on when it was paused
  created_at text not null
);
create index tag_rules_tag on tag_rules(tag_id);
alter table taggings add column rule_id integer references tag_rules(id) on delete cascade;
create index taggings_rule on taggings(rule_id) where rule_id is not null;
create table tag_refusals (              -- a reader took a machine's tag off: none puts it on again
  id integer primary key autoincrement,
  tag_id integer not null references tags(id),
  article_id integer not null references articles(id),
  rule_id integer,                       -- the rule that had put it on, which may be gone; null: a file or a reader had
  unique (tag_id, article_id)
);
create index tag_refusals_article on tag_refusals(article_id);

-- Dossiers: collections by hand, nested, in an order by hand.
drop table dossier_articles;
drop table dossiers;
create table dossiers (
  id integer primary key autoincrement,
  parent_id integer references dossiers(id),
  name text not null,
  introduction text not null default '', -- Markdown
  position integer not null default 0,   -- among its siblings
  created_at text not null,
  changed_at text not null
);
create unique index dossiers_named on dossiers(coalesce(parent_id, 0), name);
create table dossier_articles (
  id integer primary key autoincrement,
  dossier_id integer not null references dossiers(id),
  article_id integer not null references articles(id),
  position integer not null,             -- with gaps, so that moving one leaves the others alone
  comment text not null default '',
  added_at text not null,
  unique (dossier_id, article_id)
);
create index dossier_articles_place on dossier_articles(dossier_id, position);
create index dossier_articles_article on dossier_articles(article_id);

-- Screenings: the hits of a search as they were then, read through one by one.
create table screenings (
  id integer primary key autoincrement,
  name text not null unique,
  query text not null,
  view text not null default 'all',
  sort text not null default '',
  created_at text not null
);
create table screening_items (
  id integer primary key autoincrement,
  screening_id integer not null references screenings(id),
  article_id integer not null references articles(id),
  position integer not null,
  decision text not null default '' check (decision in ('', 'seen', 'kept', 'dropped')),
  decided_at text,
  unique (screening_id, article_id)
);
create index screening_items_place on screening_items(screening_id, position);
create index screening_items_article on screening_items(article_id);

-- Families of near-duplicates. Sketches and members are derived from the texts and the rulings; rulings are the reader's.
create table sketches (
  id integer primary key references articles(id),  -- the article's
  text_id integer not null,
  grams integer not null,
  hashes blob not null,                  -- the smallest, ascending, as little-endian 32-bit numbers
  compared integer not null default 0    -- with all others
);
create index sketches_uncompared on sketches(id) where compared = 0;
create table family_links (              -- two articles that are versions of one, the lower number first
  id integer primary key autoincrement,
  article_id integer not null references articles(id),
  other_id integer not null references articles(id),
  strength real not null,                -- the share of the shorter text that the longer has
  unique (article_id, other_id)
);
create index family_links_other on family_links(other_id);
create table family_members (
  id integer primary key references articles(id),  -- the article's
  family_id integer not null             -- the lowest article number of the family
);
create index family_members_family on family_members(family_id);
create table family_rulings (
  id integer primary key autoincrement,
  article_id integer not null references articles(id),
  other_id integer not null references articles(id),
  verdict text not null check (verdict in ('apart', 'together')),
  decided_at text not null,
  unique (article_id, other_id)
);
create index family_rulings_other on family_rulings(other_id);
create table meanings (                  -- vectors of the optional sentence encoder; derived
  id integer primary key references articles(id),  -- the article's
  text_id integer not null,
  model text not null,
  vector blob not null
);

-- Where the reader stopped in an article, and when: no step that undo takes back.
create table readings (
  id integer primary key references articles(id),  -- the article's
  start integer not null,                -- code point at the top of the page
  at text not null
);
create index readings_at on readings(at);

-- A step that takes back an earlier one, whatever has come between, is a step of its own.
alter table journal add column takes_back integer;  -- the number of the step that it took back

-- Versions of texts: who wrote them, and files that brought a new one of an article that was there.
alter table texts add column origin text not null default 'file';  -- 'file' or 'reader'
create index provenances_path on provenances(path, member);
alter table imports add column updated integer not null default 0;
create table import_files_4 (
  id integer primary key,
  import_id integer not null references imports(id),
  path text not null,
  status text not null check (status in ('added', 'updated', 'duplicate', 'skipped', 'failed')),
  reason text not null default '',
  article_ids text not null default '[]'
);
insert into import_files_4 select id, import_id, path, status, reason, article_ids from import_files;
drop table import_files;
alter table import_files_4 rename to import_files;
create index import_files_import on import_files(import_id, status);
