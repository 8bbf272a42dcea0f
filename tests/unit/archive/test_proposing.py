"""Who is proposed as one with whom, and what becomes of a decision."""

from collections.abc import Callable

import pytest

from desktop_app.archive.archive import Archive
from desktop_app.archive.proposing import Proposing
from desktop_app.model.errors import InputRefusedError, NotFoundError
from desktop_app.model.people import Suggestion
from desktop_app.model.progress import CancelledError, Control
from tests.conftest import article
from tests.unit.archive.cast import Cast, ListReader, entity, read, who

CAST: Cast = {
    "Michael F. Bayer": ("person", "michael f bayer"),
    "Michael Bayer": ("person", "michael bayer"),
    "Bayer": ("person", "?bayer"),
    "Anna Bayer": ("person", "anna bayer"),
    "Kranwerk": ("organisation", "kranwerk"),
    "Seilbahn": ("organisation", "seilbahn"),
}
OLD = article("Michael F. Bayer vom Kranwerk kam.", "Eins", "2018-01", "Bote")
NEW = article("Michael Bayer vom Kranwerk ging.", "Zwei", "2018-02", "Bote")


@pytest.fixture
def two(empty: Archive) -> Archive:
    """An archive in which one person may have two names."""
    read(empty, OLD, NEW, reader=ListReader(CAST))
    return empty


def _pairs(found: list[Suggestion]) -> list[tuple[set[str], int]]:
    return [({each.a.name, each.b.name}, each.article) for each in found]


def _again(archive: Archive, version: str = "list 2") -> None:
    archive.recognise(reader=ListReader(CAST, version))


def test_names_that_are_nearly_one_are_proposed_with_their_sentences(two: Archive) -> None:
    (found,) = two.suggestions()
    assert {found.a.name, found.b.name} == {"Michael F. Bayer", "Michael Bayer"}
    assert found.article == 0
    assert "Kranwerk" in found.reason
    assert found.reason == found.reason.template.format(**found.reason.fields)
    assert {quote.text for quote in (*found.quotes_a, *found.quotes_b)} == {OLD.text, NEW.text}
    assert two.suggestion_count() == two.entity(entity(two, "Michael Bayer")).suggestions == 1
    assert two.suggestions("organisation") == []


def test_the_same_are_merged_into_the_one_named_more_often(two: Archive) -> None:
    read(two, article("Michael Bayer sprach.", "Drei"), reader=ListReader(CAST))
    (found,) = two.suggestions()
    changes = two.decide(found.id, "same")
    assert two.suggestions() == []
    assert two.suggestion_count() == 0
    assert who(two, 1)[0] == ("Michael F. Bayer", "Michael Bayer")
    assert changes.touches("mentions") or changes.touches("identities")
    two.undo()
    assert _pairs(two.suggestions()) == [({"Michael F. Bayer", "Michael Bayer"}, 0)]
    assert who(two, 1)[0] == ("Michael F. Bayer", "Michael F. Bayer")
    two.redo()
    assert who(two, 1)[0] == ("Michael F. Bayer", "Michael Bayer")


def test_the_different_are_never_proposed_again(two: Archive, reopen: Callable[[Archive], Archive]) -> None:
    (found,) = two.suggestions()
    two.decide(found.id, "different")
    archive = reopen(two)
    _again(archive)
    read(archive, article("Michael Bayer, Michael F. Bayer, Kranwerk.", "Drei"), reader=ListReader(CAST, "list 3"))
    assert archive.suggestions() == []
    archive.undo()
    assert len(archive.suggestions()) == 1


def test_those_left_open_stand_behind_the_others(two: Archive) -> None:
    (found,) = two.suggestions()
    two.decide(found.id, "unsure")
    assert two.suggestion_count() == 0
    assert [each.unsure for each in two.suggestions()] == [True]


def test_merged_ones_that_were_parted_are_not_proposed_again(two: Archive) -> None:
    (found,) = two.suggestions()
    two.decide(found.id, "same")
    two.unmerge_entity(entity(two, two.mentions(1)[0].name))
    _again(two)
    assert two.suggestions() == []


def test_a_decision_holds_for_whatever_is_merged_with_them(two: Archive) -> None:
    read(two, article("Anna Bayer kam.", "Drei"), reader=ListReader(CAST))
    (found,) = two.suggestions()
    two.decide(found.id, "different")
    two.merge_entities([entity(two, "Anna Bayer")], entity(two, "Michael Bayer"))
    _again(two)
    assert two.suggestions() == []


def test_a_surname_with_several_bearers_is_asked_for_each_article(empty: Archive) -> None:
    reader = ListReader(CAST)
    read(empty, OLD, article("Anna Bayer von der Seilbahn kam.", "Zwei", "2018-02", "Kurier"), reader=reader)
    (number, vague) = read(
        empty, article("Bayer lobte das Kranwerk.", "Drei", "2018-03", "Bote"), article("Bayer?", "Vier"), reader=reader
    )
    (found,) = [each for each in empty.suggestions() if each.article]
    assert (found.a.name, found.b.name, found.article) == ("Bayer", "Michael F. Bayer", number)
    assert "Kranwerk" in found.reason
    assert [quote.article for quote in found.quotes_a] == [number]
    empty.decide(found.id, "same")
    assert who(empty, number)[0] == ("Bayer", "Michael F. Bayer")
    assert who(empty, vague) == [("Bayer", "Bayer")]
    _again(empty)
    assert who(empty, number)[0] == ("Bayer", "Michael F. Bayer")
    assert [each for each in empty.suggestions() if each.article] == []
    empty.undo()
    assert who(empty, number)[0] == ("Bayer", "Bayer")


