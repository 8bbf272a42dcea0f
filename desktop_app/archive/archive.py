"""The front door: every verb of an archive on one page. What each does is told where it is done."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.archive import exporting, importing
from desktop_app.archive.annotating import Annotating
from desktop_app.archive.annotation_list import AnnotationList
from desktop_app.archive.batch_search import BatchSearch
from desktop_app.archive.browse import Browse
from desktop_app.archive.completing import Completing
from desktop_app.archive.days import Days
from desktop_app.archive.describing import Describing
from desktop_app.archive.doctor import Doctor
from desktop_app.archive.dossiers import Dossiers
from desktop_app.archive.drafting import Drafting
from desktop_app.archive.edits import Edits
from desktop_app.archive.examining import Examining
from desktop_app.archive.exporting_annotations import ExportingAnnotations
from desktop_app.archive.families import Families
from desktop_app.archive.importing import Importing
from desktop_app.archive.indexing import Indexing
from desktop_app.archive.linking import Linking
from desktop_app.archive.looking_back import LookingBack
from desktop_app.archive.meanings import Meanings
from desktop_app.archive.merging import Merging
from desktop_app.archive.noting import Noting
from desktop_app.archive.originals import Originals
from desktop_app.archive.people.looking import Looking
from desktop_app.archive.people.networks import Networks
from desktop_app.archive.people.pages import Pages
from desktop_app.archive.placing import Placing
from desktop_app.archive.protocol import Protocol
from desktop_app.archive.reading_hits import ReadingHits
from desktop_app.archive.readings import Readings
from desktop_app.archive.recognising import Recognising
from desktop_app.archive.retagging import Retagging
from desktop_app.archive.revising import Revising
from desktop_app.archive.ruling import Ruling
from desktop_app.archive.saved import Saved
from desktop_app.archive.screening import Screenings
from desktop_app.archive.session import Session
from desktop_app.archive.splitting import Splitting
from desktop_app.archive.suggesting import Suggesting
from desktop_app.archive.suggesting_tags import SuggestingTags
from desktop_app.archive.synonyms import Synonyms
from desktop_app.archive.tag_rules import TagRules
from desktop_app.archive.tagging import Tagging
from desktop_app.archive.undoing import Undoing
from desktop_app.model.article import ArticleRow
from desktop_app.model.changes import Changes


class Archive:
    """An open archive. Reads are safe from any thread; writes are serialised.

    Verbs that change something return `Changes` and are one undo step each.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.path = session.folder
        self.read_only = session.read_only
        self.indexing = Indexing(session)
        self.browse = Browse(session, self.indexing)
        self._edits = Edits(session)
        self._tagging = Tagging(session)
        self._noting = Noting(session)
        self._undoing = Undoing(session)
        self._doctor = Doctor(session, self.indexing)
        self._saved = Saved(session, self.browse)
        self._synonyms = Synonyms(session)
        self._protocol = Protocol(session, self.browse)
        self._examining = Examining(self.browse, self.indexing)
        self._hits = ReadingHits(session, self.browse)
        self._batch = BatchSearch(session, self.browse)
        self._people = Looking(session, self.browse.gathering)
        self._pages = Pages(session, self.browse.gathering, self._people)
        self._networks = Networks(session, self.browse.gathering)
        self._bind_texts()
        self._bind_looking()
        self._bind_searching()
        self._bind_marking()
        self._bind_collecting()
        self._bind_ruling()
        self._bind_families()
        self._bind_annotating()

        # Undo
        self.undo = self._undoing.undo
        self.redo = self._undoing.redo
        self.take_back = self._undoing.take_back
        self.undo_label = self._undoing.undo_label
        self.redo_label = self._undoing.redo_label
        self.next_undo = self._undoing.next_undo
        self.next_redo = self._undoing.next_redo
        looking_back = LookingBack(self._session)
        self.history = looking_back.history
        self.step = looking_back.step
        self.article_history = looking_back.article_history
        self.forget_history = self._undoing.forget_history

        # Index and health
        self.pending = self.indexing.pending
        self.catch_up = self.indexing.catch_up
        self.reindex = self.indexing.reindex
        self.engine_name = self.indexing.engine_name
        self.use_engine = self.indexing.use_engine
        self.check = self._doctor.check
        self.backup = self._doctor.backup
        self.backup_if_due = self._doctor.backup_if_due
        self.info = self._doctor.info

    def _bind_texts(self) -> None:
        # Importing
        imports = Importing(self._session)
        self.importing = imports.importing
        self.retry = imports.retry
        self.imports = imports.imports
        self.import_files = imports.import_files

        # Versions of texts
        revising = Revising(self._session)
        self.versions = revising.versions
        self.text_of = revising.text_of
        self.compare_versions = revising.compare_versions
        self.revise = revising.revise
        self.reanchor = revising.reanchor

    def _bind_looking(self) -> None:
        self.find = self.browse.find
        self.warm = self.browse.warm
        self.rows = self.browse.rows
        self.article = self.browse.article
        self.snippets = self._hits.snippets
        self.hits = self._hits.hits
        self.next_hit = self._hits.next_hit
        self.facets = self.browse.facets
        self.days = Days(self._session).days
        self.counts = self.browse.counts
        self.tags = self.browse.tags
        self.sources = self.browse.sources

        # People and organisations
        self.entities = self._people.entities
        self.entity_ids = self._people.entity_ids
        self.entity_rows = self._people.entity_rows
        self.entity_named = self._people.entity_named
        self.mentions = self._people.mentions
        self.roles_in = self._people.roles_in
        self.entity = self._pages.entity
        self.entity_quotes = self._pages.entity_quotes
        self.compare_entities = self._pages.compare_entities
        self.network = self._networks.network
        self.path_between = self._networks.path_between

    def _bind_searching(self) -> None:
        # The query doctor, lists
        self.count = self._examining.count
        self.examine = self._examining.examine
        self.correct = self._examining.correct
        self.complete = Completing(self._session, self.browse, self.indexing).complete
        self.batch_search = self._batch.batch_search

        # Hits in their context, articles like another
        self.concordance = self._hits.concordance
        self.export_concordance = self._hits.export_concordance
        self.like = self._hits.like
        self.similar = self._hits.similar

        # Reading on where one stopped
        readings = Readings(self._session)
        self.remember_place = readings.remember_place
        self.place_in = readings.place_in
        self.recent_readings = readings.recent_readings
        self.forget_readings = readings.forget_readings
        self.original_view = Originals(self._session).original_view

        # The search protocol
        self.log_search = self._protocol.log_search
        self.search_log = self._protocol.search_log
        self.recent_queries = self._protocol.recent_queries
        self.new_since = self._protocol.new_since
        self.export_search_log = self._protocol.export_search_log
        self.forget_searches = self._protocol.forget_searches

        # Saved searches
        self.saved_searches = self._saved.saved_searches
        self.save_search = self._saved.save_search
        self.rename_search = self._saved.rename_search
        self.delete_search = self._saved.delete_search
        self.new_in_searches = self._saved.new_in_searches
        self.seen_search = self._saved.seen_search

        # Synonyms
        self.synonyms = self._synonyms.synonyms
        self.add_synonyms = self._synonyms.add_synonyms
        self.change_synonyms = self._synonyms.change_synonyms
        self.remove_synonyms = self._synonyms.remove_synonyms
        self.synonyms_text = self._synonyms.synonyms_text
        self.set_synonyms_text = self._synonyms.set_synonyms_text

    def _bind_marking(self) -> None:
        # Tags
        self.tag = self._tagging.tag
        self.untag = self._tagging.untag
        self.tags_of = self._tagging.tags_of
        self.retag = self._tagging.retag
        self.colour_tag = self._tagging.colour_tag
        self.key_tag = self._tagging.key_tag
        self.make_tag = self._tagging.make_tag
        self.all_tags = self._tagging.all_tags
        self.tag_with_key = self._tagging.tag_with_key
        retagging, rules = Retagging(self._session), TagRules(self._session, self.browse)
        self.rename_tag = retagging.rename_tag
        self.merge_tags = retagging.merge_tags
        self.delete_tag = retagging.delete_tag
        self.tag_preview = retagging.tag_preview
        self.tag_rules = rules.tag_rules
        self.rule_preview = rules.rule_preview
        self.add_tag_rule = rules.add_tag_rule
        self.change_tag_rule = rules.change_tag_rule
        self.pause_tag_rule = rules.pause_tag_rule
        self.remove_tag_rule = rules.remove_tag_rule
        self.apply_tag_rules = rules.apply_tag_rules
        self.suggest_tags = SuggestingTags(self._session, self._hits).suggest_tags

        # Stars, read state, trash, details
        self.star = self._edits.star
        self.mark_read = self._edits.mark_read
        self.seen = self._edits.seen
        self.trash = self._edits.trash
        self.restore = self._edits.restore
        self.empty_trash = self._edits.empty_trash
        self.set_fields = self._edits.set_fields

        # Notes
        self.notes = self._noting.notes
        self.note = self._noting.note
        self.change_note = self._noting.change_note
        self.remove_note = self._noting.remove_note
        drafting = Drafting(self._session)
        self.keep_draft = drafting.keep_draft
        self.drop_draft = drafting.drop_draft
        self.left_draft = drafting.left_draft

    def _bind_annotating(self) -> None:
        # Annotations as a whole
        annotating, listing = Annotating(self._session), AnnotationList(self._session)
        self.annotations = listing.annotations
        self.annotation_rows = listing.annotation_rows
        self.annotation_counts = listing.annotation_counts
        exporter = ExportingAnnotations(self._session)
        self.annotation_formats = exporter.annotation_formats
        self.export_annotations = exporter.export_annotations
        self.tag_annotations = annotating.tag_annotations
        self.recolour_annotations = annotating.recolour_annotations
        self.remove_annotations = annotating.remove_annotations

        # Links in notes and introductions
        linking = Linking(self._session, self.browse, self._people, listing)
        self.links_of = linking.links_of
        self.link_titles = linking.link_titles
        self.backlinks = linking.backlinks
        self.link_targets = linking.link_targets

    def _bind_collecting(self) -> None:
        # Dossiers
        dossiers = Dossiers(self._session)
        self.dossiers = dossiers.dossiers
        self.dossier = dossiers.dossier
        self.dossier_named = dossiers.dossier_named
        self.dossiers_of = dossiers.dossiers_of
        self.make_dossier = dossiers.make_dossier
        self.rename_dossier = dossiers.rename_dossier
        self.move_dossier = dossiers.move_dossier
        self.introduce_dossier = dossiers.introduce_dossier
        self.delete_dossier = dossiers.delete_dossier
        self.add_to_dossier = dossiers.add_to_dossier
        self.file_articles = dossiers.file_articles
        self.remove_from_dossier = dossiers.remove_from_dossier
        self.move_in_dossier = dossiers.move_in_dossier
        self.comment_in_dossier = dossiers.comment_in_dossier
        self.export_dossier = dossiers.export_dossier

        # Reading the hits of a search one by one
        screenings = Screenings(self._session, self.browse)
        self.screenings = screenings.screenings
        self.screening = screenings.screening
        self.screening_named = screenings.screening_named
        self.decision = screenings.decision
        self.decisions = screenings.decisions
        self.next_in_screening = screenings.next_in_screening
        self.screened_in = screenings.screened_in
        self.new_in_screening = screenings.new_in_screening
        self.start_screening = screenings.start_screening
        self.extend_screening = screenings.extend_screening
        self.decide_screened = screenings.decide_screened
        self.rename_screening = screenings.rename_screening
        self.delete_screening = screenings.delete_screening
        self.screening_to_dossier = screenings.screening_to_dossier

    def _bind_families(self) -> None:
        found = Families(self._session)
        self.meanings = Meanings(self._session)
        self.find_families = found.find_families
        self.families_waiting = found.families_waiting
        self.family_counts = found.family_counts
        self.families = found.families
        self.family = found.family
        self.compare_articles = found.compare_articles
        self.split_family = found.split_family
        self.join_family = found.join_family

    def _bind_ruling(self) -> None:
        # Looking for people and organisations
        recognising = Recognising(self._session)
        self.recognise = recognising.recognise
        self.unrecognised = recognising.unrecognised
        self.uncompared = recognising.uncompared
        self.recogniser_mode = recognising.recogniser_mode
        self.set_recogniser_mode = recognising.set_recogniser_mode
        self.recogniser_version = recognising.recogniser_version

        # Who is who
        ruling, merging = Ruling(self._session), Merging(self._session, self._people.entity_rows)
        self.merge_entities = merging.merge_entities
        self.merge_preview = merging.merge_preview
        self.unmerge_entity = merging.unmerge_entity
        self.split_entity = Splitting(self._session).split_entity
        self.rename_entity = ruling.rename_entity
        self.change_kind = ruling.change_kind
        self.confirm_entities = ruling.confirm_entities
        self.reject_entities = ruling.reject_entities
        self.restore_entities = ruling.restore_entities
        self.switch_name = ruling.switch_name
        self.rulings = ruling.rulings

        # Single mentions
        placing = Placing(self._session)
        self.reject_mention = placing.reject_mention
        self.assign_mention = placing.assign_mention
        self.add_mention = placing.add_mention

        # The review queue
        suggesting = Suggesting(self._session, self.browse.gathering, self._people, self._pages)
        self.suggestions = suggesting.suggestions
        self.suggestion_count = suggesting.suggestion_count
        self.decide = suggesting.decide

        # Notes and tags on people and organisations
        describing = Describing(self._session)
        self.tag_entities = describing.tag_entities
        self.note_entity = describing.note_entity
        self.change_entity_note = describing.change_entity_note
        self.remove_entity_note = describing.remove_entity_note

    @classmethod
    def create(cls, folder: str | Path) -> "Archive":
        """Make an archive in a new or empty folder. Raises InputRefusedError, ReadOnlyError, DiskFullError."""
        return cls(Session.create(Path(folder).absolute()))

    @classmethod
    def open(cls, folder: str | Path, *, read_only: bool = False) -> "Archive":
        """Open an archive. Raises ArchiveBusyError, ArchiveDamagedError, InputRefusedError."""
        session = Session.open(Path(folder).absolute(), read_only=read_only)
        if not read_only:
            importing.close_interrupted(session)
        return cls(session)

    @property
    def on_change(self) -> list[Callable[[Changes], None]]:
        """Called after each commit, in the thread that wrote."""
        return self._session.on_change

    def noted(self) -> list[ArticleRow]:
        """The articles that carry notes, newest first."""
        return self.rows(self.find("is:noted").ids)

    def export(self, out: Path | BinaryIO, name: str, ids: Sequence[int], **options: Any) -> exporting.ExportReport:
        """Write articles in a format; see `exporting.export` for the options."""
        return exporting.export(self._session, out, name, ids, **options)

    def formats(self) -> list[Any]:
        """The formats that `export` knows."""
        return exporting.formats()

    def original(self, sha256: str) -> Path:
        """Where the imported bytes of this hash lie."""
        return self.path / "originals" / sha256[:2] / sha256

    def close(self) -> None:
        """Close the archive; closing twice is harmless."""
        self.indexing.close()
        self._session.close()
