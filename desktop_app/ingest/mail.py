"""E-mail: single messages (.eml) and mailboxes (.mbox)."""

import email
import email.errors
import email.header
import email.message
import email.policy
import re
from collections.abc import Iterator, Sequence

from desktop_app.ingest import encoding, header
from desktop_app.ingest.clean import tidy
from desktop_app.ingest.dates import parse_date
from desktop_app.ingest.paragraphs import compose
from desktop_app.ingest.plain import finish
from desktop_app.ingest.raw import Raw, Reading, RefusedInputError
from desktop_app.model.article import ParsedArticle
from desktop_app.model.dates import PartialDate

_LONGEST_HEADER = 16_000  # bytes of one header; longer ones are cut, decoding them takes gigabytes
_MOST_PARTS = 500
_DEEPEST = 20  # messages inside messages
_MBOX_FROM = re.compile(rb"(?:\A|\n)From [^\r\n]{1,200}\r?\n")
_HEADER_LINE = re.compile(rb"[!-9;-~]{1,70}:[^\r\n]*")
_BAD_MESSAGE = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    email.errors.MessageError,
)
_PERSONAL = re.compile(r"(?:[A-ZÄÖÜÉ][a-zäöüßé’'-]+|[A-Z]\.|von|van|de|der|Mc[A-Z][a-z]+|[\u3040-\u9fff]{1,4})")
_OFFICE = re.compile(
    r"presse|stadt|amt|werk|betrieb|kammer|verband|verein|newsletter|redaktion|service|team|press|news|wire|office|group|gruppe"
    r"|partei|ministerium|universität|university|institut|zeitung|verlag|gmbh|bank|agentur|agency|kreis|land|liste",
    re.IGNORECASE,
)
_EPOCH = PartialDate(1970, 1, 1)


class Mail:
    """A message is an article: subject, date, sender, and the text of its body."""

    name = "mail"
    suffixes = frozenset({".eml", ".mbox", ".mbx"})

    def read(self, raw: Raw) -> Reading:
        """See `Importer`."""
        articles: list[ParsedArticle] = []
        empty = 0
        messages = list(_messages(raw.data))
        for number, data in enumerate(messages):
            raw.beat()
            article = _article(data, raw)
            article.member = f"#{number}" if len(messages) > 1 else ""
            if article.text or article.title:
                articles.append(article)
            else:
                empty += 1
        if not articles:
            raise RefusedInputError("holds no message with a text", skipped=not raw.data.strip())
        return Reading(articles, f"{empty} of its messages hold no text" if empty else "", "")


def original_message(raw: Raw, number: int, names: Sequence[str]) -> tuple[list[tuple[str, str]], str, bool]:
    """What one message says: those of its header fields that it has, its body, and whether that is HTML."""
    data = next((each for at, each in enumerate(_messages(raw.data)) if at == number), raw.data)
    message = email.message_from_bytes(_cut_headers(data), policy=email.policy.compat32)
    fields = [(name, value) for name in names if (value := _decode_header(message, name))]
    return fields, *_body(message, raw)


def _messages(data: bytes) -> Iterator[bytes]:
    if not data.startswith(b"From "):
        yield data
        return
    starts = [match.end() for match in _MBOX_FROM.finditer(data) if _HEADER_LINE.match(data, match.end())]
    starts = starts or [data.find(b"\n") + 1]
    for start, after in zip(starts, [*starts[1:], len(data)], strict=True):
        message = data[start:after]
        if after < len(data):
            message = message[: message.rfind(b"\nFrom ")]
        yield re.sub(rb"(?m)^>(>*From )", rb"\1", message)


def _article(data: bytes, raw: Raw) -> ParsedArticle:
    message = email.message_from_bytes(_cut_headers(data), policy=email.policy.compat32)
    subject = _decode_header(message, "Subject")
    body, markup = _body(message, raw)
    article = ParsedArticle("", title=" ".join(tidy(subject).split()))
    if markup:
        from desktop_app.ingest.html import read_markup

        found = read_markup(body, trusted_title=article.title)
        article.text, article.parts, article.place, article.credit = found.text, found.parts, found.place, found.credit
    else:
        compose(article, header.body_paragraphs(tidy(encoding.repair(body)).split("\n")))
    article.date = _date(_decode_header(message, "Date"))
    sender = _sender(_decode_header(message, "From"))
    article.source = _decode_header(message, "Organization")[:200]
    if _is_person(sender):
        article.byline = sender
    else:
        article.source = article.source or sender
    for name, key in (("From", "from"), ("To", "to"), ("Message-ID", "message-id"), ("List-Id", "list")):
        if value := " ".join(_decode_header(message, name).split()):
            article.fields[key] = value[:500]
    return finish(article, raw)


def _cut_headers(data: bytes) -> bytes:
    """The message with its longest headers cut short."""
    split = re.search(rb"\r?\n\r?\n", data)
    end = split.start() if split else len(data)
    if end <= _LONGEST_HEADER:
        return data
    fields = re.split(rb"\r?\n(?![ \t])", data[:end])
    kept = b"\n".join(field[:_LONGEST_HEADER] for field in fields[:1000])
    return kept + b"\n\n" + (data[split.end() :] if split else b"")


