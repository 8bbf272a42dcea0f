"""Recognises the header of a press text: kicker, title, date, paper, author. What is not there stays empty."""

import re
from dataclasses import dataclass, field

from desktop_app.ingest import phrases
from desktop_app.ingest.clean import join_hyphens, join_lines, tidy, unwrap, wrap_width
from desktop_app.ingest.datelines import dateline_alone, read_dateline
from desktop_app.ingest.dates import parse_date
from desktop_app.ingest.imprint import (
    LONGEST_LINE,
    Imprint,
    is_caption,
    is_strong_name,
    read_byline,
    read_credit,
    read_glued,
    read_imprint,
    read_label,
    read_masthead,
)
from desktop_app.ingest.paragraphs import Paragraph, compose
from desktop_app.model.article import ParsedArticle

_MOST_CANDIDATES = 4
_SENTENCES = re.compile(r"(?<![\d.])[.!?]['\"”“»]?\s+[A-ZÄÖÜ„\"»“]")
_FIRST_SENTENCE = re.compile(
    r".{8,140}?(?<!\b[A-ZÄÖÜ])(?<!\b(?:Dr|St|Nr|Mr|Ms))(?<!\bProf)[.!?]['\"”“»]?(?=\s+[A-ZÄÖÜ„\"»“0-9])|.{4,80}?[。！？](?=.)"
)
_CONTINUES = re.compile(
    r".*(?:[-,‐]|\b(?:und|oder|der|die|das|den|dem|des|in|im|am|an|auf|für|mit|von|zu|bei|nach|and|or|the|of|in|on|for|to|with|a))$",
    re.IGNORECASE,
)
_SENTENCE_END = (".", "。", ".“", ".”", '."', ".»")


_COLUMNS = re.compile(r"-{2,}\s+-{2,}|\S {3,}\S+ {3,}\S")
_NAME_JA = re.compile("[\u4e00-\u9fff]{2,4}[ \u3000]?[\u4e00-\u9fff\u3041-\u3093\u30a1-\u30f6]{1,4}")


@dataclass(slots=True)
class _Line:
    text: str
    block: int


@dataclass(slots=True)
class _Scan:
    """The header as far as it has been read."""

    article: ParsedArticle
    candidates: list[_Line] = field(default_factory=list)  # title, kicker or lead
    kept: list[Paragraph] = field(default_factory=list)  # byline, credit: they stay in the text
    lead: str = ""
    stated: bool = False  # a date, source or byline line was seen: what stood above it is a heading
    ended: bool = False  # … and after that the body begins


def recognise(text: str, *, title: str = "") -> ParsedArticle:
    """Read a press text that begins with its header. `title` is given where the container states it."""
    lines = tidy(text).split("\n")
    scan = _Scan(ParsedArticle("", title=title))
    body = _read_head(scan, lines)
    rest = lines[body:]
    rest = _read_tail(scan.article, rest)
    _settle_title(scan, has_body=any(line.strip() for line in rest))
    paragraphs = [*scan.kept, *body_paragraphs(rest)]
    return compose(scan.article, paragraphs)


def body_paragraphs(lines: list[str]) -> list[Paragraph]:
    """The paragraphs of lines of prose, re-flowed where they were clearly hard-wrapped."""
    width = wrap_width(lines)
    paragraphs: list[Paragraph] = []
    for block in re.split(r"\n\s*\n", "\n".join(lines)):
        block = block.strip("\n")
        if not block.strip():
            continue
        if width:
            paragraphs += [Paragraph(text) for text in unwrap(block, width)]
        else:
            paragraphs.append(Paragraph(join_hyphens(block).strip()))
    return paragraphs


def _read_head(scan: _Scan, lines: list[str]) -> int:
    """Read lines into the scan until the body begins; returns the number of its first line."""
    block, number, fresh = 0, 0, True
    while number < len(lines) and not scan.ended:
        line = lines[number]
        if not line.strip():
            block, fresh = block + 1, True
            number += 1
            if scan.lead:
                break
            continue
        if not _read_line(scan, lines, number, block, fresh=fresh):
            break
        fresh = False
        number += 1
    return number


def _read_line(scan: _Scan, lines: list[str], number: int, block: int, *, fresh: bool) -> bool:
    """Whether this line belongs to the header; then the scan holds what it says."""
    line = lines[number].strip()
    if len(line) > 700:
        return False
    if _stated(scan, line) or _masthead(scan, lines, number):
        scan.stated = True
        return True
    if not scan.candidates and not scan.stated and (glued := read_glued(lines[number])):
        _take_glued(scan, glued, lines, number)
        return not scan.ended or bool(scan.lead or scan.candidates)
    if read_byline(line):
        scan.article.byline = scan.article.byline or read_byline(line)
        scan.kept.append(Paragraph(line, "byline"))
        scan.stated = True
        return True
    if _lone_name(scan, lines, number):
        return True
    if fresh and (read_credit(line) or is_caption(line)):
        return False
    if not _could_be_heading(scan, lines, number, block):
        return False
    scan.candidates.append(_Line(line, block))
    return True


