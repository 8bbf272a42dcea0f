"""What is done with a closed row is done with all versions that it stands for; nothing forgets those it hides."""

from pathlib import Path

import pytest

from desktop_app.gui.dialogs.export_dialog import ExportDialog
from desktop_app.gui.dossiers.ordered_rows import ids_of, mime_of
from desktop_app.gui.dossiers.start_sheet import StartSheet
from tests.conftest import article, shelve
from tests.gui.scene import Scene
from tests.unit.similar.press import HARBOUR, edited


@pytest.fixture
def press(scene: Scene) -> Scene:
    """The shelf's dozen articles with three versions of one, the newest of all, on top; shown as one row."""
    shelve(
        scene.archive,
        article(HARBOUR, "Züge vom Kai", "2022-02-12", "Rheinhafen-Bote"),
        article(edited(HARBOUR, 0.1), "Container rollen", "2022-02-13", "Niederrhein-Kurier"),
        article(HARBOUR[:500], "Vertrag", "2022-02-11", "Stadtanzeiger"),
    )
    scene.archive.find_families(here=True)
    scene.desk.folding.show_by_family(True)
    scene.until(lambda: scene.desk.listing is not None and 3 in scene.desk.listing.versions.values())
    return scene


def _family(scene: Scene) -> list[int]:
    return scene.archive.families()[0]


def _open(scene: Scene) -> None:
    scene.press("Right")
    scene.until(lambda: scene.desk.listing is not None and len(scene.desk.listing.inside) == 2)


def test_a_verb_acts_on_all_versions_of_a_closed_row(press: Scene) -> None:
    press.read(0)
    assert "3 selected" in press.window.list_pane.line.count.text()
    press.do("star")
    press.until(lambda: sorted(press.archive.find("", view="starred").ids) == sorted(_family(press)))
    assert press.archive.history(1)[0].fields["count"] == 3
    press.archive.undo()
    press.until(lambda: not len(press.archive.find("", view="starred")))


def test_a_verb_acts_on_the_row_alone_once_it_is_open(press: Scene) -> None:
    first = press.read(0)
    _open(press)
    press.do("star")
    press.until(lambda: press.archive.find("", view="starred").ids.tolist() == [first.id])


def test_the_trash_takes_what_the_search_finds_of_a_family(press: Scene) -> None:
    press.desk.toggle_filter("date:2022-02-12..2022-02-13")
    press.until(lambda: press.desk.listing is not None and press.desk.listing.total == 2 == 1 + len(press.desk.listing))
    press.read(0)
    press.do("trash")
    press.until(lambda: len(press.archive.find("", view="trash")) == 2)
    trashed = press.archive.rows(press.archive.find("", view="trash").ids)
    assert {row.title for row in trashed} == {"Züge vom Kai", "Container rollen"}


def test_everything_selected_is_everything_found(press: Scene) -> None:
    press.read(0)
    press.window.list_pane.view.selectAll()
    press.until(lambda: len(press.desk.selected) > 2)
    assert sorted(press.desk.targets()) == sorted(press.archive.find().ids)
    assert ids_of(mime_of(press.desk.targets())) == press.desk.targets()


def test_counts_and_the_export_are_of_all_articles(press: Scene, tmp_path: Path) -> None:
    found = len(press.archive.find())
    assert press.desk.listing is not None
    assert len(press.desk.listing) == found - 2
    press.until(lambda: press.window.strip._articles.text() == f"{found} articles")
    assert press.window._export.text() == f"Export {found}"
    press.do("export")
    dialog = press.dialog(ExportDialog)
    dialog.what.setCurrentIndex(dialog.what.findData("list"))
    assert f"{found} articles" in dialog.what.currentText()
    assert sorted(dialog._ids() or ()) == sorted(press.archive.find().ids)
    dialog.target.setText(str(tmp_path / "all.csv"))
    dialog.start.click()
    press.until(lambda: dialog.state.text().startswith(f"{found} articles exported"))
    dialog.close()


def test_a_screening_reads_all_versions(press: Scene) -> None:
    found = len(press.archive.find())
    press.do("start_screening")
    sheet = press.dialog(StartSheet)
    sheet.name.setText("Alles")
    sheet.begin.click()
    press.until(press.archive.screenings)
    (screening,) = press.archive.screenings()
    assert screening.total == found


def test_the_next_hit_opens_the_row_that_hides_it(press: Scene) -> None:
    press.archive.catch_up()
    press.search("Brenneisen")
    press.until(lambda: press.desk.listing is not None and press.desk.listing.total == 3 == 2 + len(press.desk.listing))
    first = press.read(0)
    seen = {first.id}
    for _ in range(40):
        press.until(lambda: press.desk.hits)
        press.do("next_hit")
        if press.desk.listing is not None and press.desk.listing.inside:
            break
    press.until(lambda: press.desk.article is not None and press.desk.article.id not in seen)
    assert press.article.id in _family(press)
    press.until(lambda: press.desk.selected == [press.article.id])
