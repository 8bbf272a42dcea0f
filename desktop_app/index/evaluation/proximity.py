"""Sources that are more than words: phrases, nearness, sentences, counts, leads.

First the documents are found that hold all that is needed; then, in portions so that memory stays bounded, the places
in these documents are read and compared.
"""

from collections.abc import Sequence
from typing import Final, cast

import numpy as np

from desktop_app.index.evaluation import spans as algebra
from desktop_app.index.evaluation.searcher import Block, Numbers
from desktop_app.index.evaluation.sources import Search, Source, Words
from desktop_app.index.evaluation.spans import Spans
from desktop_app.index.segments.postings import Ints, Unit

_AT_ONCE: Final = 1 << 13  # documents whose places are read in one go, so that they stay in cache


class Placed:
    """A source that is found by its places."""

    rarity: float
    parts: Sequence[Source]

    def size(self, block: Block) -> int:
        sizes = [part.size(block) for part in self.parts]
        return min(sizes) if min(sizes) == 0 else sum(sizes)

    def documents(self, search: Search, block: Block, within: Numbers | None) -> Numbers:
        """Those that hold all parts; the rarest part is looked up first."""
        for part in sorted(self.parts, key=lambda part: part.size(block)):
            if within is None or len(within):
                within = part.documents(search, block, within)
        return cast("Numbers", within)

    def postings(self, search: Search, block: Block, within: Numbers | None) -> tuple[Numbers, Ints]:
        if not self.size(block):
            nothing = np.zeros(0, np.int64)
            return nothing, nothing
        docs = self.documents(search, block, within)
        found = [
            algebra.counted(self.spans(search, block, portion))
            for portion in np.array_split(docs, len(docs) // _AT_ONCE + 1)
            if len(portion)
        ]
        if len(found) == 1:
            return found[0]
        if not found:
            return docs, docs
        return np.concatenate([own for own, _ in found]), np.concatenate([counts for _, counts in found])

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        raise NotImplementedError


class Phrase(Placed):
    """Words at fixed offsets from one another; `words` are at least two words with their offsets."""

    def __init__(self, words: Sequence[tuple[Words, int]]) -> None:
        self._words = list(words)
        self.parts = list({id(word): word for word, _ in words}.values())
        self.rarity = sum(part.rarity for part in self.parts)

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        last = max(offset for _, offset in self._words)
        ends: Numbers | None = None
        for word, offset in sorted(self._words, key=lambda item: item[0].size(block)):
            found = word.spans(search, block, docs).starts + (last - offset)
            ends = found if ends is None else algebra.common(ends, found)
            if len(ends) < len(docs):
                docs = algebra.runs(ends >> algebra.SHIFT)[0]
            if not len(ends):
                break
        ends = cast("Numbers", ends)
        return Spans(ends - last, ends)


class Window(Placed):
    """Words in any order with up to `slop` others among them."""

    def __init__(self, words: Sequence[Words], slop: int) -> None:
        times: dict[int, int] = {}
        for word in words:
            times[id(word)] = times.get(id(word), 0) + 1
        distinct = {id(word): word for word in words}
        self._words = [(word, times[key]) for key, word in distinct.items()]
        self._reach = len(words) + slop
        self.parts = list(distinct.values())
        self.rarity = sum(part.rarity for part in self.parts)

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        keys = [(word.spans(search, block, docs).starts, times) for word, times in self._words]
        return algebra.window(keys, self._reach)


class AnyOf(Placed):
    """One thing or another."""

    def __init__(self, parts: Sequence[Source]) -> None:
        self.parts = parts
        self.rarity = min(part.rarity for part in parts)

    def size(self, block: Block) -> int:
        return sum(part.size(block) for part in self.parts)

    def documents(self, search: Search, block: Block, within: Numbers | None) -> Numbers:
        return search.merged([part.documents(search, block, within) for part in self.parts])

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        found = []
        for part in self.parts:
            own = docs[search.inside(docs, part.documents(search, block, docs))]
            found.append(part.spans(search, block, own))
        return algebra.united(found)


class Both(Placed):
    """The first part, in documents that hold the second as well."""

    def __init__(self, first: Source, second: Source) -> None:
        self.parts = [first, second]
        self.rarity = first.rarity

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        docs = self.parts[1].postings(search, block, docs)[0]
        return self.parts[0].spans(search, block, docs)


class Near(Placed):
    """Chains of parts in which each is near the next."""

    def __init__(self, parts: Sequence[Source], distance: int, *, ordered: bool) -> None:
        self.parts = parts
        self._distance = distance
        self._ordered = ordered
        self.rarity = sum(part.rarity for part in parts)

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        found = [part.spans(search, block, docs) for part in self.parts]
        return algebra.near(found, self._distance, ordered=self._ordered, spend=search.budget.spend)


class Together(Placed):
    """Parts in one sentence or paragraph; titles and notes are one each."""

    def __init__(self, parts: Sequence[Source], unit: Unit | None) -> None:
        self.parts = parts
        self._unit = unit
        self.rarity = sum(part.rarity for part in parts)

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        found = [part.spans(search, block, docs) for part in self.parts]
        search.budget.spend(sum(map(len, found)))
        borders = block.borders(self._unit, docs) if self._unit else np.zeros(0, np.int64)
        return algebra.together(found, borders)


class Lead(Placed):
    """A part where it stands in the text's lead."""

    def __init__(self, part: Source) -> None:
        self.parts = [part]
        self.rarity = part.rarity

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        found = self.parts[0].spans(search, block, docs)
        owners = found.ends >> algebra.SHIFT
        return found.kept(found.ends - (owners << algebra.SHIFT) < block.lead()[owners])


class AtLeast(Placed):
    """A part in those documents in which it begins at several places."""

    def __init__(self, part: Source, count: int) -> None:
        self.parts = [part]
        self._count = count
        self.rarity = part.rarity

    def postings(self, search: Search, block: Block, within: Numbers | None) -> tuple[Numbers, Ints]:
        part = self.parts[0]
        docs, counts = part.postings(search, block, within)
        often = counts >= self._count
        if isinstance(part, Words) and often.any():
            # Words that begin in one place, as the parts of Start-up and the whole do, are one occurrence.
            docs, counts = algebra.counted(part.spans(search, block, docs[often]))
            often = counts >= self._count
        return docs[often], counts[often]

    def documents(self, search: Search, block: Block, within: Numbers | None) -> Numbers:
        return self.postings(search, block, within)[0]

    def spans(self, search: Search, block: Block, docs: Numbers) -> Spans:
        return self.parts[0].spans(search, block, docs)