def _decode_header(message: email.message.Message, name: str) -> str:
    value: object = message.get(name)
    if value is None:
        return ""
    try:
        if isinstance(value, email.header.Header):  # raw eight-bit characters
            return encoding.repair(_eight_bit(value))
        value = str(value)
        if "=?" not in value:
            return encoding.repair(value)
        decoded = email.header.decode_header(value[:_LONGEST_HEADER])
        return "".join(_decode_chunk(chunk, charset) for chunk, charset in decoded)
    except _BAD_MESSAGE:
        return str(value)[:1000]


def _eight_bit(value: email.header.Header) -> str:
    text = "".join(
        chunk if isinstance(chunk, str) else chunk.decode("ascii", "surrogateescape")
        for chunk, _ in email.header.decode_header(value)
    )
    return encoding.decode(text.encode("utf-8", "surrogateescape")).text


def _decode_chunk(chunk: bytes | str, charset: str | None) -> str:
    if isinstance(chunk, str):
        return chunk
    codec = encoding.known_codec(charset or "")
    return encoding.decode(chunk, declared=codec).text if codec else encoding.decode(chunk).text


def _body(message: email.message.Message, raw: Raw) -> tuple[str, bool]:
    """The body's text, and whether it is HTML. Plain text is preferred; attachments count only if all else is empty."""
    shown: dict[bool, list[str]] = {True: [], False: []}
    attached: dict[bool, list[str]] = {True: [], False: []}
    for part in _leaves(message):
        kind = part.get_content_type()
        if not kind.startswith("text/") or kind in {"text/calendar", "text/vcard", "text/x-vcard", "text/css"}:
            continue
        text = _text(part, raw)
        markup = kind == "text/html" or (
            kind == "text/plain" and text.lstrip()[:15].lower().startswith(("<!doctype html", "<html"))
        )
        if text.strip():
            (attached if _is_attachment(part) else shown)[markup].append(text)
    for group in (shown, attached):
        for markup in (False, True):
            if group[markup]:
                return "\n\n".join(group[markup]), markup
    return _undeclared(message), False


def _undeclared(message: email.message.Message) -> str:
    """The body of a message whose type is unknown or broken, if it is text all the same."""
    payload = message.get_payload(decode=False)
    if isinstance(payload, str) and not message.get_content_type().startswith(
        ("image/", "audio/", "video/", "application/")
    ):
        text = encoding.decode(payload.encode("utf-8", "surrogateescape")).text
        return text if text[:4000].isprintable() or text.count("\n") else ""
    return ""


def _leaves(message: email.message.Message) -> Iterator[email.message.Message]:
    """The parts that hold no parts, in order, down to a bound; messages inside come after the text around them."""
    stack = [(message, 0)]
    seen = 0
    while stack and seen < _MOST_PARTS:
        part, depth = stack.pop()
        seen += 1
        payload = part.get_payload() if part.is_multipart() else None
        if isinstance(payload, list) and depth < _DEEPEST:
            stack += [(child, depth + 1) for child in reversed(payload) if isinstance(child, email.message.Message)]
        elif payload is None:
            yield part


def _is_attachment(part: email.message.Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except _BAD_MESSAGE:
        return False


def _text(part: email.message.Message, raw: Raw) -> str:
    try:
        payload = part.get_payload(decode=True)
    except _BAD_MESSAGE:
        payload = None
    if not isinstance(payload, bytes):
        return _undeclared(part)
    try:
        charset = part.get_content_charset() or ""
    except _BAD_MESSAGE:
        charset = ""
    codec = encoding.known_codec(charset)
    html = part.get_content_type() == "text/html"
    if raw.encoding:
        return encoding.decode(payload, declared=raw.encoding).text
    if codec and codec != "cp1252":
        text = encoding.decode(payload, declared=codec)
        if not text.damaged:
            return text.text
    return encoding.decode(payload, markup=html).text


def _date(value: str) -> PartialDate | None:
    date = parse_date(" ".join(value.split())[:79])
    return None if date == _EPOCH else date  # a clock that was never set


def _is_person(sender: str) -> bool:
    """Whether a sender is a person rather than an office: two or three names, none of them an office's."""
    names = sender.split()
    return 2 <= len(names) <= 4 and all(_PERSONAL.fullmatch(name) and not _OFFICE.search(name) for name in names)


def _sender(value: str) -> str:
    """The sender's name, or "" where only an address stands."""
    value = " ".join(value.split())[:500]
    match = re.match(r"\s*\"?([^\"<]*?)\"?\s*<[^>]*>", value)
    name = match[1].strip() if match else ""
    if not name and (bracket := re.search(r"\(([^()]{2,80})\)", value)):
        name = bracket[1]
    return name if name and "@" not in name else ""
