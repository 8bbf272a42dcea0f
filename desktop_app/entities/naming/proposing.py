"""All pairs that may be one, over many names: what fills the review queue.

Names are sorted into blocks (see `blocking`), each pair is compared once, in the smallest-numbered block that holds
both. A block that is too large is parted by finer keys and, where that is not enough, compared within a window along
the alphabet: the work grows with the number of names, never with its square.
"""

import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, groupby, islice, product

from desktop_app.entities.naming.blocking import ACRONYM, blocks, is_acronym
from desktop_app.entities.naming.likeness import Known, Likeness, Proposal
from desktop_app.entities.naming.matching import compare
from desktop_app.entities.naming.organisations import organisation_name
from desktop_app.entities.naming.persons import person_key
from desktop_app.model.people import Kind

LARGEST_BLOCK, WINDOW = 48, 12
MOST_ACRONYM_PAIRS = 4_000  # of one block
MOST_VAGUE = 5  # proposals without a shared context that one name may have by initial, part or acronym
_VAGUE = frozenset(("initial", "part of the name", "acronym", "bare surname", "number"))
_FLAG = 1 << 63  # marks the postings under ACRONYM keys


def propose(kind: Kind, known: Sequence[Known], since: int = 0, limit: int = 0) -> Iterator[Proposal]:
    """The likely pairs of `known`, in no order, `limit` at most (0: all). Pairs of one key are left out: those are one
    already, or were parted by hand.

    Only pairs with at least one of `known[since:]` are looked at. A name that would be proposed for more than
    `MOST_VAGUE` others by no more than an initial, an acronym or a part of the name is proposed for none of them,
    unless they appear in one context. Memory grows with the number of names (about 200 bytes each).
    """
    yield from islice(_not_too_vague(kind, _likely(kind, known, since)), limit or None)


def _likely(kind: Kind, known: Sequence[Known], since: int) -> Iterator[Proposal]:
    for one, other in candidates(kind, known, since):
        a, b = known[one], known[other]
        if kind == "person" and _idle(a, b):
            continue
        likeness = compare(kind, a, b)
        if likeness.level == "likely":
            yield _proposal(a, b, likeness)


def _idle(a: Known, b: Known) -> bool:
    """A surname alone without an organisation or role is not worth comparing."""
    return any(person_key(one.name).bare and not (one.organisations or one.roles) for one in (a, b)) and (
        person_key(a.name).bare and person_key(b.name).bare
    )


def _proposal(a: Known, b: Known, likeness: Likeness) -> Proposal:
    if a.number <= b.number:
        return Proposal(a.number, b.number, likeness)
    forms = (likeness.forms[1], likeness.forms[0])
    turned = Likeness(likeness.score, likeness.level, likeness.reason, forms, likeness.shared, likeness.years)
    return Proposal(b.number, a.number, turned)


def _not_too_vague(kind: Kind, proposals: Iterator[Proposal]) -> Iterator[Proposal]:
    waiting: dict[int, list[Proposal]] = {}
    fellows: dict[int, set[str]] = {}  # keys of those it would be proposed for, one more than allowed at most
    key = _keys(kind)
    for proposal in proposals:
        if proposal.likeness.reason not in _VAGUE or proposal.likeness.shared:
            yield proposal
            continue
        vague = False
        for number, form in zip((proposal.one, proposal.other), reversed(proposal.likeness.forms), strict=True):
            found = fellows.setdefault(number, set())
            if len(found) <= MOST_VAGUE:
                found.add(key(form))
            vague |= len(found) > MOST_VAGUE
        if not vague:
            waiting.setdefault(proposal.one, []).append(proposal)
    for held in waiting.values():
        for proposal in held:
            if len(fellows[proposal.one]) <= MOST_VAGUE and len(fellows[proposal.other]) <= MOST_VAGUE:
                yield proposal


# ---- pairs worth comparing -----------------------------------------------------------------------------------------


