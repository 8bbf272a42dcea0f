"""What a reader of an older archive finds in the place of what later schemas brought."""

from typing import Final

# By schema: temporary tables and views, which shadow those of the archive.
STAND_INS: Final = {
    2: """
        create temp table synonym_sets (id integer primary key, words text);
        create temp table searches (id integer primary key, at text, query text, understood text, view text,
            count integer, archive integer, highest integer);
        create temp view saved_searches as
            select *, (select coalesce(max(id), 0) from main.articles) as seen from main.saved_searches;
    """,
    3: """
        create temp table entities (id integer primary key, kind text, name text, folded text, renamed integer,
            checked_at text, rejected_at text, created_at text);
        create temp table identities (id integer primary key, kind text, key text, entity_id integer);
        create temp table names (id integer primary key, identity_id integer, form text, folded text, active integer);
        create temp table mentions (id integer primary key, article_id integer, text_id integer, name_id integer,
            found_id integer, start integer, "end" integer, confidence real, reason text, rejected integer);
        create temp table roles (id integer primary key, article_id integer, text_id integer, name_id integer,
            role text, organisation_name_id integer, found_id integer, found_organisation_id integer, start integer,
            "end" integer, confidence real);
        create temp table recognitions (id integer primary key, text_id integer, recogniser text);
        create temp table rulings (id integer primary key, kind text, article_id integer, identity_id integer,
            target_id integer, entity_id integer, subject text, decided_at text);
        create temp table suggestions (id integer primary key, kind text, a integer, b integer, article_id integer,
            score real, reason text, decision text);
        create temp table entity_notes (id integer primary key, entity_id integer, body text, sha256 text,
            created_at text, changed_at text);
        create temp table entity_taggings (id integer primary key, tag_id integer, entity_id integer, origin text,
            created_at text);
    """,
    4: """
        create temp view journal as select *, null as takes_back from main.journal;
        create temp view texts as select *, 'file' as origin from main.texts;
        create temp view imports as select *, 0 as updated from main.imports;
        create temp view annotations as select *, 0 as orphaned from main.annotations;
        create temp view taggings as select *, null as rule_id from main.taggings;
        create temp view tags as select *, (select count(*) from main.tags o where o.name <= t.name)
            * ((select count(*) from main.tags o where o.name <= t.name) < 10) as key from main.tags t;
        create temp table annotation_taggings (id integer primary key, tag_id integer, annotation_id integer,
            origin text, created_at text);
        create temp table tag_rules (id integer primary key, tag_id integer, query text, active integer,
            resting text, created_at text);
        create temp table tag_refusals (id integer primary key, tag_id integer, article_id integer,
            rule_id integer);
        create temp table dossiers (id integer primary key, parent_id integer, name text, introduction text,
            position integer, created_at text, changed_at text);
        create temp table dossier_articles (id integer primary key, dossier_id integer, article_id integer,
            position integer, comment text, added_at text);
        create temp table screenings (id integer primary key, name text, query text, view text, sort text,
            created_at text);
        create temp table screening_items (id integer primary key, screening_id integer, article_id integer,
            position integer, decision text, decided_at text);
        create temp table sketches (id integer primary key, text_id integer, grams integer, hashes blob,
            compared integer);
        create temp table family_links (id integer primary key, article_id integer, other_id integer, strength real);
        create temp table family_members (id integer primary key, family_id integer);
        create temp table family_rulings (id integer primary key, article_id integer, other_id integer, verdict text,
            decided_at text);
        create temp table meanings (id integer primary key, text_id integer, model text, vector blob);
        create temp table readings (id integer primary key, start integer, at text);
    """,
}
