-- Schema 1. Names are the domain's words. Every table has an integer primary key `id`, so that one
-- journal can describe a difference in any of them as (table, id, before, after). Where the journal does, an id is
-- never given out twice: a step must not take one row for another that came later.

create table settings (
  id integer primary key,
  name text not null unique,
  value text not null
);

create table sources (
  id integer primary key,
  name text not null unique
);

create table imports (
  id integer primary key,
  started_at text not null,
  finished_at text,
  request text not null,               -- JSON: paths, encoding, source
  added integer not null default 0,
  duplicates integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0
);

create table import_files (
  id integer primary key,
  import_id integer not null references imports(id),
  path text not null,
  status text not null check (status in ('added', 'duplicate', 'skipped', 'failed')),
  reason text not null default '',
  article_ids text not null default '[]'
);
create index import_files_import on import_files(import_id, status);

create table articles (
  id integer primary key autoincrement,
  title text not null default '',
  kicker text not null default '',
  byline text not null default '',
  place text not null default '',
  credit text not null default '',
  date text not null default '',         -- EDTF: 2018, 2018-09, 2018-09-15 or '' (undated)
  date_from integer not null default 0,  -- yyyymmdd, 0 where undated
  date_to integer not null default 0,
  language text not null default '',     -- ISO 639-1
  source_id integer references sources(id),
  text_id integer,                       -- the current version in texts
  excerpt text not null default '',
  words integer not null default 0,
  fields text not null default '{}',     -- JSON: whatever else the file stated
  sameness text not null,                -- hash that exact duplicates share
  starred integer not null default 0,
  read_at text,
  state integer not null default 0,      -- 0 live, 1 in the trash, 2 taken back with its import
  trashed_at text,
  import_id integer references imports(id),
  added_at text not null
);
-- Lists, counts and facets of the whole archive are answered from these alone.
create index articles_by_date on articles(state, date_from, id, source_id, language);
create index articles_by_source on articles(state, source_id, language);
create index articles_unread on articles(state) where read_at is null;
create index articles_starred on articles(state) where starred = 1;
create index articles_sameness on articles(sameness);
create index articles_import on articles(import_id);

create table texts (
  id integer primary key,
  article_id integer not null references articles(id),
  version integer not null,
  body text not null,
  parts text not null default '[]',      -- JSON: [[start, end, role], …], code points
  sha256 text not null,
  created_at text not null,
  unique (article_id, version)
);
create trigger texts_are_immutable before update on texts
begin select raise(abort, 'a version of a text is never changed'); end;

create table provenances (
  id integer primary key autoincrement,
  article_id integer not null references articles(id),
  import_id integer references imports(id),
  path text not null,
  member text not null default '',
  sha256 text not null,
  size integer not null default 0,
  format text not null default '',
  encoding text not null default '',
  imported_at text not null
);
create index provenances_article on provenances(article_id);
create index provenances_file on provenances(sha256, member);
create index provenances_import on provenances(import_id);

create table tags (
  id integer primary key autoincrement,
  name text not null unique,
  colour integer not null default 0
);

create table taggings (
  id integer primary key autoincrement,
  tag_id integer not null references tags(id),
  article_id integer not null references articles(id),
  origin text not null default 'reader', -- 'reader' or 'file'
  created_at text not null,
  unique (tag_id, article_id)
);
create index taggings_article on taggings(article_id, tag_id);

create table annotations (
  id integer primary key autoincrement,
  article_id integer not null references articles(id),
  text_id integer,                       -- the version its offsets count in
  start integer,                         -- code points; null for a note on the whole article
  "end" integer,
  quote text not null default '',
  prefix text not null default '',       -- 32 characters before the quote (TextQuoteSelector)
  suffix text not null default '',
  body text not null default '',
  colour integer not null default 0,
  sha256 text not null default '',       -- of the body: bit rot is found
  created_at text not null,
  changed_at text not null
);
create index annotations_article on annotations(article_id);

create table saved_searches (
  id integer primary key autoincrement,
  name text not null unique,
  query text not null,
  sort text not null default '',
  created_at text not null
);

