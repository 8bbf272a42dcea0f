"""The imported bytes beside the article, read as they are."""

from desktop_app.archive.session import Session
from desktop_app.model.article import Provenance
from desktop_app.model.errors import ArchiveDamagedError, InputRefusedError
from desktop_app.model.original import Original
from desktop_app.store import articles


class Originals:
    """The verb that shows an original."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def original_view(self, article: int, place: int = 0) -> Original:
        """What was imported at one of the places where an article was found; 0 is the first of them.

        Raises NotFoundError, ArchiveDamagedError where the bytes are gone, InputRefusedError where they are no text.
        """
        found = articles.article(self._session.reader(), article).provenance
        if not found:
            raise InputRefusedError("This article was not imported from a file; there is no original.")
        return self._read(found[min(place, len(found) - 1)])

    def _read(self, source: Provenance) -> Original:
        # The readers of files are needed for nothing else that a window shows.
        from desktop_app.ingest.original import read_blocks
        from desktop_app.ingest.raw import Raw, RefusedInputError

        path = self._session.folder / "originals" / source.sha256[:2] / source.sha256
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ArchiveDamagedError(
                "The original of {path} cannot be read ({reason}). “check” says what is missing.",
                path=source.path,
                reason=error.strerror or str(error),
            ) from error
        try:
            blocks, cut = read_blocks(Raw(data, source.path, source.encoding), source.format, source.member)
        except RefusedInputError as refusal:
            raise InputRefusedError(
                "The original “{path}” {reason}.", path=source.path, reason=refusal.reason
            ) from refusal
        return Original(source.path, source.format, tuple(blocks), cut)
