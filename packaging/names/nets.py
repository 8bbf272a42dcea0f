"""The net of `desktop_app.entities.tagging.network` in torch, to be trained, and the probability of its tags."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import nn

from desktop_app.entities.tagging.decoding import Transitions, constrained
from desktop_app.entities.tagging.features import DENSE, Features

VECTOR_STEP = 0.25  # 4-bit vectors: whole numbers from -8 to 7 times this
NO_GRAMS = {"size": 1, "columns": 0, "hide": None}


@dataclass
class Shape:
    """How large a net is."""

    width: int = 128
    reaches: list[int] = field(default_factory=lambda: [1, 2, 4, 1])
    vectors: int = 32
    dropout: float = 0.3
    hide_places: float = 0.2


class RoundedFour(torch.autograd.Function):
    """Rounds to whole numbers from -8 to 7; the gradient passes as if it did not."""

    @staticmethod
    def forward(context: Any, values: torch.Tensor) -> torch.Tensor:
        context.save_for_backward((values > -8.5) & (values < 7.5))
        return values.round().clamp(-8, 7)

    @staticmethod
    def backward(context: Any, gradient: torch.Tensor) -> torch.Tensor:
        (inside,) = context.saved_tensors
        return gradient * inside


class Words:
    """The features of all words of the training, by number."""

    def __init__(self, features: Features) -> None:
        self.ids = torch.from_numpy(features.ids.astype(np.int64))
        self.grams = torch.from_numpy(features.grams.astype(np.int64))
        self.starts = torch.from_numpy(features.gram_starts)
        self.dense = torch.from_numpy(features.dense)
        self.vectors = torch.from_numpy(features.vectors)  # float16, as the encoder gave them

    def bag(self, words: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The grams of `words` side by side, and where each word's begin."""
        counts = self.starts[words + 1] - self.starts[words]
        offsets = counts.cumsum(0) - counts
        place = torch.arange(int(counts.sum())) - offsets.repeat_interleave(counts)
        return self.grams[self.starts[words].repeat_interleave(counts) + place], offsets


