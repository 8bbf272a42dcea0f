"""The query doctor in the window: what each part finds, who is to blame, and mending with one click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive.archive import Archive
from desktop_app.gui import theme
from desktop_app.gui.desk import Desk
from desktop_app.gui.panes.doctor_panel import DoctorPanel, PartRow, finding, killers, repair_text
from desktop_app.gui.panes.list_pane import ListPane
from desktop_app.model.query_notices import Notice
from desktop_app.model.searching import Diagnosis, QueryPart, Repair
from tests.gui.left import show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot) -> ListPane:
    pane = ListPane(desk)
    show(qtbot, pane)
    return pane


def examined(pane: ListPane, desk: Desk, qtbot: QtBot, query: str) -> DoctorPanel:
    desk.open_query(query)
    # With the listing it would examine once more, and what a test shows would be gone.
    qtbot.waitUntil(lambda: desk.listing is not None and desk.listing.query == query, timeout=10_000)
    pane.show_doctor(True)
    qtbot.waitUntil(lambda: pane.doctor.diagnosis is not None and pane.doctor.diagnosis.query == query, timeout=10_000)
    return pane.doctor


def rows(doctor: DoctorPanel) -> list[PartRow]:
    return [row for row in doctor.findChildren(PartRow) if not row.isHidden()]


def test_each_part_is_counted(pane: ListPane, desk: Desk, archive: Archive, qtbot: QtBot) -> None:
    doctor = examined(pane, desk, qtbot, "Hafen Osaka lang:de")
    counted = {row.part.text: (row.part.count, row.part.without) for row in rows(doctor)}
    assert counted["Hafen"] == (len(archive.find("Hafen")), len(archive.find("Osaka lang:de")))
    assert counted["lang:de"] == (len(archive.find("lang:de")), len(archive.find("Hafen Osaka")))
    row = rows(doctor)[0]
    assert "alone" in row.accessibleName()
    assert str(counted["Hafen"][1]) in row.accessibleName()
    assert not any(row.guilty for row in rows(doctor))


def test_the_part_that_leaves_nothing_over_is_marked(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    doctor = examined(pane, desk, qtbot, "Hafen xyzxyz")
    assert [row.part.text for row in rows(doctor) if row.guilty] == ["xyzxyz"]
    assert doctor.summary.text() == "No article has “xyzxyz”."
    assert pane.empty.isVisible()


def test_it_follows_the_search_while_it_is_open(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    doctor = examined(pane, desk, qtbot, "Hafen Osaka")
    desk.set_text("Kansai")
    qtbot.waitUntil(lambda: [row.part.text for row in rows(doctor)] == ["Kansai"])
    desk.set_text("")
    qtbot.waitUntil(lambda: rows(doctor) == [])
    assert "Type a search" in doctor.summary.text()


def test_esc_closes_it_and_gives_the_keyboard_back(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    doctor = examined(pane, desk, qtbot, "Hafen")
    assert pane.line.doctor.isChecked()
    QTest.keyClick(doctor, Qt.Key.Key_Escape)
    assert doctor.isHidden()
    assert not pane.line.doctor.isChecked()
    assert pane.view.hasFocus()
    pane.line.doctor.click()
    assert doctor.isVisible()
    pane.line.doctor.click()
    assert doctor.isHidden()


def test_a_repair_is_one_click(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    doctor = examined(pane, desk, qtbot, "Hafen")
    repairs = (
        Repair(Notice.made("Without “{part}”", part="date:2018"), "Osaka lang:de", 7),
        Repair(Notice.made("Without “{part}”", part="Osaka"), "date:2018", 12_000),
    )
    spelling = Repair(Notice.made("“{word}” instead", word="Osaka"), "Osaka", 9)
    parts = (QueryPart("Osakka", 0, 7, (spelling,)), QueryPart("date:2018", 3, 7))
    doctor._show(Diagnosis("Osakka date:2018", 0, parts, repairs))
    buttons = doctor.buttons()
    texts = ["“Osaka” instead  ·  9", "Without “2018”  ·  7", "Without “Osaka”  ·  12,000"]
    assert [button.text() for button in buttons] == texts
    assert [bool(button.property("primary")) for button in buttons] == [False, True, False]
    buttons[1].click()
    assert (desk.text, desk.filters) == ("Osaka", ["lang:de"])


def test_a_long_repair_is_cut_and_pushes_nothing_aside(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    doctor = examined(pane, desk, qtbot, "Hafen")
    long = Repair(Notice.made("Without “{part}”", part="Donaudampfschifffahrtsgesellschaft " * 4), "Osaka", 7)
    doctor._show(Diagnosis("Hafen Osaka", 0, (QueryPart("Hafen", 3, 0), QueryPart("Osaka", 2, 0)), (long,)))
    (button,) = doctor.buttons()
    qtbot.waitUntil(button.isVisible)
    assert "…" in button.text()
    assert button.text().endswith("·  7")
    assert long.sentence in button.toolTip()
    for width in (424, 300):
        pane.resize(width, 700)
        qtbot.waitUntil(lambda: all(_inside(part, doctor) for part in [button, *rows(doctor)]))


def _inside(part: QWidget, doctor: DoctorPanel) -> bool:
    return part.mapTo(doctor, part.rect().topRight()).x() < doctor.width()


def test_who_is_to_blame() -> None:
    both = (QueryPart("a", 5, 3), QueryPart("b", 3, 5))
    assert killers(Diagnosis("a b", 2, both)) == set()
    assert killers(Diagnosis("a b", 0, both)) == {1}
    assert killers(Diagnosis("a b c", 0, (*both, QueryPart("c", 0, 9)))) == {2}
    assert killers(Diagnosis("a b", 0, (QueryPart("a", 5, 0), QueryPart("b", 3, 0)))) == set()
    assert "leaves nothing over" in finding(Diagnosis("a b", 0, both))
    assert "No two parts" in finding(Diagnosis("a b", 0, (QueryPart("a", 5, 0), QueryPart("b", 3, 0))))
    assert finding(Diagnosis("a b", 2, both)) == "2 articles fit all of this. “b” narrows it down most."
    assert repair_text(Repair("as it stands", "a", 3)) == "as it stands  ·  3"


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_bars_follow_the_theme(pane: ListPane, desk: Desk, qtbot: QtBot, look: theme.ThemeName) -> None:
    theme.apply(look)
    doctor = examined(pane, desk, qtbot, "Hafen xyzxyz")
    hafen = rows(doctor)[0]
    qtbot.waitUntil(lambda: hafen.isVisible() and hafen.width() > 200)
    picture = hafen.grab().toImage()
    assert picture.pixelColor(6, 26) == theme.current().accent
    theme.apply("light")


def test_an_empty_list_opens_the_doctor(pane: ListPane, desk: Desk, qtbot: QtBot) -> None:
    desk.open_query("Hafen xyzxyz")
    qtbot.waitUntil(lambda: "What each word finds …" in [button.text() for button in pane.empty.buttons()])
    pane.empty.buttons()[-1].click()
    assert pane.doctor.isVisible()
