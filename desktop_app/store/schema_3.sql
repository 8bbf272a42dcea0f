-- Schema 3: people and organisations. Nothing had filled the tables of schema 1 for them, so they are made anew.
-- Mentions and roles are derived: from what a recogniser found and what a person ruled. The journal knows entities,
-- identities, names, rulings, their notes and tags; mentions and roles are settled again from these after each step.
drop table mentions;
drop table names;
drop table rulings;
drop table entities;

create table entities (                  -- who is meant
  id integer primary key autoincrement,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null,
  folded text not null,                  -- of the name (model.text.folded_name): sorted and looked for by it
  renamed integer not null default 0,    -- the reader chose the name: no run finds a better one
  checked_at text,                       -- when a person confirmed who this is
  rejected_at text,                      -- when a person said that this is nobody
  created_at text not null
);
create index entities_by_name on entities(kind, folded);
create table identities (                -- the keys under which texts mean them
  id integer primary key autoincrement,
  kind text not null check (kind in ('person', 'organisation')),
  key text not null,
  entity_id integer not null references entities(id),
  unique (kind, key)
);
create index identities_entity on identities(entity_id);
create table names (                     -- the forms in which they are written
  id integer primary key autoincrement,
  identity_id integer not null references identities(id),
  form text not null,
  folded text not null,                  -- of the form: looked for by it
  active integer not null default 1,     -- 0: a person switched it off
  unique (identity_id, form)
);
create index names_folded on names(folded);
create table mentions (
  id integer primary key,
  article_id integer not null references articles(id),
  text_id integer not null references texts(id),
  name_id integer not null references names(id),
  found_id integer references names(id), -- what the recogniser found; null where the reader marked it
  start integer not null,                -- code points
  "end" integer not null,
  confidence real not null,
  reason text not null,
  rejected integer not null default 0
);
-- Who is in which article is read from this index alone.
create index mentions_article on mentions(article_id, name_id, found_id, rejected);
create index mentions_name on mentions(name_id, article_id);
create table roles (                     -- what a text says somebody is
  id integer primary key,
  article_id integer not null references articles(id),
  text_id integer not null references texts(id),
  name_id integer references names(id),  -- of the person; null where the reader rejected the mention
  role text not null,
  organisation_name_id integer references names(id),
  found_id integer not null references names(id),          -- what the recogniser found: the person
  found_organisation_id integer references names(id),
  start integer not null,                -- of the statement, code points
  "end" integer not null,
  confidence real not null
);
create index roles_article on roles(article_id);
create index roles_name on roles(name_id);
create index roles_organisation on roles(organisation_name_id);

create table recognitions (              -- which text was read last, and by what
  id integer primary key references articles(id),   -- the article's
  text_id integer not null,
  recogniser text not null               -- its name and version
);
create index recognitions_recogniser on recognitions(recogniser);
-- Another text, or the same one in another language, is to be read again.
create trigger reread_article after update of text_id, language on articles
  when old.text_id is not new.text_id or old.language <> new.language
begin delete from recognitions where id = new.id; end;

create table rulings (                   -- a person's decisions; no run overrules them
  id integer primary key autoincrement,
  kind text not null,
  article_id integer,                    -- where it concerns one article
  identity_id integer references identities(id),
  target_id integer references identities(id),
  entity_id integer references entities(id),
  subject text not null default '{}',    -- JSON: whatever else it says
  decided_at text not null
);
create index rulings_article on rulings(article_id);
create index rulings_identity on rulings(identity_id);

create table suggestions (               -- two identities that may be one
  id integer primary key autoincrement,
  kind text not null,
  a integer not null references identities(id),
  b integer not null references identities(id),
  article_id integer not null default 0, -- 0: everywhere
  score real not null,
  reason text not null,                  -- JSON: template and fields
  decision text not null default '',
  unique (a, b, article_id)
);
create index suggestions_open on suggestions(decision, score);
create index suggestions_b on suggestions(b);

create table entity_notes (
  id integer primary key autoincrement,
  entity_id integer not null references entities(id),
  body text not null,
  sha256 text not null default '',       -- of the body: bit rot is found
  created_at text not null,
  changed_at text not null
);
create index entity_notes_entity on entity_notes(entity_id);
create table entity_taggings (
  id integer primary key autoincrement,
  tag_id integer not null references tags(id),
  entity_id integer not null references entities(id),
  origin text not null default 'reader',
  created_at text not null,
  unique (tag_id, entity_id)
);
create index entity_taggings_entity on entity_taggings(entity_id);