class Net(nn.Module):
    """Numbers of words to scores of tags."""

    def __init__(
        self,
        shape: Shape,
        slots: Sequence[dict[str, Any]],
        raw: int,
        sources: int,
        tags: int,
        extra: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self.shape = shape
        singles = [slot for slot in slots if slot["kind"] != "grams"]
        grams = next((slot for slot in slots if slot["kind"] == "grams"), NO_GRAMS)
        self.hides = [slot["hide"] for slot in singles]
        self.gram_hide = grams["hide"]
        self.tables = nn.ModuleList(nn.Embedding(slot["size"], slot["columns"]) for slot in singles)
        self.grams = nn.EmbeddingBag(grams["size"], grams["columns"], mode="mean")
        for table in (*self.tables, self.grams):
            nn.init.normal_(table.weight, 0, 0.3)
        self.extra = nn.ModuleList(nn.Embedding(size, shape.width) for size in extra)  # what depends on a word's place
        for table in self.extra:
            nn.init.zeros_(table.weight)  # rows that training never meets stay so
        self.squeeze = nn.Linear(raw, shape.vectors, bias=False) if raw else None  # None: they are squeezed already
        if self.squeeze is not None:
            nn.init.normal_(self.squeeze.weight, 0, 0.3)
        columns = sum(slot["columns"] for slot in singles) + grams["columns"]
        self.input = nn.Linear(columns + DENSE + shape.vectors, shape.width)
        self.source = nn.Embedding(sources, shape.width)
        nn.init.zeros_(self.source.weight)
        self.layers = nn.ModuleList(nn.Linear(3 * shape.width, shape.width) for _ in shape.reaches)
        self.output = nn.Linear(shape.width, tags)
        self.follow = nn.Parameter(torch.zeros(tags, tags))
        self.first = nn.Parameter(torch.zeros(tags))
        self.last = nn.Parameter(torch.zeros(tags))
        self.drop = nn.Dropout(shape.dropout)
        self.register_buffer("middle", torch.zeros(raw))
        self.register_buffer("spread", torch.ones(raw))

    def whole_vectors(self, raw: torch.Tensor) -> torch.Tensor:
        """The encoder's vectors as whole numbers from -8 to 7; zeros stay zeros."""
        if self.squeeze is None:
            return raw.float() / VECTOR_STEP
        known = (raw != 0).any(1, keepdim=True)
        values = self.squeeze((raw.float() - self.middle) / self.spread)
        return RoundedFour.apply(values) * known

    def rows(self, words: Words, chosen: torch.Tensor) -> torch.Tensor:
        """The first row of each word, before the source is added and the negative is cut."""
        columns = []
        for number, (table, hide) in enumerate(zip(self.tables, self.hides, strict=True)):
            columns.append(self._hidden(self.drop(table(words.ids[chosen, number])), hide))
        if self.gram_hide is not None:
            columns.append(self._hidden(self.drop(self.grams(*words.bag(chosen))), self.gram_hide))
        columns.append(words.dense[chosen])
        columns.append(self._hidden(self.drop(self.whole_vectors(words.vectors[chosen]) * VECTOR_STEP), 0.15))
        return self.input(torch.cat(columns, 1))

    def _hidden(self, columns: torch.Tensor, share: float) -> torch.Tensor:
        if not self.training or not share:
            return columns
        return columns * (torch.rand(len(columns), 1) >= share)

    def forward(
        self,
        words: Words,
        chosen: torch.Tensor,
        lengths: torch.Tensor,
        source: torch.Tensor,
        extra: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """The scores [words, tags] of sentences side by side; `source` has a number for each word, `extra` several."""
        distinct, inverse = chosen.unique(return_inverse=True)
        rows = torch.relu(self.rows(words, distinct)[inverse] + self.source(source))
        if extra is not None:
            places = (self._hidden(table(extra[:, n]), self.shape.hide_places) for n, table in enumerate(self.extra))
            rows = torch.relu(sum(places, start=rows))
        rows = self.drop(rows)
        starts = (lengths.cumsum(0) - lengths).repeat_interleave(lengths)
        place = torch.arange(len(chosen)) - starts
        behind = lengths.repeat_interleave(lengths) - place
        for reach, layer in zip(self.shape.reaches, self.layers, strict=True):
            if reach:
                reach = min(reach, len(rows))
                before = nn.functional.pad(rows[: len(rows) - reach], (0, 0, reach, 0)) * (place >= reach)[:, None]
                after = nn.functional.pad(rows[reach:], (0, 0, 0, reach)) * (behind > reach)[:, None]
            else:
                before, after = (
                    torch.segment_reduce(rows, how, lengths=lengths, unsafe=True).repeat_interleave(lengths, 0)
                    for how in ("mean", "max")
                )
            rows = rows + self.drop(torch.relu(layer(torch.cat([before, rows, after], 1))))
        return self.output(rows)

    def moves(self, tags: Sequence[str]) -> Transitions:
        """The transitions with what never happens."""
        parts = (part.detach().numpy() for part in (self.follow, self.first, self.last))
        return constrained(Transitions(*parts), tags)


class LogSum(torch.autograd.Function):
    """The logarithm of the sum over all sequences of tags [sentences], and by its gradient their probabilities."""

    @staticmethod
    def forward(
        context: Any,
        scores: torch.Tensor,
        lengths: torch.Tensor,
        follow: torch.Tensor,
        first: torch.Tensor,
        last: torch.Tensor,
    ) -> torch.Tensor:
        """`scores` [sentences, longest, tags], the longest sentence first."""
        count, longest, tags = scores.shape
        reached = [int((lengths > step).sum()) for step in range(longest)]
        top = scores.amax(2, keepdim=True)
        weights, moves, end = (scores - top).exp(), follow.exp(), last.exp()
        forward = torch.zeros_like(weights)
        total = torch.zeros(count)
        now = weights[:, 0] * first.exp()
        for step in range(longest):
            here = reached[step]
            if step:
                now = (now[:here] @ moves) * weights[:here, step]
            size = now.sum(1, keepdim=True)
            now = now / size
            total[:here] += (size.log() + top[:here, step])[:, 0]
            forward[:here, step] = now
        final = forward[torch.arange(count), lengths - 1]
        total += (final @ end).log()
        shares = torch.zeros_like(weights)
        pairs = torch.zeros_like(follow)
        ahead = end.expand(count, tags).clone()
        for step in range(longest - 1, -1, -1):
            here = reached[step]
            both = forward[:here, step] * ahead[:here]
            shares[:here, step] = both / both.sum(1, keepdim=True)
            if step:
                coming = weights[:here, step] * ahead[:here]
                behind = coming @ moves.T
                norm = (forward[:here, step - 1] * behind).sum(1, keepdim=True)
                pairs += (forward[:here, step - 1] / norm).T @ coming
                ahead[:here] = behind / behind.sum(1, keepdim=True)
        ends = shares[torch.arange(count), lengths - 1]
        context.save_for_backward(shares, pairs * moves, shares[:, 0].sum(0), ends.sum(0))
        return total

    @staticmethod
    def backward(context: Any, gradient: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        shares, pairs, first, last = context.saved_tensors
        size = gradient[0]  # the same for all sentences: the loss is their sum
        return shares * size, None, pairs * size, first * size, last * size


def loss(
    net: Net, scores: torch.Tensor, lengths: torch.Tensor, allowed: torch.Tensor, rule: Transitions
) -> torch.Tensor:
    """Minus the logarithm of the probability of the allowed tags, per word.

    `allowed` [words, tags]: which tags each word may have; where a table does not say, several. The longest sentence comes first.
    """
    never = -1e4
    place = torch.arange(int(lengths[0]))
    inside = place < lengths[:, None]
    full = torch.zeros(*inside.shape, scores.shape[1])
    full[inside] = scores
    partial = torch.zeros_like(full)
    partial[inside] = torch.where(allowed, scores, torch.tensor(never))
    moves = [
        part + torch.from_numpy(mask)
        for part, mask in ((net.follow, rule.follow), (net.first, rule.first), (net.last, rule.last))
    ]
    every = LogSum.apply(full, lengths, *moves).sum()
    right = LogSum.apply(partial, lengths, *moves).sum()
    return (every - right) / lengths.sum()
