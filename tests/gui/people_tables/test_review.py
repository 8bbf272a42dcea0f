"""The review queue: one pair at a time, one key an answer, and every answer can be taken back."""

from desktop_app.gui.panes.review_pane import ReviewPane, likely
from tests.gui.cast import named
from tests.gui.deeds_people import review_of
from tests.gui.scene import Scene


def pair(pane: ReviewPane) -> set[str]:
    """The names that stand side by side, on the screen."""
    return {side.row.name for side in pane._sides}


IHK = {"IHK", "IHK Niederrhein-Mitte"}
TANABE = {"Tanabe", "Yuki Tanabe"}
STRANGERS = {"Kenji Moriyama", "Uwe Terhorst"}


def test_the_likeliest_comes_first_with_sentences_and_reason(scene: Scene) -> None:
    pane = review_of(scene)
    assert pair(pane) == IHK
    assert pane.state.text() == "3 left"
    assert all(side.quotes for side in pane._sides)
    assert pane.reason.text() == "very likely the same (0.93) · the names are spelt alike"
    assert [pane.next.item(row).text() for row in range(pane.next.count())] == [
        "Yuki Tanabe – Tanabe",
        "Kenji Moriyama – Uwe Terhorst",
    ]


def test_keys_answer_and_the_next_pair_stands_there_at_once(scene: Scene) -> None:
    pane = review_of(scene)
    scene.press("J")
    assert pair(pane) == TANABE  # before the archive has written anything
    scene.press("N")
    assert pair(pane) == STRANGERS
    assert pane.state.text() == "1 left"
    scene.until(lambda: not pane._flying)
    archive = scene.archive
    assert len(archive.entity_ids("organisation")) == 3
    assert len(archive.entity_ids("person")) == 6
    assert [(each.a.name, each.b.name) for each in archive.suggestions()] == [("Kenji Moriyama", "Uwe Terhorst")]


def test_taking_back_brings_the_pair_back(scene: Scene) -> None:
    pane = review_of(scene)
    scene.press("J")
    scene.until(lambda: not pane._flying and pane.left == 2)
    scene.press("Z")
    scene.until(lambda: pair(pane) == IHK)
    assert pane.state.text() == "3 left"
    assert pane.bar.value() == 0
    assert len(scene.archive.entity_ids("organisation")) == 4


def test_arrow_keys_leave_one_for_later(scene: Scene) -> None:
    pane = review_of(scene)
    scene.press("Right")
    assert pair(pane) == TANABE
    scene.press("Left")
    assert pair(pane) == IHK
    scene.press("Up")  # round the end
    assert pair(pane) == STRANGERS
    scene.press("N")
    assert pair(pane) == IHK
    pane.next.itemClicked.emit(pane.next.item(0))
    assert pair(pane) == TANABE


def test_what_is_left_open_comes_last_and_says_so(scene: Scene) -> None:
    pane = review_of(scene)
    scene.press("U")
    scene.until(lambda: not pane._flying and len(pane.queue) == 3)
    assert pair(pane) == TANABE
    assert pane.state.text() == "2 left"
    scene.press("J")
    scene.press("N")
    scene.until(lambda: not pane._flying and len(pane.queue) == 1)
    assert pair(pane) == IHK
    assert pane.reason.text().endswith("left open before")
    assert pane.state.text() == "1 left open"


def test_when_all_is_answered_it_says_so_and_leads_on(scene: Scene) -> None:
    pane = review_of(scene)
    for key in "JNN":
        scene.press(key)
    scene.until(lambda: not pane._flying and pane.left == 0)
    assert pane.empty.isVisible()
    assert not pane.asks()
    assert not scene.window.action("same").isEnabled()
    pane.empty.buttons()[0].click()
    assert scene.desk.room.name == "people"


def test_one_person_can_be_reviewed_alone(scene: Scene) -> None:
    pane = review_of(scene)
    scene.desk.open_review(named(scene, "Yuki Tanabe"))
    scene.until(lambda: pair(pane) == TANABE)
    assert pane.state.text() == "1 left"
    assert not pane.all.isHidden()
    pane.all.click()
    scene.until(lambda: pair(pane) == IHK)


def test_names_and_sentences_lead_to_their_page_and_article(scene: Scene) -> None:
    pane = review_of(scene)
    side = pane._sides[0]
    quote = side.quotes[0].quote
    side.quotes[0].click()
    scene.until(lambda: scene.desk.article is not None and scene.desk.article.id == quote.article)
    assert scene.desk.room.name == "articles"
    scene.press("Alt+Left")
    scene.until(pane.isVisible)
    pane._sides[0].name.click()
    assert scene.desk.room.entity == side.row.id


def test_an_answer_that_comes_too_late_is_told_and_the_queue_goes_on(scene: Scene) -> None:
    pane = review_of(scene)
    scene.archive.merge_entities([named(scene, "Tanabe")], named(scene, "Yuki Tanabe"))
    scene.until(lambda: len(pane.queue) == 2)
    assert pair(pane) == IHK


def test_confidence_in_words() -> None:
    assert [likely(score) for score in (0.95, 0.8, 0.65, 0.5)] == [
        "very likely the same",
        "probably the same",
        "perhaps the same",
        "hardly the same",
    ]