def candidates(kind: Kind, known: Sequence[Known], since: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs of places in `known` that share a block and differ in their keys, each once."""
    postings, keys_of = _postings(kind, known)
    large = _large(postings)
    key = _keys(kind)
    for block, group in groupby(postings, key=lambda posting: posting >> 24):
        members = [posting & 0xFFFFFF for posting in group]
        if len(members) < 2 or (since and members[-1] < since):
            continue
        acronyms = bool(block << 24 & _FLAG)
        pairs = _acronym_pairs(known, members) if acronyms else _pairs(known, members, kind)
        for one, other in pairs:
            if other < since or key(known[one].name) == key(known[other].name):
                continue
            if block == _meeting(keys_of(one), keys_of(other), large):
                yield one, other


def _keys(kind: Kind) -> Callable[[str], str]:
    if kind == "person":
        return lambda name: person_key(name).key
    return lambda name: (parsed := organisation_name(name)).key + "\x00" + parsed.form


def _postings(kind: Kind, known: Sequence[Known]) -> tuple[list[int], Callable[[int], frozenset[int]]]:
    """(block's hash, place) of all names as sorted numbers, and the blocks of a place as a function."""
    postings = array("Q")
    starts, hashes = array("Q", [0]), array("Q")
    for place, one in enumerate(known):
        names = (one.name, *one.forms[:3])
        for block in sorted({_hash(key) for name in names for key in blocks(kind, name)}):
            postings.append(block << 24 | place)
            hashes.append(block)
        starts.append(len(hashes))
    return sorted(postings), lambda place: frozenset(hashes[starts[place] : starts[place + 1]])


def _hash(key: str) -> int:
    """39 bits of the key, and one that says whether it is an acronym's."""
    data = key.encode("utf-8", "replace")
    value = (zlib.crc32(data) << 7 | zlib.adler32(data) & 0x7F) & ((1 << 39) - 1)
    return value | (1 << 39 if key.startswith(ACRONYM) else 0)


def _large(postings: list[int]) -> frozenset[int]:
    """The blocks in which not every pair is compared."""
    found = set()
    for block, group in groupby(postings, key=lambda posting: posting >> 24):
        if sum(1 for _ in group) > LARGEST_BLOCK:
            found.add(block)
    return frozenset(found)


def _meeting(one: frozenset[int], other: frozenset[int], large: frozenset[int]) -> int:
    """The one block in which a pair is compared: the first that is not large, else the first."""
    shared = one & other
    small = [block for block in shared if block not in large and not block >> 39]
    return min(small) if small else min(shared, default=-1)


def _acronym_pairs(known: Sequence[Known], members: list[int]) -> Iterator[tuple[int, int]]:
    short = [place for place in members if is_acronym(known[place].name)]
    shorts = set(short)
    long = [place for place in members if place not in shorts]
    for count, (one, other) in enumerate(product(short, long)):
        if count >= MOST_ACRONYM_PAIRS:
            return
        yield min(one, other), max(one, other)


def _pairs(known: Sequence[Known], members: list[int], kind: Kind) -> Iterator[tuple[int, int]]:
    if len(members) <= LARGEST_BLOCK:
        yield from combinations(members, 2)
        return
    parts: dict[str, list[int]] = {}
    for place in members:
        parts.setdefault(_finer(known[place].name, kind), []).append(place)
    for part in parts.values():
        if len(part) <= LARGEST_BLOCK:
            yield from combinations(part, 2)
        else:
            yield from _along_the_alphabet(known, part, kind)


def _finer(name: str, kind: Kind) -> str:
    if kind == "person":
        return "".join(word[:1] for word in person_key(name).given[:1])
    return "".join(word[:1] for word in organisation_name(name).words[:2])


def _along_the_alphabet(known: Sequence[Known], members: list[int], kind: Kind) -> Iterator[tuple[int, int]]:
    key = _keys(kind)
    ordered = sorted(members, key=lambda place: key(known[place].name))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + WINDOW]:
            yield min(one, other), max(one, other)
