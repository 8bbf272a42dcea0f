"""Where a quote stands in another version of its text. Never on the wrong words: None rather than a guess.

An anchor holds offsets in code points and the quote with 32 characters on either side (W3C Web Annotation,
TextPositionSelector and TextQuoteSelector). Where the old text is known, old and new are aligned word by word, and
the quote goes where its words went; where a passage was moved, its own words and those around it must stand there,
and nowhere else.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.model.differences import Block, same
from desktop_app.model.letters import Letters, composed, marks, weight

CONTEXT: Final = 32  # code points kept before and after a quote
_KEPT: Final = 0.75  # of a quote's letters must be in words that are the same
_AROUND: Final = 32  # letters on either side that are looked at
_FARTHEST: Final = 4_000  # and where that does not tell two places apart
_NEAR: Final = 0.5  # of them must be the same, unless the quote is long
_TELLING: Final = 24  # letters that can be trusted without what is around them
_BESIDE: Final = 8  # letters beside a quote that was moved, unless a paragraph begins or ends there
_LOST: Final = 2  # changed words at an edge of a quote that are told apart one by one
_MOST: Final = 500  # places of a quote that are compared
_LONGER: Final = 4  # letters by which a short word may have grown

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of a text in code points, its words, and up to 32 code points before and after them."""

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The anchor of the span [start, end) of a text; raises ValueError where that does not lie within it."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}) is no span of a text of {len(text)} code points")
    return Anchor(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def place(anchor: Anchor, text: str, old: str = "") -> Span | None:
    """Where in `text` an anchor's words stand, in code points; None where that is not certain.

    `old` is the text that its offsets count in; without it the quote and what is around it must do.
    """
    if old[anchor.start : anchor.end] == anchor.quote:
        return Alignment(old, text).place(anchor.start, anchor.end)
    begin = len(anchor.prefix)
    around = Alignment(anchor.prefix + anchor.quote + anchor.suffix, text, whole=False)
    return around.place(begin, begin + len(anchor.quote))


class Alignment:
    """An old text, or (not `whole`) a stretch of it, and a new one, aligned once for any number of spans."""

    def __init__(self, old: str, new: str, *, whole: bool = True) -> None:
        self._whole = whole
        self._unchanged = old == new
        if self._unchanged:
            return
        known, self._there = composed(old)
        sought, self._back = composed(new)
        self._old, self._new = Letters(known), Letters(sought)
        self._blocks = _letter_blocks(self._old, self._new)
        self._old_starts = [block.old for block in self._blocks]
        self._new_starts = [block.new for block in self._blocks]

    def place(self, start: int, end: int) -> Span | None:
        """Where in the new text the span [start, end) of the old one stands; None where that is not certain."""
        if self._unchanged:
            return start, end
        if self._there is not None:
            start, end = bisect_right(self._there, start) - 1, bisect_right(self._there, end - 1)
        first, behind = self._old.span(start, end)
        if first == behind:
            found = self._between(first, start, end)
        else:
            letters = self._aligned(first, behind) or self._moved(first, behind)
            found = self._with_marks(letters, (first, behind), (start, end)) if letters else None
        if found and self._back is not None:
            return self._back[found[0]], self._back[found[1]]
        return found

    def _aligned(self, first: int, behind: int) -> Span | None:
        """Where the letters [first, behind) went, by the words that are the same in both texts."""
        start, end = self._start(first), self._end(behind)
        if start is None or end is None or start >= end:
            return None
        kept = self._shared((first, behind), (start, end))
        length, longer = behind - first, max(behind - first, end - start)
        if kept < _KEPT * longer or end - start - kept > max(_TELLING, 2 * (length - kept)):
            return None
        here, there = (first, behind), (start, end)
        if not self._whole:
            certain = self._is_certain(here, there)
        else:
            telling = weight(self._old.string[first:behind]) * kept / longer >= _TELLING
            certain = (telling or self._is_held(here, there)) and self._has_edges(here, there)
        return there if certain and not self._has_rival(here, there) else None

    def _start(self, letter: int) -> int | None:
        """What became of a letter with which a quote begins: its counterpart, or that of its word."""
        there = self._counterpart(letter)
        if there < 0:
            return self._word_for_word(letter, letter, 0)
        return there if self._is_firm(self._block_at(letter)) else None

    def _end(self, behind: int) -> int | None:
        there = self._counterpart(behind - 1)
        if there < 0:
            return self._word_for_word(behind - 1, behind, 1)
        return there + 1 if self._is_firm(self._block_at(behind - 1)) else None

    def _block_at(self, letter: int) -> Block:
        return self._blocks[bisect_right(self._old_starts, letter) - 1]

    def _is_firm(self, block: Block) -> bool:
        """Whether a run that is the same in both texts is so by no chance."""
        return block.length >= _BESIDE or weight(self._old.string[block.old : block.old + block.length]) >= _BESIDE

    def _word_for_word(self, letter: int, border: int, side: int) -> int | None:
        """What became of a border of a word that has changed; None where not word was changed for word.

        `side` is 0 for the beginning of the word that `letter` is in, 1 for its end; `border` is where a quote has it.
        """
        old, new = self._old, self._new
        number = bisect_right(self._old_starts, letter)
        before = self._blocks[number - 1] if number else Block(0, 0, 0)
        after = self._blocks[number] if number < len(self._blocks) else Block(len(old), len(new), 0)
        begin, other = before.old + before.length, before.new + before.length
        word, first, last = old.word_at(letter), old.word_at(begin), old.word_at(after.old)
        lost = word - first + 1 if side else last - word
        if other == after.new:  # it is gone: what is left of the quote begins or ends here
            return other if lost == 1 and self._is_firm(before if side else after) else None
        outside = after if side else before
        if outside.length > 0 and not self._is_firm(outside):
            return None  # a word that stayed by chance may be another one of the kind
        within = after.old == border if side else begin == border  # all that has changed here is in the quote
        if within and after.new - other <= 2 * (after.old - begin) + _LONGER:
            return after.new if side else other
        first_other = new.word_at(other)
        if lost > _LOST or last - first != new.word_at(after.new) - first_other:
            return None
        return new.borders[first_other + word - first + side] if old.borders[word + side] == border else None

    def _counterpart(self, letter: int) -> int:
        """The letter of the new text that is this one of the old; -1 where there is none."""
        number = bisect_right(self._old_starts, letter) - 1
        if number < 0 or letter < 0:
            return -1
        block = self._blocks[number]
        return block.new + letter - block.old if letter < block.old + block.length else -1

    def _origin(self, letter: int) -> int:
        """The letter of the old text that is this one of the new; -1 where there is none."""
        number = bisect_right(self._new_starts, letter) - 1
        if number < 0:
            return -1
        block = self._blocks[number]
        return block.old + letter - block.new if letter < block.new + block.length else -1

    def _shared(self, here: Span, there: Span) -> int:
        """How many letters of a span of the old text have their counterparts in a span of the new one."""
        count = 0
        number = max(0, bisect_right(self._old_starts, here[0]) - 1)
        for block in self._blocks[number : bisect_right(self._old_starts, here[1])]:
            shift = block.new - block.old
            low = max(block.old, here[0], there[0] - shift)
            count += max(0, min(block.old + block.length, here[1], there[1] - shift) - low)
        return count

    def _is_held(self, here: Span, there: Span) -> bool:
        """Whether a short quote stands where it stood: beside the same letter, and near what was near."""
        (first, behind), (start, end) = here, there
        most = min(_AROUND, first) + min(_AROUND, len(self._old) - behind)
        near = self._near(here, there, 0) + self._near(here, there, 1)
        beside = (first > 0 and self._counterpart(first - 1) == start - 1) or self._counterpart(behind) == end
        return (beside and near >= _NEAR * most) or most == 0

    def _near(self, here: Span, there: Span, side: int) -> int:
        """How many of the 32 letters before (`side` 0) or behind (1) a span are near its place in the new text."""
        if side:
            return self._shared((here[1], here[1] + _AROUND), (there[1], there[1] + 2 * _AROUND))
        return self._shared((here[0] - _AROUND, here[0]), (there[0] - 2 * _AROUND, there[0]))

    def _is_certain(self, here: Span, there: Span) -> bool:
        """Whether a quote of which no more is known than what was around it stands in the same, to the letter."""
        own = self._agreement(*here, *there)
        available = min(_AROUND, here[0]), min(_AROUND, len(self._old) - here[1])
        if own == available:
            return True
        same_words = self._old.string[slice(*here)] == self._new.string[slice(*there)]
        full = own[0] == available[0] or own[1] == available[1]
        return (
            same_words
            and full
            and all(self._near(here, there, side) >= _KEPT * most for side, most in enumerate(available))
        )

    def _has_rival(self, here: Span, there: Span) -> bool:
        """Whether the quote also stands in what was added, and nothing says which of the two is the old one."""
        first, behind = here
        quote = self._old.string[first:behind]
        for place in self._places(quote):
            if place == there[0] or self._is_known(place, place + len(quote), here):
                continue
            own, other = self._compared(here, there, (place, place + len(quote)))
            first_of_all = first == place == 0  # the text still begins with it
            if own[0] > other[0] and own[1] > other[1] and not first_of_all:
                continue
            around = self._old.string[first - min(other[0], _AROUND) : behind + min(other[1], _AROUND)]
            if weight(around) >= _TELLING or (other[0] >= own[0] and other[1] >= own[1]):
                return True
        return False

    def _compared(self, here: Span, there: Span, other: Span) -> tuple[Span, Span]:
        """How far what is around two places agrees with what was around a quote: near by, or as far as it takes."""
        own, rival = self._agreement(*here, *there), self._agreement(*here, *other)
        if not self._is_full(own, here):
            return own, rival
        if not self._is_full(rival, here):
            return (own[0] + 1, own[1] + 1), rival
        return self._agreement(*here, *there, _FARTHEST), self._agreement(*here, *other, _FARTHEST)

    def _is_full(self, agreement: Span, here: Span) -> bool:
        """Whether all letters around a quote agree that are looked at."""
        return agreement[0] >= min(_AROUND, here[0]) and agreement[1] >= min(_AROUND, len(self._old) - here[1])

    def _places(self, core: str) -> Iterator[int]:
        """Where in the new text these letters stand."""
        place = self._new.string.find(core)
        for _ in range(_MOST):
            if place < 0:
                return
            yield place
            place = self._new.string.find(core, place + 1)

    def _is_known(self, start: int, end: int, here: Span) -> bool:
        """Whether all letters of a span of the new text are such as stood in the old one, outside of `here`."""
        origins = [self._origin(place) for place in range(start, end)]
        return all(origin >= 0 and not here[0] <= origin < here[1] for origin in origins)

    def _is_new(self, start: int, end: int, here: Span) -> bool:
        """Whether no letter of a span of the new text is one that stood outside of `here`."""
        origins = [self._origin(place) for place in range(start, end)]
        return all(origin < 0 or here[0] <= origin < here[1] for origin in origins)

    def _agreement(self, first: int, behind: int, start: int, end: int, most: int = _AROUND) -> Span:
        """How many letters, up to `most`, before and behind two spans are the same without a break."""
        old, new = self._old.string, self._new.string
        left = _alike(
            lambda length: old[first - length : first] == new[start - length : start], min(first, start, most)
        )
        right = _alike(
            lambda length: old[behind : behind + length] == new[end : end + length],
            min(len(old) - behind, len(new) - end, most),
        )
        return left, right

    def _moved(self, first: int, behind: int) -> Span | None:
        """Where the very letters stand that stood elsewhere, with enough of what was around them, and only there."""
        old, new = self._old.string, self._new.string
        found: list[tuple[int, int, str]] = []
        for place in self._places(old[first:behind]):
            end = place + behind - first
            if self._is_new(place, end, (first, behind)):
                own = self._agreement(first, behind, place, end)
                if self._whole or self._is_full(own, (first, behind)):
                    core = new[place - own[0] : end + own[1]]
                    found.append((weight(core), place, core))
        found.sort(reverse=True)
        if not found or (len(found) > 1 and 2 * found[1][0] > found[0][0]):
            return None
        score, place, core = found[0]
        if (score < _TELLING and core != old) or old.count(core) != 1 or new.count(core) != 1:
            return None
        there = place, place + behind - first
        return there if self._has_edges((first, behind), there) else None

    def _has_edges(self, here: Span, there: Span) -> bool:
        """Whether a quote ends on both sides among the same words, or where a sentence does in both texts."""
        for side, length in enumerate(self._agreement(*here, *there)):
            available = len(self._old) - here[1] if side else here[0]
            if length >= min(_BESIDE, available) or self._near(here, there, side) >= _NEAR * min(_AROUND, available):
                continue
            if not (self._old.has_border(here[side], length, side) and self._new.has_border(there[side], length, side)):
                return False
        return True

    def _between(self, letter: int, start: int, end: int) -> Span | None:
        """Where a quote without letters stands: between the same two letters."""
        before = self._counterpart(letter - 1) if letter else -1
        after = self._counterpart(letter) if letter < len(self._old) else len(self._new)
        if after != before + 1 or not self._is_held((letter, letter), (after, after)):
            return None
        here, there = self._old.gap(letter), self._new.gap(after)
        old, new = self._old.text[here[0] : here[1]], self._new.text[there[0] : there[1]]
        if old == new:
            return start - here[0] + there[0], end - here[0] + there[0]
        wanted = [mark for _, mark in marks(self._old.text[start:end])]
        found = marks(new)
        shapes, size = [mark for _, mark in found], len(wanted)
        places = [number for number in range(len(found)) if shapes[number : number + size] == wanted]
        if not wanted or len(places) != 1:
            return None
        return there[0] + found[places[0]][0], there[0] + found[places[0] + size - 1][0] + 1

    def _with_marks(self, letters: Span, quoted: Span, span: Span) -> Span:
        """The span of the new text with the marks of punctuation and the spaces at the edges of the old quote."""
        start, end = self._new.place(*letters)
        first, behind = self._old.place(*quoted)
        text = self._new.text
        lead, tail = self._old.text[span[0] : first], self._old.text[behind : span[1]]
        before = text[self._new.gap(letters[0])[0] : start]
        after = text[end : self._new.gap(letters[1])[1]]
        return start - _reach(lead[::-1], before[::-1]), end + _reach(tail, after)


def _reach(wanted: str, there: str) -> int:
    """How far into `there` the marks reach that stand in `wanted`, too, in the same order from the beginning."""
    if there.startswith(wanted):
        return len(wanted)
    reach = 0
    for (_, mark), (place, other) in zip(marks(wanted), marks(there), strict=False):
        if mark != other:
            break
        reach = place + 1
    return reach


def _alike(is_alike: Callable[[int], bool], most: int) -> int:
    """The greatest length, `most` at most, up to which all lengths are alike."""
    if is_alike(most):
        return most
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_alike(middle) else (low, middle)
    return low


def _letter_blocks(old: Letters, new: Letters) -> list[Block]:
    """What is the same in two texts, in letters: words, and words that only white space or a hyphen parts otherwise."""
    blocks: list[Block] = []
    at_old = at_new = 0
    for words in [*same(old.words, new.words), Block(len(old.words), len(new.words), 0)]:
        for block in _parted_otherwise(old, new, (at_old, words.old), (at_new, words.new)):
            _append(blocks, block)
        at_old, at_new = words.old + words.length, words.new + words.length
        start = old.borders[words.old]
        _append(blocks, Block(start, new.borders[words.new], old.borders[at_old] - start))
    return blocks


def _append(blocks: list[Block], block: Block) -> None:
    if not block.length:
        return
    last = blocks[-1] if blocks else None
    if last and last.old + last.length == block.old and last.new + last.length == block.new:
        blocks[-1] = Block(last.old, last.new, last.length + block.length)
    else:
        blocks.append(block)


def _parted_otherwise(old: Letters, new: Letters, here: Span, there: Span) -> Iterator[Block]:
    """The same letters at the beginning and the end of two stretches of words, up to where words end in both."""
    start, end = old.borders[here[0]], old.borders[here[1]]
    other, other_end = new.borders[there[0]], new.borders[there[1]]
    if start == end or other == other_end:
        return
    one, two = old.string[start:end], new.string[other:other_end]
    most = min(len(one), len(two))
    shared = {border - start for border in old.borders[here[0] : here[1] + 1]}
    shared &= {border - other for border in new.borders[there[0] : there[1] + 1]}
    alike = _alike(lambda length: one[:length] == two[:length], most)
    front = max((border for border in shared if border <= alike), default=0)
    yield Block(start, other, front)
    shared = {end - border for border in old.borders[here[0] : here[1] + 1]}
    shared &= {other_end - border for border in new.borders[there[0] : there[1] + 1]}
    alike = _alike(lambda length: one[len(one) - length :] == two[len(two) - length :], most - front)
    back = max((border for border in shared if border <= alike), default=0)
    yield Block(end - back, other_end - back, back)
