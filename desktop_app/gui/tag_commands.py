"""What each action of the menu of tags does."""

from desktop_app.gui.i18n import tr
from desktop_app.gui.places import ARTICLES
from desktop_app.gui.search_commands import SearchCommands
from desktop_app.model.changes import Changes
from desktop_app.model.errors import NotFoundError


class TagCommands(SearchCommands):
    """The verbs about tags. Each public method is the slot of the action of its name."""

    def edit_tags(self) -> None:
        from desktop_app.gui.dialogs.tag_editor import TagEditor

        TagEditor(self._desk, self._desk.targets(), self._window).show()

    def all_tags(self) -> None:
        from desktop_app.gui.tags.dialog import TagsDialog

        self._show_one(TagsDialog)

    def tag_rule(self) -> None:
        """Open the dialog for a rule that goes by the present search."""
        from desktop_app.gui.tags.rule_dialog import RuleDialog

        RuleDialog(self._desk, query=self._desk.full_query, parent=self._window).show()

    def take_suggested_tag(self) -> None:
        """Put the tag on that is suggested first for the open article."""
        archive, article = self._desk.archive, self._desk.article
        if article is None:
            return

        def take() -> Changes | None:
            found = archive.suggest_tags([article.id], 1)
            if not found:
                raise NotFoundError("No tag is suggested: no article like this one carries a tag that it lacks.")
            return archive.tag([article.id], found[0].name)

        self._desk.edit(take)

    def toggle_tag(self, key: int) -> None:
        """Put the tag of a number key on the articles, or take it off where all have it."""
        archive, ids = self._desk.archive, self._desk.targets() if self._desk.room == ARTICLES else []

        def toggle() -> Changes | None:
            tag = archive.tag_with_key(key)
            if tag is None:
                return None
            everywhere = archive.tags_of(ids).get(tag.id, 0) == len(ids)
            return archive.untag(ids, tag.name) if everywhere else archive.tag(ids, tag.name)

        def done(changes: Changes | None) -> None:
            if changes is None:
                self._desk.message.emit(tr("No tag has the key {key}. All tags (Ctrl+Shift+T) gives keys.", key=key))
            self._desk.tell_done(changes)

        if ids:
            self._desk.jobs.write(self._window, toggle, done, failed=self._desk.failed)
