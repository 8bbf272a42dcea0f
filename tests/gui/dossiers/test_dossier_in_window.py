"""A dossier and a screening in the whole window: ordering, writing in place, going on, taking back."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.archive.archive import Archive
from desktop_app.gui.dialogs.export_dialog import ExportDialog
from desktop_app.gui.dossiers.chooser import DossierChooser
from desktop_app.gui.dossiers.ordered_rows import mime_of
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.models.article_list import COMMENT_ROLE, DECISION_ROLE
from tests.gui.deeds_dossiers import in_dossier, in_screening, listed
from tests.gui.scene import Scene

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class _FromTheList(QDragMoveEvent):
    """A drag that began in the list."""

    def __init__(self, scene: Scene, point: QPoint, data: QMimeData) -> None:
        super().__init__(point, Qt.DropAction.CopyAction, data, LEFT, NONE)
        self._view = scene.window.list_pane.view

    def source(self) -> object:  # type: ignore[override]
        return self._view


def _drop(scene: Scene, ids: list[int], gap: int) -> bool:
    """Drop articles before a row; whether the list takes them."""
    view = scene.window.list_pane.view
    point, data = QPoint(40, gap * view.row_height() + 2 - view.verticalOffset()), mime_of(ids)
    moved = _FromTheList(scene, point, data)
    view.dragMoveEvent(moved)
    if moved.isAccepted():
        view.dropEvent(QDropEvent(QPointF(point), Qt.DropAction.CopyAction, data, LEFT, NONE))
    return moved.isAccepted()


def test_rows_are_dragged_to_their_place(scene: Scene) -> None:
    _, (a, b, c) = in_dossier(scene)
    assert _drop(scene, [c], 0)
    scene.until(lambda: listed(scene) == [c, a, b])
    assert _drop(scene, [c, a], 3)
    scene.until(lambda: listed(scene) == [b, c, a])
    scene.desk.set_sort("date")
    scene.until(lambda: scene.desk.listing is not None and scene.desk.listing.sort == "date")
    assert not _drop(scene, [c], 0)


def test_only_its_own_articles_are_moved(scene: Scene) -> None:
    number, (a, b, c) = in_dossier(scene)
    inside = list(scene.archive.find().ids[4:6])
    scene.archive.make_dossier("darin", number, ids=inside)
    scene.until(lambda: listed(scene) == [a, b, c, *inside])
    assert _drop(scene, [inside[0], a], 4)  # before one of the dossier below: behind all of this one
    scene.until(lambda: listed(scene) == [b, c, a, *inside])
    assert [entry.article for entry in scene.archive.dossier(number).entries] == [b, c, a]


def test_a_comment_stands_in_the_list_and_above_the_article(scene: Scene) -> None:
    number, ids = in_dossier(scene)
    scene.archive.comment_in_dossier(number, ids[0], "Der **Anfang**, siehe [dort](article:2).")
    strip = scene.window.reader_strips.comment
    scene.until(lambda: "<b>Anfang</b>" in strip.text.text())
    model = scene.window.list_pane.view.articles
    assert model.data(model.index(0), COMMENT_ROLE) == "Der Anfang, siehe dort."
    assert model.data(model.index(1), COMMENT_ROLE) == ""
    scene.archive.undo()
    scene.until(strip.text.isHidden)


def test_what_is_written_is_kept_when_the_keyboard_goes_elsewhere(scene: Scene) -> None:
    number, ids = in_dossier(scene)
    head, strip = scene.window.list_pane.dossier, scene.window.reader_strips.comment
    head.begin()
    assert head.words is not None
    QTest.keyClicks(head.words, "Einleitung")
    strip.begin()  # the keyboard leaves the introduction
    assert head.words is None
    assert strip.words is not None
    QTest.keyClicks(strip.words, "Erster")
    QApplication.sendEvent(strip.words, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert strip.words is not None  # another program is in front
    scene.desk.goto_row.emit(1)
    scene.until(lambda: strip.words is None)
    scene.until(lambda: scene.archive.dossier(number).comments == {ids[0]: "Erster"})
    assert scene.archive.dossier(number).introduction == "Einleitung"


def test_what_is_being_written_when_the_window_closes_is_kept(scene: Scene) -> None:
    number, ids = in_dossier(scene)
    head, strip, path = scene.window.list_pane.dossier, scene.window.reader_strips.comment, scene.archive.path
    head.begin()
    assert head.words is not None
    head.words.setPlainText("Einleitung")
    strip.begin()
    assert strip.words is not None
    strip.words.setPlainText("Erster")
    scene.window.close()
    with closing(Archive.open(path)) as archive:
        assert archive.dossier(number).introduction == "Einleitung"
        assert archive.dossier(number).comments == {ids[0]: "Erster"}


def test_an_archive_that_is_only_read_takes_no_introduction(scene: Scene) -> None:
    in_dossier(scene)
    scene.monkeypatch.setattr(scene.archive, "read_only", True)
    scene.window.list_pane.dossier.begin()
    assert scene.window.list_pane.dossier.words is None


def test_an_article_of_a_dossier_below_is_taken_out_of_that_one_only(scene: Scene) -> None:
    number, _ = in_dossier(scene)
    inside = list(scene.archive.find().ids[4:5])
    scene.archive.make_dossier("darin", number, ids=inside)
    scene.until(lambda: inside[0] in listed(scene))
    scene.read(listed(scene).index(inside[0]))
    told: list[str] = []
    scene.desk.message.connect(told.append)
    scene.do("leave_dossier")
    scene.until(lambda: told)
    assert told == ["This article lies in a dossier below; open that one to take it out."]


def test_the_head_names_the_way_and_what_is_inside(scene: Scene) -> None:
    number, _ = in_dossier(scene)
    inside = int(scene.archive.make_dossier("Kräne", number, introduction="[hier](article:3)").result)
    head = scene.window.list_pane.dossier
    scene.until(lambda: head.findChildren(QPushButton, "dossier_child"))
    (button,) = head.findChildren(QPushButton, "dossier_child")
    button.click()
    scene.until(lambda: head.name.text() == "Hafen › Kräne")
    assert scene.desk.filters == ['dossier:"Hafen/Kräne"']
    head.text.linkActivated.emit("article:3")
    scene.until(lambda: scene.article.id == 3)
    scene.desk.open_query("")
    scene.until(head.isHidden)
    assert scene.archive.dossier(inside).introduction == "[hier](article:3)"


def test_a_dossier_is_exported_with_what_is_written(scene: Scene) -> None:
    number, ids = in_dossier(scene)
    scene.archive.introduce_dossier(number, "Zuerst das.")
    scene.archive.comment_in_dossier(number, ids[1], "Dann dies.")
    scene.until(lambda: scene.desk.collected.comments)
    scene.do("export")
    dialog = scene.dialog(ExportDialog)
    assert dialog.what.currentData() == "dossier"
    dialog.format.setCurrentIndex(dialog.format.findData("markdown"))
    out = scene.tmp_path / "hafen.md"
    dialog.target.setText(str(out))
    dialog.start.click()
    scene.until(out.exists)
    text = out.read_text(encoding="utf-8")
    assert text.startswith("# Hafen\n\nZuerst das.\n")
    assert "> Dann dies.\n" in text
    dialog.close()


def test_the_chooser_is_of_three_states(scene: Scene) -> None:
    number, ids = in_dossier(scene)
    other = list(scene.archive.find().ids[5:6])
    scene.archive.make_dossier("Andere", ids=[*ids, *other])
    chooser = DossierChooser(scene.desk, [ids[0], *other], scene.window)
    chooser.show()
    scene.until(lambda: chooser.list.count() == 2)
    states = [chooser.list.item(row).checkState() for row in range(2)]
    assert states == [Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked]
    chooser.list.setFocus()
    chooser.list.setCurrentRow(0)
    for _ in range(2):  # on, and off
        QTest.keyClick(chooser.list, Qt.Key.Key_Space)
    QTest.keyClicks(chooser.list, "neu/ganz")  # typing goes on above
    assert chooser.words.text() == "neu/ganz"
    QTest.keyClick(chooser.words, Qt.Key.Key_Return)
    scene.until(lambda: [line.path for line in scene.archive.dossiers()] == ["Hafen", "Andere", "neu", "neu/ganz"])
    assert [entry.article for entry in scene.archive.dossier(number).entries] == ids[1:]
    scene.archive.undo()
    assert [line.path for line in scene.archive.dossiers()] == ["Hafen", "Andere"]
    assert [entry.article for entry in scene.archive.dossier(number).entries] == ids


def test_undo_goes_back_to_the_article(scene: Scene) -> None:
    number = in_screening(scene)
    first, second, third = listed(scene)[:3]
    for action, following in (("screen_kept", second), ("screen_dropped", third)):
        scene.do(action)
        scene.until(lambda following=following: scene.desk.article is not None and scene.desk.article.id == following)
        scene.until(lambda following=following: scene.desk.selected == [following])
    bar = scene.window.reader_strips.screening
    scene.until(lambda: bar.count.text() == f"2/{len(listed(scene))}")
    model = scene.window.list_pane.view.articles
    assert [model.data(model.index(row), DECISION_ROLE) for row in range(3)] == ["kept", "dropped", ""]
    scene.do("undo")
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == second)
    scene.until(lambda: scene.desk.collected.decision == "")
    assert scene.archive.decision(number, first) == "kept"
    scene.until(lambda: bar.count.text() == f"1/{len(listed(scene))}")


def test_a_decision_is_about_what_is_seen(scene: Scene) -> None:
    number = in_screening(scene)
    first, second = listed(scene)[:2]
    collected = scene.desk.collected
    collected.decide("kept")
    collected.decide("dropped")  # the next article is still on its way
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == second)
    assert (scene.archive.decision(number, first), scene.archive.decision(number, second)) == ("kept", "")


def test_when_all_is_read_a_dossier_is_offered(scene: Scene) -> None:
    number = in_screening(scene)
    *others, last = listed(scene)
    bar = scene.window.reader_strips.screening
    assert bar.collect.isHidden()
    scene.archive.decide_screened(number, others, "seen")
    scene.desk.collected.go_to(last)
    scene.until(lambda: scene.article.id == last and scene.desk.collected.decision == "")
    bar.verbs["kept"].click()
    scene.until(lambda: not bar.collect.isHidden())
    assert bar.collect.isEnabled()
    assert bar.verbs["kept"].isChecked()


def test_a_screening_waits_for_the_next_day(
    room: Path,
    open_window: Callable[[Path], MainWindow],
    qtbot: object,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    window = open_window(room)
    window._seen.setInterval(10**8)
    scene = Scene(window, qtbot, monkeypatch, tmp_path)  # type: ignore[arg-type]
    in_screening(scene)
    second = listed(scene)[1]
    scene.do("screen_kept")
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == second)
    window.close()
    window = open_window(room)
    window._seen.setInterval(10**8)
    scene = Scene(window, qtbot, monkeypatch, tmp_path)  # type: ignore[arg-type]
    scene.until(lambda: window.sidebar.model.row_of("screening:1") >= 0)
    entry = window.sidebar.model.entry(window.sidebar.model.row_of("screening:1"))
    assert entry is not None
    assert entry.count == 1
    window.sidebar.view.chosen.emit(entry, False, False)
    scene.until(lambda: scene.desk.article is not None)
    assert scene.article.id == second