create table dossiers (
  id integer primary key,
  name text not null unique,
  introduction text not null default '',
  created_at text not null
);
create table dossier_articles (
  id integer primary key,
  dossier_id integer not null references dossiers(id),
  article_id integer not null references articles(id),
  position integer not null,
  unique (dossier_id, article_id)
);

-- People and organisations. Filled by the recogniser; a person's rulings outlive every rerun.
create table entities (
  id integer primary key,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null,
  note text not null default '',
  created_at text not null
);
create table names (
  id integer primary key,
  entity_id integer not null references entities(id),
  form text not null,
  active integer not null default 1,
  unique (entity_id, form)
);
create table mentions (
  id integer primary key,
  article_id integer not null references articles(id),
  text_id integer not null references texts(id),
  start integer not null,
  "end" integer not null,
  kind text not null,
  form text not null,
  entity_id integer references entities(id),
  origin text not null,                  -- recogniser and version, or 'reader'
  confidence real not null
);
create index mentions_article on mentions(article_id);
create index mentions_entity on mentions(entity_id);
create table rulings (
  id integer primary key,
  kind text not null check (kind in ('merge', 'split', 'rename', 'reject', 'add', 'kind')),
  subject text not null,                 -- JSON
  decided_at text not null
);

create table journal (
  id integer primary key autoincrement,
  label text not null,                   -- English template with {fields}
  fields text not null default '{}',     -- JSON
  at text not null,
  import_id integer,                     -- set where the operation is an import, taken back by batch
  deltas blob not null,                  -- zlib-compressed JSON
  undone integer not null default 0
);
create index journal_undone on journal(undone, id);

-- Two lists kept by triggers, so that no code path can forget them.
create table change_log (
  id integer primary key,
  article_id integer not null,
  at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  what text not null,
  detail text not null default ''
);
create index change_log_article on change_log(article_id);

create table index_queue (
  id integer primary key autoincrement,
  article_id integer not null
);

create table index_state (
  id integer primary key check (id = 1),
  epoch text not null,
  generation integer not null,
  manifest text not null default '[]'
);

create trigger queue_article_insert after insert on articles
begin insert into index_queue(article_id) values (new.id); end;
create trigger queue_article_update after update of title, kicker, text_id, state, language on articles
begin insert into index_queue(article_id) values (new.id); end;
create trigger queue_article_delete after delete on articles
begin insert into index_queue(article_id) values (old.id); end;
create trigger queue_annotation_insert after insert on annotations
begin insert into index_queue(article_id) values (new.article_id); end;
create trigger queue_annotation_update after update of body, quote on annotations
begin insert into index_queue(article_id) values (new.article_id); end;
create trigger queue_annotation_delete after delete on annotations
begin insert into index_queue(article_id) values (old.article_id); end;

create trigger log_article_state after update of state on articles when old.state <> new.state
begin insert into change_log(article_id, what, detail) values (new.id, 'state', old.state || ' → ' || new.state); end;
create trigger log_article_fields after update of title, kicker, byline, place, date, language, source_id on articles
begin insert into change_log(article_id, what, detail)
  values (new.id, 'fields', json_object('title', old.title, 'kicker', old.kicker, 'byline', old.byline, 'place', old.place,
                                        'date', old.date, 'language', old.language, 'source_id', old.source_id)); end;
create trigger log_tagging_insert after insert on taggings
begin insert into change_log(article_id, what, detail) select new.article_id, 'tagged', name from tags where id = new.tag_id; end;
create trigger log_tagging_delete after delete on taggings
begin insert into change_log(article_id, what, detail) select old.article_id, 'untagged', name from tags where id = old.tag_id; end;
create trigger log_annotation_insert after insert on annotations
begin insert into change_log(article_id, what, detail) values (new.article_id, 'noted', new.body); end;
create trigger log_annotation_update after update of body on annotations
begin insert into change_log(article_id, what, detail) values (new.article_id, 'note changed', old.body); end;
create trigger log_annotation_delete after delete on annotations
begin insert into change_log(article_id, what, detail) values (old.article_id, 'note removed', old.body); end;