def test_a_surname_with_one_bearer_is_asked_once(empty: Archive) -> None:
    reader = ListReader(CAST)
    read(
        empty,
        OLD,
        *(article(f"Bayer lobte das Kranwerk {n}.", f"T{n}", "2018-03", "Bote") for n in range(3)),
        reader=reader,
    )
    assert _pairs(empty.suggestions("person")) == [({"Bayer", "Michael F. Bayer"}, 0)]


def test_what_a_cancelled_run_did_not_compare_is_compared_by_the_next(empty: Archive) -> None:
    reader = ListReader(CAST)
    read(empty, OLD, article("Anna Bayer von der Seilbahn kam.", "Zwei", "2018-02", "Kurier"), reader=reader)

    class Broken(ListReader):
        def read(self, articles: object, /) -> list[object]:  # type: ignore[override]
            if self.read_texts:
                raise KeyboardInterrupt
            return super().read(articles)  # type: ignore[arg-type, return-value]

    from desktop_app.archive import recognising

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recognising, "BATCH", 1)
        with pytest.raises(KeyboardInterrupt):
            read(
                empty,
                article("Bayer lobte das Kranwerk.", "Drei", "2018-03", "Bote"),
                article("Nichts.", "Vier", "2017"),
                reader=Broken(CAST),
            )
    assert [each for each in empty.suggestions() if each.article] == []
    empty.recognise(reader=ListReader(CAST))
    assert len([each for each in empty.suggestions() if each.article]) == 1


def _ended_before_comparing(archive: Archive) -> None:
    """Read two articles in a run that is ended before it compares their names."""
    control = Control()
    archive.on_change.append(lambda _: control.cancel())

    def propose(*_: object, here: bool) -> None:
        control.checkpoint()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Proposing, "propose", propose)
        with pytest.raises(CancelledError):
            read(archive, OLD, NEW, reader=ListReader(CAST))
    assert archive.suggestions() == []


def test_names_are_compared_even_if_the_run_ended_with_its_last_article(empty: Archive) -> None:
    _ended_before_comparing(empty)
    assert empty.uncompared() == 2
    assert empty.recognise(reader=ListReader(CAST)) == 0
    assert len(empty.suggestions()) == 1
    assert empty.uncompared() == 0


def test_only_a_decision_that_there_is_can_be_taken(two: Archive) -> None:
    (found,) = two.suggestions()
    with pytest.raises(InputRefusedError):
        two.decide(found.id, "perhaps")  # type: ignore[arg-type]
    with pytest.raises(NotFoundError):
        two.decide(99, "same")
    two.merge_entities([found.a.id], found.b.id)
    with pytest.raises(InputRefusedError):
        two.decide(found.id, "same")


def test_rejected_ones_are_not_proposed(two: Archive) -> None:
    two.reject_entities([entity(two, "Michael Bayer")])
    assert two.suggestions() == []


def test_somebody_is_called_by_the_full_form_that_is_used_most(empty: Archive) -> None:
    cast: Cast = dict.fromkeys(("MARCEL VOGEL", "Marcel Vogel", "Vogel"), ("person", "marcel vogel"))
    texts = ["MARCEL VOGEL kam.", "Vogel Vogel Vogel.", "Marcel Vogel!", "Marcel Vogel?"]
    numbers = [read(empty, article(text, text), reader=ListReader(cast))[0] for text in texts]
    assert {name for number in numbers for _, name in who(empty, number)} == {"Marcel Vogel"}
    empty.rename_entity(entity(empty, "Marcel Vogel"), "M. V.")
    read(empty, article("Marcel Vogel.", "x"), reader=ListReader(cast))
    assert who(empty, 1) == [("MARCEL VOGEL", "M. V.")]
    empty.undo()
    assert who(empty, 1) == [("MARCEL VOGEL", "Marcel Vogel")]


def test_a_name_given_can_be_given_again_after_a_run_found_a_better_one(empty: Archive) -> None:
    cast: Cast = dict.fromkeys(("MARCEL VOGEL", "Marcel Vogel"), ("person", "marcel vogel"))
    read(empty, article("MARCEL VOGEL kam.", "A"), reader=ListReader(cast))
    empty.rename_entity(empty.mentions(1)[0].entity, "M. V.")
    empty.undo()
    read(empty, article("Marcel Vogel. Marcel Vogel.", "B"), reader=ListReader(cast))
    assert empty.mentions(1)[0].name == "Marcel Vogel"
    empty.redo()
    assert empty.mentions(1)[0].name == "M. V."
    empty.undo()


def test_a_child_process_compares_many(two: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.archive.proposing import compared_in_child

    (found,) = compared_in_child(two.path, 0, [1, 2], None)
    assert found.score > 0.5
