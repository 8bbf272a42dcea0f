"""Names of columns, keys and front matter in three languages, and their values put into an article."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from desktop_app.ingest.dates import parse_date
from desktop_app.model.article import ParsedArticle

_COLUMNS: dict[str, str] = {}
for _field, _names in {
    "title": "title titel headline überschrift schlagzeile heading subject betreff head 見出し タイトル 題名 表題 件名",
    "text": "text body inhalt content volltext fulltext artikel artikeltext article articlebody "
    "description_html textbody body_text 本文 内容 記事 テキスト 記事本文",
    "date": "date datum published datepublished published_at pubdate published_time "
    "publication_date publicationdate erscheinungsdatum "
    "veröffentlicht veröffentlichungsdatum erschienen created created_at timestamp day "
    "tag_der_veröffentlichung 日付 掲載日 発行日 公開日 配信日 年月日 日時",
    "source": "source quelle newspaper zeitung publication publisher medium outlet paper site "
    "sitename site_name 出典 媒体 媒体名 新聞 新聞名 紙名 掲載紙 情報源 ソース",
    "byline": "author autor authors autoren autorin byline verfasser creator writer journalist 著者 記者 筆者 執筆者",
    "place": "place ort location city stadt dateline 場所 発信地",
    "language": "language lang sprache 言語",
    "tags": "tags schlagwörter schlagworte stichwörter keywords topics themen tag タグ キーワード",
    "kicker": "kicker dachzeile overline rubrik ressort section category kategorie 欄 カテゴリ カテゴリー 分野",
    "lead": "lead teaser vorspann abstract summary description subtitle untertitel standfirst deck intro "
    "要約 リード 概要",
    "credit": "credit photo_credit foto bildnachweis fotograf photographer",
    "url": "url link href permalink webadresse canonical",
}.items():
    _COLUMNS.update(dict.fromkeys(_names.split(), _field))

_LONGEST_VALUE = 20_000  # code points of a field that is kept as it is
_MOST_FIELDS = 60


def canonical(name: str) -> str:
    """The field that a column of this name fills, or ""."""
    key = re.sub(r"[\s-]+", "_", str(name).strip().strip("\ufeff").casefold())
    return _COLUMNS.get(key) or _COLUMNS.get(key.replace("_", ""), "")


def apply_fields(article: ParsedArticle, values: Mapping[str, Any], *, day_first: bool | None) -> str:
    """Put named values into the article; returns the body's text if there is one. Unknown names go to `fields`."""
    body = ""
    for name, value in values.items():
        field = canonical(name)
        plain = _plain(value)
        if not plain:
            continue
        if field == "text":
            body = body or plain
        elif field == "tags":
            article.tags += [tag for tag in _list(value) if tag not in article.tags]
        elif field == "date" and article.date is None and (date := _date(value, day_first)):
            article.date = date
        elif field in {"title", "source", "byline", "place", "kicker", "credit"} and not getattr(article, field):
            setattr(article, field, plain[:2000])
        elif len(article.fields) < _MOST_FIELDS:
            article.fields.setdefault(field if field in {"language", "url", "lead"} else name, plain[:_LONGEST_VALUE])
    return body


def _date(value: Any, day_first: bool | None) -> Any:
    if isinstance(value, dt.date):  # a datetime is one, too
        return parse_date(value.strftime("%Y-%m-%d")) if value.year >= 1000 else None
    if isinstance(value, float) or (isinstance(value, int) and value > 9999):
        return parse_date(str(value)) if isinstance(value, int) and value <= 99_999_999 else None
    return parse_date(str(value), day_first=day_first)


def _plain(value: Any) -> str:
    if value is None or (isinstance(value, bool | float) and value != value):
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        named = value.get("name") or value.get("title") or value.get("text")
        return (
            _plain(named)
            if isinstance(named, str)
            else ", ".join(f"{key}: {_plain(val)}" for key, val in value.items())[:2000]
        )
    if isinstance(value, list | tuple | set):
        return ", ".join(filter(None, (_plain(item) for item in list(value)[:100])))
    return str(value).strip()


def _list(value: Any) -> list[str]:
    if isinstance(value, list | tuple | set):
        return [text[:100] for item in list(value)[:100] if (text := _plain(item))]
    return [tag.strip()[:100] for tag in re.split(r"[,;、|]", _plain(value)) if tag.strip()][:100]
