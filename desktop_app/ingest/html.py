"""Web pages: the article's text without the page around it, and what the page states about it."""

import re
from typing import Any

from desktop_app.ingest import encoding
from desktop_app.ingest.clean import tidy
from desktop_app.ingest.header import same_words
from desktop_app.ingest.html_meta import PageFacts, facts
from desktop_app.ingest.imprint import read_imprint, read_label
from desktop_app.ingest.paragraphs import Paragraph, compose
from desktop_app.ingest.phrases import words
from desktop_app.ingest.plain import finish, refuse_binary
from desktop_app.ingest.raw import Raw, Reading, RefusedInputError
from desktop_app.model.article import ParsedArticle

_SIMPLE = 60_000  # code points: a page up to this size that marks its one article is taken at its word
_HEAVY = 3_000_000  # beyond this the search for the article would take too long
_DEEPEST = 400  # nested elements
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_CJK_BREAK = re.compile(
    "(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])[ \t]*\n[ \t\n]*(?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])"
)
_SPACE = re.compile("[ \t\n\r\f\u00a0]+")
_BLOCKS = words(
    "p div article section main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre "
    "table tr td th caption figure figcaption "
    "address details summary hr body center fieldset head item list quote row cell tr"
)
_UNSEEN = words(
    "script style noscript template nav footer aside form button select option textarea "
    "svg iframe object head title meta link math "
    "canvas audio video input label dialog menu"
)
_HEADINGS = words("h2 h3 h4 h5 h6 head")


class Html:
    """One page, one article."""

    name = "html"
    suffixes = frozenset({".html", ".htm", ".xhtml", ".shtml"})

    def read(self, raw: Raw) -> Reading:
        """See `Importer`."""
        decoded = encoding.decode(raw.data, declared=raw.encoding, markup=True)
        refuse_binary(decoded.text)
        if not decoded.text.strip():
            raise RefusedInputError("holds no text", skipped=True)
        article = read_markup(encoding.repair(decoded.text))
        if not article.text and not article.title:
            raise RefusedInputError("is a web page without any text")
        stated = article.fields.pop("language", "")
        finish(article, raw)
        if not article.language and re.fullmatch(r"[A-Za-z]{2}(?:-.*)?", stated):
            article.language = stated[:2].lower()
        return Reading([article], "", decoded.encoding)


def read_markup(markup: str, *, trusted_title: str = "") -> ParsedArticle:
    """The article in a page. `trusted_title` is known from elsewhere and wins."""
    tree = parse_markup(markup)
    if tree is None:
        return ParsedArticle(" ".join(re.sub(r"<[^>]{0,2000}>", " ", markup).split()), title=trusted_title)
    found = facts(tree)
    article = ParsedArticle(
        "", title=trusted_title or tidy(found.title), date=found.date, byline=found.author, source=found.site
    )
    if found.url:
        article.fields["url"] = found.url
    if found.language:
        article.fields["language"] = found.language
    article.kicker = found.kicker
    paragraphs = _extract(tree, markup)
    return compose(article, _without_header(article, paragraphs, found))


def text_of(markup: str) -> str:
    """The readable text of a fragment, paragraphs separated by empty lines."""
    tree = parse_markup(markup)
    return "\n\n".join(paragraph.text for paragraph in _readable(tree)) if tree is not None else markup


