"""Looking back at what was done: to the archive, in one step, to one article."""

from desktop_app.archive.session import Session
from desktop_app.model.steps import ArticleEvent
from desktop_app.store import article_history, articles, history, steps
from desktop_app.store.database import at_once
from desktop_app.store.history import HistoryEntry
from desktop_app.store.steps import StepDetails


class LookingBack:
    """The verbs that read the history."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def history(self, limit: int = 100, article: int = 0) -> list[HistoryEntry]:
        """The latest steps, newest first; of one article those that touched it. Raises NotFoundError."""
        connection = self._session.reader()
        if not article:
            return history.entries(connection, limit)
        with at_once(connection):
            articles.article(connection, article)
            return article_history.steps_of(connection, article, limit)

    def step(self, operation: int) -> StepDetails:
        """What a step did to which things, and what stands in the way of taking it back. Raises NotFoundError."""
        connection = self._session.reader()
        with at_once(connection):
            return steps.details(connection, operation)

    def article_history(self, article: int) -> list[ArticleEvent]:
        """All that became of an article, newest first: steps, and what was logged of it. Raises NotFoundError."""
        connection = self._session.reader()
        with at_once(connection):
            articles.article(connection, article)
            return article_history.events(connection, article)
