"""What was read last, and how far. The program notes it by itself, so it is no step that undo takes back."""

from desktop_app.archive.session import Session, now
from desktop_app.model.article import ArticleRow
from desktop_app.store import articles, readings

RECENT = 20


class Readings:
    """The verbs about reading on where one stopped."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def remember_place(self, article: int, offset: int) -> bool:
        """Keep the code point at the top of the page, 0 for an article that was read to its end.

        False where nothing could be kept: the archive is open to read only, or the article is gone.
        """
        if self._session.read_only:
            return False
        with self._session.writing() as connection:
            return readings.remember(connection, article, max(0, offset), now())

    def place_in(self, article: int) -> int:
        """The code point at which to read on; 0 for the beginning."""
        return readings.reached(self._session.reader(), article)

    def recent_readings(self, limit: int = RECENT) -> list[ArticleRow]:
        """The articles that were read last, the newest first."""
        connection = self._session.reader()
        return articles.rows(connection, readings.recent(connection, limit))

    def forget_readings(self) -> int:
        """Forget what was read and how far; returns how many articles that were. The read marks stay."""
        with self._session.writing() as connection:
            return readings.forget(connection)