def _stated(scan: _Scan, line: str) -> bool:
    """Take a labelled line or a date and source line."""
    article = scan.article
    if labelled := read_label(line):
        return _take_label(article, *labelled)
    imprint = read_imprint(line)
    if imprint is None:
        return False
    _take_imprint(article, imprint)
    return True


def _masthead(scan: _Scan, lines: list[str], number: int) -> bool:
    """Take a line that is a paper's name, if what stands around it bears that out."""
    name = read_masthead(lines[number])
    if not name or scan.article.source:
        return False
    near = [line.strip() for line in (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])]
    imprints = [imprint for line in near if line and (imprint := read_imprint(line))]
    dated = bool(imprints) and not any(imprint.source for imprint in imprints)
    strong = is_strong_name(name)
    if name.isupper() and not strong:
        return False
    if not dated and not (strong and not any(near) and len(lines) > number + 2):
        return False
    scan.article.source = name
    return True


def _lone_name(scan: _Scan, lines: list[str], number: int) -> bool:
    """Take a dateline or a Japanese author's name that has a line of its own below the date."""
    line = lines[number].strip()
    if dateline := dateline_alone(line):
        scan.article.place = scan.article.place or dateline.place
        scan.article.byline = scan.article.byline or dateline.byline
        scan.kept.append(Paragraph(line, "dateline"))
        scan.stated = True
        return True
    if scan.stated and scan.candidates and not scan.article.byline and _NAME_JA.fullmatch(line):
        scan.article.byline = line
        scan.kept.append(Paragraph(line, "byline"))
        return True
    return False


def _take_imprint(article: ParsedArticle, imprint: Imprint) -> None:
    article.date = article.date or imprint.date
    article.source = article.source or imprint.source
    article.place = article.place or imprint.place
    article.byline = article.byline or imprint.byline


def _take_label(article: ParsedArticle, name: str, value: str) -> bool:
    if name == "date":
        article.date = article.date or parse_date(value)
    elif name == "source":
        imprint = read_imprint(value)
        if imprint and imprint.source:
            _take_imprint(article, imprint)
        else:
            article.source = article.source or value
    elif name == "tags":
        article.tags += [tag.strip() for tag in re.split(r"[,;、，]", value) if tag.strip()]
    elif name in {"title", "kicker", "byline", "place"}:
        if not getattr(article, name):
            setattr(article, name, value)
    else:
        article.fields.setdefault(name, value)
    return True


def _take_glued(scan: _Scan, glued: Imprint, lines: list[str], number: int) -> None:
    """A date on the same line as the first words: these are heading and lead, unless they are the body itself."""
    scan.article.date = glued.date
    scan.stated = True
    rest = glued.rest.strip()
    followed = any(line.strip() for line in lines[number + 1 :])
    if followed and len(rest) <= 320:
        sentence = _FIRST_SENTENCE.match(rest)
        heading = sentence[0] if sentence else rest
        if len(heading) <= LONGEST_LINE:
            scan.candidates.append(_Line(heading, -1))
            scan.lead = rest[len(heading) :].strip()
            return
    lines[number] = rest
    scan.ended = True


def _could_be_heading(scan: _Scan, lines: list[str], number: int, block: int) -> bool:
    line = lines[number].strip()
    if len(scan.candidates) >= _MOST_CANDIDATES or len(line) > LONGEST_LINE + 40 or _COLUMNS.search(line):
        return False
    if scan.stated and scan.candidates and scan.candidates[-1].block != block and not _only_kickers(scan):
        return _byline_next(lines, number)  # else the header is complete, and this is the body
    after = lines[number + 1].strip() if number + 1 < len(lines) else ""
    upcoming = _stated_next(lines, number)
    if upcoming:
        return len(line) <= LONGEST_LINE + 40
    if line.endswith((",", ";")) or (line.endswith(_SENTENCE_END) and not line.endswith("...")):
        return False
    if _SENTENCES.search(line) or read_dateline(line, certain=len(line) <= 100):
        return False
    if after:
        return _heading_above(lines, number)
    return len(line) <= LONGEST_LINE


def _only_kickers(scan: _Scan) -> bool:
    """Whether all that was read so far is kickers: the title is still to come."""
    return all(_shouts(line.text) or phrases.RUBRIC.fullmatch(line.text) for line in scan.candidates)