def parse_markup(markup: str) -> Any:
    """The elements of a page as lxml has them; None for what is none. Nothing is fetched for it."""
    import lxml.etree
    import lxml.html

    markup = _XML_DECLARATION.sub("", markup.replace("\x00", "\ufffd"), count=1)
    markup = re.sub("[\x01-\x08\x0b\x0e-\x1f\ud800-\udfff]", "", markup)
    parser = lxml.html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(markup, parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None


def _extract(tree: Any, markup: str) -> list[Paragraph]:
    marked = tree.findall(".//article")
    readable: list[Paragraph] | None = None
    if (
        len(markup) <= _SIMPLE
        and len(marked) == 1
        and marked[0].find(".//aside") is None
        and marked[0].find(".//form") is None
    ):
        return _readable(marked[0])
    if len(markup) > _HEAVY or _depth(tree) > _DEEPEST:
        return _readable(tree) or _frames(tree)
    extracted = _by_trafilatura(tree)
    length = sum(len(paragraph.text) for paragraph in extracted)
    if length < 600:
        body = tree.find("body")
        readable = _readable(body if body is not None else tree)
        whole = sum(len(paragraph.text) for paragraph in readable)
        if length < 250 or whole < length * 2:
            return (readable if whole > length else extracted) + _frames(tree)
    return extracted


def _depth(tree: Any) -> int:
    deepest = depth = 0
    import lxml.etree

    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > deepest:
            deepest = depth
            if deepest > _DEEPEST:
                break
    return deepest


def _by_trafilatura(tree: Any) -> list[Paragraph]:
    import trafilatura

    try:
        document = trafilatura.bare_extraction(tree, with_metadata=False, include_comments=False, include_tables=True)
    except (ValueError, AttributeError, TypeError, LookupError, RecursionError):
        return []
    body = getattr(document, "body", None)
    return _readable(body) if body is not None else []


def _frames(tree: Any) -> list[Paragraph]:
    """The text of frames that are written into the page itself."""
    paragraphs: list[Paragraph] = []
    for frame in list(tree.iter("iframe"))[:20]:
        inner = parse_markup(frame.get("srcdoc") or "") if frame.get("srcdoc") else None
        if inner is not None:
            paragraphs += _readable(inner)
    return paragraphs


class _Collector:
    """Gathers running text into paragraphs."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._pieces: list[str] = []
        self.heading = False

    def add(self, text: str | None, *, verbatim: bool = False) -> None:
        if text:
            if not verbatim:
                text = _SPACE.sub(" ", _CJK_BREAK.sub("", text))
            self._pieces.append(text)

    def end(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        for block in re.split(r"\n[ \t]*\n\s*", text):
            lines = tidy(
                "\n".join(" ".join(line.split(" ")).strip() for line in re.sub(" {2,}", " ", block).split("\n"))
            )
            if lines.strip():
                self.paragraphs.append(
                    Paragraph(lines.strip(), "subheading" if self.heading and len(lines) <= 160 else None)
                )
        self.heading = False


def _readable(root: Any) -> list[Paragraph]:
    """The paragraphs below an element in reading order, without what a reader does not see as text."""
    import lxml.etree

    collector = _Collector()
    walk = lxml.etree.iterwalk(root, events=("start", "end"))
    verbatim = 0
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if (tag in _UNSEEN and element is not root and not (tag == "head" and len(element) == 0)) or not tag:
                walk.skip_subtree()
                continue
            if tag in _BLOCKS:
                collector.end()
                collector.heading = tag in _HEADINGS
            elif tag in {"br", "lb"}:
                collector.add("\n", verbatim=True)
            verbatim += tag == "pre"
            collector.add(element.text, verbatim=verbatim > 0)
            continue
        verbatim -= tag == "pre"
        if tag in {"td", "th", "cell"}:
            collector.add(" ")
        elif tag in _BLOCKS:
            collector.end()
        if element is not root:
            collector.add(element.tail, verbatim=verbatim > 0)
    collector.end()
    return collector.paragraphs


def _without_header(article: ParsedArticle, paragraphs: list[Paragraph], found: PageFacts) -> list[Paragraph]:
    """Drop the title and the date line that the page repeats above the text; take what only they state."""
    kept: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if number < 4 and len(text) <= 300:
            if any(stated and same_words(text, stated) for stated in (article.title, article.kicker)):
                continue
            labelled = read_label(text)
            if labelled and labelled[0] in {"date", "source"} and read_imprint(labelled[1]):
                text = labelled[1]
            imprint = read_imprint(text)
            if imprint is not None and (imprint.source or not imprint.place):
                article.date = article.date or imprint.date
                article.source = article.source or imprint.source
                continue
        kept.append(paragraph)
    return kept
