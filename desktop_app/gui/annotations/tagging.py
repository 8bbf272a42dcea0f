"""Tags on annotations: the same sheet as for articles."""

from collections import Counter

from desktop_app.gui.dialogs.tag_editor import TagEditor
from desktop_app.gui.i18n import trn
from desktop_app.model.listing import FacetCount


class AnnotationTagEditor(TagEditor):
    """For annotations; their tags are the same as those of articles."""

    suggests = False

    @staticmethod
    def _title(count: int) -> str:
        return trn("Tags on %n annotation(s)", count)

    def _counts(self, _tags: list[FacetCount]) -> dict[int, int]:
        rows = self._desk.archive.annotation_rows(self._ids)
        return dict(Counter(tag.id for row in rows for tag in row.tags))

    def _retag(self, add: list[str], remove: list[str]) -> None:
        self._desk.edit(self._desk.archive.tag_annotations, self._ids, add=add, remove=remove)
