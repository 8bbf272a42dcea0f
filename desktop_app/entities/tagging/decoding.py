"""From the scores of single words to the best sequence of tags, and how sure it is; many sentences side by side.

The tags are BIOES (`B-PER I-PER E-PER`, `S-ORG`, `O`) and two more: a word like "DJW-Geschäftsführerin", of which
only what stands before the last hyphen belongs to the name, is `T-…` where it stands alone, `F-…` where it ends a name.
A tag may follow another only where that makes whole names, whatever the scores say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.entities.tagging.hashing import Ints
from desktop_app.entities.tagging.weights import Floats

NEVER: Final = np.float32(-1e4)
OUTSIDE: Final = "O"
_GOES_ON: Final = "BI"
_BEGINS: Final = "BST"
_ENDS: Final = "EF"


@dataclass(frozen=True, slots=True)
class Transitions:
    """Scores of a tag behind a tag [tags, tags], first in a sentence, last in a sentence."""

    follow: Floats
    first: Floats
    last: Floats


def allowed(tags: Sequence[str]) -> Transitions:
    """Scores of 0 for what makes whole names and `NEVER` for everything else."""
    follow = np.full((len(tags), len(tags)), NEVER, np.float32)
    for number, tag in enumerate(tags):
        for other, behind in enumerate(tags):
            if tag[0] in _GOES_ON:
                fits = behind[0] in "I" + _ENDS and behind[1:] == tag[1:]
            else:
                fits = behind == OUTSIDE or behind[0] in _BEGINS
            if fits:
                follow[number, other] = 0
    first = np.array([0 if tag == OUTSIDE or tag[0] in _BEGINS else NEVER for tag in tags], np.float32)
    last = np.array([NEVER if tag[0] in _GOES_ON and tag != OUTSIDE else 0 for tag in tags], np.float32)
    return Transitions(follow, first, last)


def constrained(transitions: Transitions, tags: Sequence[str]) -> Transitions:
    """`transitions` with `NEVER` wherever `tags` do not make whole names."""
    rule = allowed(tags)
    return Transitions(
        np.where(rule.follow == 0, transitions.follow, NEVER),
        np.where(rule.first == 0, transitions.first, NEVER),
        np.where(rule.last == 0, transitions.last, NEVER),
    )


class _Side:
    """Sentences of different lengths side by side: the longest first; those that reach a step are the first n."""

    def __init__(self, lengths: Ints) -> None:
        self.order = np.argsort(-lengths, kind="stable")
        self.lengths = lengths[self.order]
        self.starts = (np.cumsum(lengths) - lengths)[self.order]
        longest = int(self.lengths[0]) if len(lengths) else 0
        self.counts = np.searchsorted(-self.lengths, -np.arange(longest), side="left")
        self.ends = self.starts + self.lengths - 1


def best_tags(scores: Floats, lengths: Ints, transitions: Transitions) -> npt.NDArray[np.int64]:
    """The numbers of the best tags (Viterbi) of sentences side by side, `lengths` words each, none of them empty."""
    best = np.zeros(len(scores), np.int64)
    if not len(lengths):
        return best
    side = _Side(lengths)
    came = np.zeros(scores.shape, np.int8 if scores.shape[1] < 127 else np.int64)
    follow = np.ascontiguousarray(transitions.follow.T)
    sums = scores[side.starts] + transitions.first
    ended = sums + transitions.last
    for step in range(1, len(side.counts)):
        count = side.counts[step]
        here = side.starts[:count] + step
        paths = sums[:count, None, :] + follow
        through = paths.argmax(axis=2)
        came[here] = through
        sums = np.take_along_axis(paths, through[:, :, None], axis=2)[:, :, 0] + scores[here]
        ended[:count] = sums + transitions.last
    tag = ended.argmax(axis=1)
    best[side.ends] = tag
    for step in range(len(side.counts) - 1, 0, -1):
        count = side.counts[step]
        here = side.starts[:count] + step
        tag[:count] = came[here, tag[:count]]
        best[here - 1] = tag[:count]
    return best


def certainties(scores: Floats, lengths: Ints, transitions: Transitions) -> Floats:
    """How probable each tag of each word is, [words, tags], over all sequences of tags (forward and backward)."""
    if not len(lengths):
        return np.zeros_like(scores)
    side = _Side(lengths)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    follow, back = np.exp(transitions.follow), np.ascontiguousarray(np.exp(transitions.follow).T)
    forward = np.empty_like(weights)
    now = _normal(weights[side.starts] * np.exp(transitions.first))
    forward[side.starts] = now
    for step in range(1, len(side.counts)):
        here = side.starts[: side.counts[step]] + step
        now = _normal((now[: len(here)] @ follow) * weights[here])
        forward[here] = now
    result: Floats = np.empty_like(weights)
    behind = np.tile(np.exp(transitions.last), (len(lengths), 1))
    for step in range(len(side.counts) - 1, -1, -1):
        here = side.starts[: side.counts[step]] + step
        result[here] = _normal(forward[here] * behind[: len(here)])
        behind[: len(here)] = _normal((weights[here] * behind[: len(here)]) @ back)
    return result


def _normal(rows: Floats) -> Floats:
    normal: Floats = rows / np.maximum(rows.sum(axis=1, keepdims=True), np.float32(1e-30))
    return normal
