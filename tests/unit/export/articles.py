"""Articles to export: plain ones, and such as nobody would like to meet."""

from dataclasses import replace

from desktop_app.model.article import Article, Note, Part, Provenance, TagLabel

TEXT = (
    "Krefeld. Die Gäste sahen neun Start-ups.\n\nVorn: Julia Amsel. Foto: Stadt\nEin Rundgang\nAm Abend reisten sie ab."
)
NASTY = "<script>alert(1)</script>\"' onload=x & </style></textarea>]]>-->"


def article(number: int = 1, **fields: object) -> Article:
    """A whole article of which some fields are other than usual."""
    usual = Article(
        id=number,
        title="Neun Start-ups",
        kicker="Wirtschaft",
        byline="Maike Dorn",
        place="Krefeld",
        credit="",
        date="2019-05-14",
        source="Rheinhafen-Bote",
        language="de",
        text=TEXT,
        parts=(
            part("Krefeld.", "dateline"),
            part("Vorn: Julia Amsel. Foto: Stadt", "caption"),
            part("Ein Rundgang", "subheading"),
        ),
        version=1,
        words=16,
        starred=True,
        read=False,
        trashed=False,
        tags=(TagLabel(1, "Start-up", 3), TagLabel(2, "Rhein; Ruhr", 11)),
        notes=(
            note(1, "", "Auf das Ganze."),
            note(2, "neun Start-ups", "Wirklich neun?"),
            note(3, "Start-ups.", "", colour=2),
        ),
        provenance=(
            Provenance("/home/reader/Presse/bote.txt", "#3", "ab" * 32, "plain", "utf-8", "2026-11-20T10:00:00Z", 99),
        ),
        fields={"seite": "3"},
        added="2026-11-20T10:00:00Z",
        mentions=({"start": 44, "end": 55, "kind": "person", "confidence": 0.5},),
    )
    return replace(usual, **fields)  # type: ignore[arg-type]


def part(words: str, role: str) -> Part:
    """The part of `TEXT` with these words."""
    return Part(TEXT.index(words), TEXT.index(words) + len(words), role)  # type: ignore[arg-type]


def note(number: int, quote: str, body: str, colour: int = 0) -> Note:
    """A note on these words of `TEXT`, or on the article."""
    start, end = (TEXT.index(quote), TEXT.index(quote) + len(quote)) if quote else (None, None)
    return Note(number, 1, body, start, end, quote, colour, "2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z")


def strange() -> list[Article]:
    """What real archives hold: no title, no date, other scripts, control characters, half pairs, bad intentions."""
    bare = {
        "kicker": "",
        "byline": "",
        "place": "",
        "source": "",
        "parts": (),
        "tags": (),
        "notes": (),
        "provenance": (),
    }
    whole = Note(9, 5, NASTY, 0, 4, NASTY, 7, "", "")
    return [
        article(),
        article(2, title="", date="", text="", language="", **bare),
        article(
            3,
            title="関西ロボティクス、拠点を開設" * 9,
            date="2019-06",
            text="三日、発表した。\u2028次の行",
            language="ja",
            **bare,
        ),
        article(
            4,
            title="\u202egpj.exe\u200f \x07\x1b[31m\ud800\x85",
            date="2018",
            text="a\x00b\ufeff\uffff\ud83d 🦢",
            **bare,
        ),
        article(
            5,
            **dict.fromkeys(("title", "source", "kicker", "byline", "place", "language", "date"), NASTY),
            text=f"{NASTY}\n\n# {NASTY}\n---\n[x](javascript:alert(1)) ![y](//evil.example/y.png)",
            parts=(),
            tags=(TagLabel(1, NASTY, 99),),
            notes=(whole, replace(whole, id=10, start=None, end=None), replace(whole, id=11, start=900, end=990)),
            provenance=(Provenance("C:\\Users\\reader\\" + NASTY.replace("/", "") + ".txt", "", NASTY, "", "", "", 0),),
        ),
        article(6, title="CON", date="", **bare),
        article(7, title="con.", date="", **bare),
    ]
