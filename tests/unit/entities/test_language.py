import pytest

from desktop_app.entities.language import paragraphs

GERMAN = "Der Verein hat am Freitag in der Stadthalle seinen neuen Vorstand gewählt, und das Ergebnis ist nicht knapp."
ENGLISH = "The club has elected its new board in the town hall on Friday, and it was not a close result for them."
JAPANESE = "協会は金曜日に新しい理事会を選びました。結果は明らかでした。"
FRENCH = (
    "Le club a élu vendredi son nouveau bureau dans la salle des fêtes, et le résultat du vote fut sans surprise pour "
    "les membres qui avaient fait le déplacement depuis les villages voisins malgré la pluie battante."
)


def _read(text: str, language: str = "") -> list[str]:
    return [read for _, _, read in paragraphs(text, language)]


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (ENGLISH, "en"), (JAPANESE, "ja")])
def test_an_article_in_one_language(text: str, language: str) -> None:
    assert _read(text) == [language]
    assert _read(text, language) == [language]


def test_mixed_articles_are_read_by_paragraph() -> None:
    text = "\n\n".join([GERMAN, ENGLISH, JAPANESE, GERMAN])
    found = list(paragraphs(text, "de"))
    assert [read for _, _, read in found] == ["de", "en", "ja", "de"]
    assert [text[start:end] for start, end, _ in found] == [GERMAN, ENGLISH, JAPANESE, GERMAN]
    assert _read(text, "ja") == ["de", "en", "ja", "de"]
    assert _read(text) == ["de", "en", "ja", "de"]


def test_headings_follow_the_article_and_join_their_paragraphs() -> None:
    assert _read(f"Neuer Vorstand\n\n{ENGLISH}", "en") == ["en"]
    assert _read("Rita Klemm\n\nJan Otte", "de") == ["de"]


def test_other_languages_are_not_read() -> None:
    assert _read(FRENCH) == [""]
    assert _read(FRENCH, "fr") == [""]
    assert _read("Клуб избрал новое правление", "ru") == [""]
    assert _read("协会星期五选出了新的理事会", "zh") == [""]
    assert _read(f"{FRENCH}\n\n{GERMAN}", "fr") == ["", "de"]


@pytest.mark.parametrize("text", ["", "\n\n\n", " ", "\0" * 5000, "1" * 100_000, "\n\n1" * 50_000])
def test_texts_without_words(text: str) -> None:
    assert all(start <= end <= len(text) for start, end, _ in paragraphs(text))
