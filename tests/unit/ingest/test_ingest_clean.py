"""Tidying loses no word."""

from desktop_app.ingest.clean import join_hyphens, join_lines, tidy, unwrap, wrap_width

WRAPPED = [
    "Der Rat der Stadt Rheinhafen hat am Mittwoch",
    "mit 34 gegen 16 Stimmen den Haushalt für das",
    "Jahr 2017 beschlossen. Er sieht Ausgaben von",
    "341 Millionen Euro vor und kommt zum ersten",
    "Mal seit 1998 ohne neue Kredite aus.",
]


def test_tidy() -> None:
    assert (
        tidy("\ufeffEins  \r\n\r\n\r\n\r\nZwei\u00adter \x1b[31mrot\x1b[0m\x07\x0cneu") == "Eins\n\nZweiter rot\n\nneu"
    )


def test_hyphens_at_line_ends() -> None:
    assert join_hyphens("Wirtschafts-\npartner") == "Wirtschaftspartner"
    assert join_hyphens("Start-\nup") == "Start-up"
    assert join_hyphens("Nordrhein-\nWestfalen") == "Nordrhein-Westfalen"
    assert join_hyphens("Import-\nund Export") == "Import- und Export"
    assert join_hyphens("ein Online-\nmarkt, der Online-markt heißt").startswith("ein Online-markt")


def test_hyphen_inside_a_line_stays() -> None:
    assert tidy("Förderung von Start- ups") == "Förderung von Start- ups"


def test_wrapped_prose_is_recognised() -> None:
    width = wrap_width(WRAPPED)
    assert width == 44
    assert len(unwrap("\n".join(WRAPPED), width)) == 1


def test_verse_and_short_lines_stay() -> None:
    assert (
        wrap_width(
            [
                "Rosen auf den Weg gestreut",
                "und des Harms vergessen!",
                "Eine kleine Spanne Zeit",
                "ward uns zugemessen.",
            ]
        )
        == 0
    )


def test_columns_stay() -> None:
    table = "Wheat   2.55   2.40\nCorn    1.35   1.92"
    assert unwrap(table, 20) == table.split("\n")


def test_lines_of_japanese_join_without_space() -> None:
    assert join_lines("東京都は", "発表した") == "東京都は発表した"
    assert join_lines("Berlin", "Mitte") == "Berlin Mitte"
