"""Articles by day: what a histogram of a few months is drawn from."""

from desktop_app.archive.session import Session
from desktop_app.model.listing import Listing
from desktop_app.store import facets


class Days:
    """The verb that counts by day."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def days(self, listing: Listing, first: str, last: str) -> dict[str, int]:
        """Listed articles by day, {"2019-05-14": 3}, from one day to another ("2019-05-01"), both included.

        Those whose date names no day are left out.
        """
        bounds = (int(first.replace("-", "")), int(last.replace("-", "")))
        return facets.by_day(self._session.reader(), listing.ids, *bounds)
