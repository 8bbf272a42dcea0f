"""Articles about the same in other languages, by what they mean."""

import numpy as np
import pytest

from desktop_app.archive.archive import Archive
from desktop_app.model.errors import InputRefusedError
from desktop_app.similar.meaning import Space, model
from tests.conftest import article, shelve
from tests.unit.similar.press import BRIDGE, FERRY, VISIT

with_extra = pytest.mark.skipif(not model(), reason="the extra lesesaal[meaning] is not installed")
OSAKA = """Eine Delegation des Hafenamts von Osaka hat Rheinhafen besucht und mit Bürgermeisterin Henriette Quast
gesprochen. Die Gäste sahen die Baustelle am Kai 7. Delegationsleiter Kobayashi lobte die Zusammenarbeit seit dreißig
Jahren und will junge Techniker austauschen. Die Bürgermeisterin möchte im Herbst nach Osaka reisen."""


def test_what_all_texts_of_a_language_share_does_not_count() -> None:
    draw = np.random.default_rng(1)
    topics = draw.normal(size=(10, 40)).astype(np.float32)
    accents = 4 * draw.normal(size=(2, 40)).astype(np.float32)
    vectors = np.concatenate((topics + accents[0], topics + accents[1])).astype(np.float16)
    space = Space(vectors, np.repeat([0, 1], 10))
    assert [space.nearest(row, 1)[0][0] for row in range(20)] == [*range(10, 20), *range(10)]
    assert space.nearest(0, 0) == []
    assert Space(vectors, np.zeros(20, np.int64)).nearest(0, 5) == []


@pytest.mark.skipif(bool(model()), reason="the extra lesesaal[meaning] is installed")
def test_without_the_extra_it_says_what_is_missing(archive: Archive) -> None:
    with pytest.raises(InputRefusedError, match="lesesaal\\[meaning\\]"):
        archive.meanings.relate_by_meaning(True)
    archive.meanings.relate_by_meaning(False)
    assert archive.meanings.find_meanings(here=True) == 0
    assert archive.meanings.across_languages(1) == []


@with_extra
@pytest.mark.parametrize("here", [True, False])
def test_a_japanese_article_finds_the_german_one_about_the_same_visit(empty: Archive, *, here: bool) -> None:
    ids = shelve(
        empty,
        article(VISIT, "大阪から視察団", language="ja"),
        article("新しい美術館が金曜日に開館した。入場は無料で、来月まで特別展が続く。", "美術館", language="ja"),
        article(BRIDGE, "Brücke gesperrt", language="de"),
        article(OSAKA, "Besuch aus Osaka", language="de"),
        article(FERRY, "More ferries", language="en"),
    )
    meanings = empty.meanings
    assert meanings.meanings_waiting() == 0  # off until it is wanted
    meanings.relate_by_meaning(True)
    assert meanings.meanings_waiting() == 5
    assert meanings.find_meanings(here=here) == 5
    assert meanings.meanings_waiting() == 0
    assert meanings.across_languages(ids[0])[0][0] == ids[3]
    assert meanings.across_languages(ids[3])[0][0] == ids[0]
    meanings.relate_by_meaning(False)
    assert meanings.across_languages(ids[0]) == []
