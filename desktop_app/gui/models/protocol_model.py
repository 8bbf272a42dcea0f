"""The search protocol as a table: what was searched when, how much was found then, and what is new since."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QDate, QLocale, QObject

from desktop_app.gui.finding import fold
from desktop_app.gui.i18n import tr
from desktop_app.gui.models.rows_model import Column, RowsModel
from desktop_app.model.searching import LoggedSearch

WHEN, QUERY, COUNT, NEW, OF = range(5)


class ProtocolModel(RowsModel):
    """`LoggedSearch`es; `news` says by entry how many articles came since, as far as that is known."""

    def __init__(self, parent: QObject | None = None) -> None:
        self.news: dict[int, int] = {}
        super().__init__(
            (
                Column(tr("When"), lambda entry: told_time(entry.at), lambda entry: entry.at),
                Column(tr("Query"), lambda entry: entry.query, lambda entry: fold(entry.query), tip=_tip),
                Column(tr("Found"), lambda entry: _grouped(entry.count), lambda entry: -entry.count, right=True),
                Column(tr("New since"), self._told_news, lambda entry: -self.news.get(entry.id, 0), right=True),
                Column(
                    tr("In the archive"), lambda entry: _grouped(entry.archive), lambda entry: entry.archive, right=True
                ),
            ),
            parent,
        )

    def add_news(self, news: dict[int, int]) -> None:
        """Take over how much is new for some entries."""
        self.news.update(news)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, NEW), self.index(self.rowCount() - 1, NEW))

    def _told_news(self, entry: Any) -> str:
        count = self.news.get(entry.id)
        if count is None:
            return "…"
        return tr("+{count} new", count=_grouped(count)) if count else "–"


def told_time(at: str) -> str:
    """A time of the protocol in the reader's own zone: "22.11.2026, 14:05"."""
    try:
        moment = dt.datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    day = QLocale().toString(QDate(moment.year, moment.month, moment.day), QLocale.FormatType.ShortFormat)
    return f"{day}, {moment:%H:%M}"


def _tip(entry: LoggedSearch) -> str:
    return tr("read as: {query}", query=entry.understood) if entry.understood else entry.query


def _grouped(count: int) -> str:
    return QLocale().toString(count)
