"""A note that is being written and not kept yet."""

from dataclasses import dataclass

from desktop_app.model.anchors import Anchor, anchor_at, place


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in an editor: of a note that is there (`note`), or of a new one on a span, or on the whole."""

    place: str  # where it is written, such as "article:12" or "entity:5"; one draft each
    body: str
    note: int = 0
    start: int | None = None  # code points
    end: int | None = None
    colour: int = 0
    quote: str = ""  # the words of the span, and what stands around them; "" in drafts of earlier releases
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def on(
        cls, where: str, body: str, text: str, span: tuple[int, int] | None, *, note: int = 0, colour: int = 0
    ) -> "Draft":
        """A draft on a span of a text, or on the whole of it."""
        if span is None:
            return cls(where, body, note, None, None, colour)
        anchor = anchor_at(text, *span)
        return cls(where, body, note, *span, colour, anchor.quote, anchor.prefix, anchor.suffix)

    def span_in(self, text: str) -> tuple[int, int] | None:
        """Where its words stand in a text, which may have changed since; None: on the whole, or not certain where."""
        if self.start is None or self.end is None or (not self.quote and self.end > len(text)):
            return None
        anchor = Anchor(self.start, self.end, self.quote, self.prefix, self.suffix)
        same = self.end <= len(text) and anchor_at(text, self.start, self.end) == anchor
        return (self.start, self.end) if same or not self.quote else place(anchor, text)