def _byline_next(lines: list[str], number: int) -> bool:
    following = next((line.strip() for line in lines[number + 1 : number + 4] if line.strip()), "")
    return bool(following and read_byline(following))


def _shouts(text: str) -> bool:
    return text.isupper() and len(text) <= 45


def _stated_next(lines: list[str], number: int) -> bool:
    """Whether date, source or author is stated right below, with at most two more headings before it."""
    coming = [line.strip() for line in lines[number + 1 : number + 6] if line.strip()][:3]
    for text in coming:
        if read_label(text) or read_imprint(text) or read_byline(text):
            return True
        if len(text) > LONGEST_LINE or _SENTENCES.search(text):
            return False
    return False


def _heading_above(lines: list[str], number: int) -> bool:
    """Whether a line with text right below it is a heading and no prose that was wrapped."""
    line, after = lines[number].strip(), lines[number + 1].strip()
    if len(after) > 2 * LONGEST_LINE or read_dateline(after):
        return len(line) <= 120
    block = []
    for text in lines[number:]:
        if not text.strip():
            break
        block.append(text)
    if len(block) == 2 and len(after) <= LONGEST_LINE and not _SENTENCES.search(after):
        return not after.endswith(_SENTENCE_END)  # kicker and title, or a title on two lines
    if len(block) == 3 and _shouts(line):
        return True
    if len(block) == 3 and all(len(text) <= 90 and not text.rstrip().endswith(_SENTENCE_END) for text in block):
        return True
    return len(line) <= 70 and len(after) >= 2 * len(line) and len(after) > 100


def _settle_title(scan: _Scan, *, has_body: bool) -> None:
    """Decide which of the lines above the body is the kicker, which the title, and which belongs to the text."""
    article = scan.article
    lines = _join_wrapped(scan.candidates)
    if not has_body and not scan.stated and not scan.lead:
        scan.kept[:0] = [Paragraph(line) for line in lines]  # nothing but short lines: they are the text
        return
    if article.title and lines and same_words(lines[0], article.title):
        lines = lines[1:]
    elif article.title:
        scan.kept[:0] = [Paragraph(line) for line in lines]
        lines = []
    if lines and not article.kicker and _is_kicker(lines):
        article.kicker = lines.pop(0)
    if lines and not article.title:
        article.title = lines.pop(0)
    leads = [*lines, *([scan.lead] if scan.lead else [])]
    scan.kept[:0] = [Paragraph(line, "lead") for line in leads]


def _is_kicker(lines: list[str]) -> bool:
    first = lines[0]
    if phrases.RUBRIC.fullmatch(first.strip(" :+*-–")):
        return True
    if len(lines) < 2:
        return False
    second = lines[1]
    if _shouts(first) and not second.isupper():
        return True
    if first.endswith(("?", "!")):
        return False
    if any(ord(char) > 0x2E80 for char in first):
        return len(first) <= 12 and len(second) > len(first) + 3
    if first.endswith(":"):
        return True
    return len(first) <= 30 and len(first.split()) <= 2 and len(first) * 1.2 < len(second) <= 75


def _join_wrapped(candidates: list[_Line]) -> list[str]:
    """The candidates' texts; a heading that was wrapped over two lines is one again."""
    lines: list[str] = []
    before: _Line | None = None
    for line in candidates:
        if before is not None and before.block == line.block and _wrapped(before.text, line.text):
            lines[-1] = join_lines(lines[-1], line.text)
        else:
            lines.append(line.text)
        before = line
    return lines


def _wrapped(first: str, second: str) -> bool:
    if second[:1].islower() or _CONTINUES.fullmatch(first):
        return True
    return len(first) >= 50 and first.isupper() == second.isupper() and not first.endswith(("?", "!", ":"))


def same_words(first: str, second: str) -> bool:
    """Whether two headings are the same but for case and punctuation."""
    fold = re.compile(r"[\W_]+")
    return fold.sub("", first).casefold() == fold.sub("", second).casefold()


def _read_tail(article: ParsedArticle, lines: list[str]) -> list[str]:
    """Take source and date lines from the end; the lines before them remain."""
    end = len(lines)
    for _ in range(4):
        while end and not lines[end - 1].strip():
            end -= 1
        if end < 2:
            break
        line = lines[end - 1].strip().strip("()（）[]")
        labelled = read_label(line)
        if labelled and labelled[0] in {"source", "date", "byline", "url", "page", "tags"}:
            _take_label(article, *labelled)
        elif (imprint := read_imprint(line)) and (imprint.source or not (imprint.place or lines[end - 2].strip())):
            _take_imprint(article, imprint)
        else:
            break
        end -= 1
    return lines[:end]


def lead(text: str) -> Paragraph:
    """A paragraph that the container states to be the lead."""
    return Paragraph(" ".join(tidy(text).split()), "lead")
