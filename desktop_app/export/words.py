"""The few words on exported pages, in the languages of the window."""

from desktop_app.model.dates import PartialDate

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Press articles",
        "one": "1 article",
        "many": "{n} articles",
        "some": "{n} of {all} articles",
        "none": "No article matches. Take a word out or another tag.",
        "filter": "Filter by title, source, date or tag",
        "undated": "undated",
        "untitled": "untitled",
        "previous": "Previous article",
        "next": "Next article",
    },
    "de": {
        "title": "Presseartikel",
        "one": "1 Artikel",
        "many": "{n} Artikel",
        "some": "{n} von {all} Artikeln",
        "none": "Kein Artikel passt. Nehmen Sie ein Wort heraus oder ein anderes Schlagwort.",
        "filter": "Nach Titel, Quelle, Datum oder Schlagwort filtern",
        "undated": "ohne Datum",
        "untitled": "ohne Titel",
        "previous": "Voriger Artikel",
        "next": "Nächster Artikel",
    },
    "ja": {
        "title": "新聞記事",
        "one": "1件",
        "many": "{n}件",
        "some": "{all}件中{n}件",
        "none": "該当する記事がありません。語句を減らすか、別のタグを選んでください。",
        "filter": "見出し・出典・日付・タグで絞り込む",
        "undated": "日付なし",
        "untitled": "無題",
        "previous": "前の記事",
        "next": "次の記事",
    },
}
_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "de": ("Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
}
_GROUPS = {"en": ",", "de": ".", "ja": ","}


def spoken_date(edtf: str, language: str) -> str:
    """A partial date in words: “14 May 2019”, “Sept. 2018”, “2019年6月3日”; what is no date stays as it is."""
    try:
        date = PartialDate.parse(edtf)
    except ValueError:
        return edtf
    if language == "ja":
        month, day = f"{date.month}月" if date.month else "", f"{date.day}日" if date.day else ""
        return f"{date.year}年{month}{day}"
    if date.day and language == "de":
        return f"{date.day:02}.{date.month:02}.{date.year}"
    month = _MONTHS[language][date.month - 1] if date.month else ""
    return " ".join(filter(None, (str(date.day or ""), month, str(date.year))))


def number(value: int, language: str) -> str:
    """A count with its thousands set off."""
    return f"{value:,}".replace(",", _GROUPS[language])
