"""Makes `resources/naming/japanese_*.tsv` from the tables of japanese-personal-name-dataset (MIT).

Usage: python packaging/japanese_names.py FOLDER

FOLDER is the `dataset` folder inside that package's wheel (`pip download japanese-personal-name-dataset`). Written are
the surnames with their readings, the readings of given names, and how a character may be read inside a given name.
The last is counted here: a name of several characters is cut where the readings of its characters, as counted in the
round before, make the likeliest whole.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from itertools import combinations
from math import log
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "resources" / "naming"
ROUNDS, LONGEST_READING, FEWEST, MOST_READINGS = 6, 4, 5, 16
_SMALL = set("ゃゅょぁぃぅぇぉっー")
_ROMAN = dict(
    pair.split("=")
    for pair in (
        "あ=a い=i う=u え=e お=o か=ka き=ki く=ku け=ke こ=ko さ=sa し=shi す=su せ=se そ=so た=ta ち=chi つ=tsu て=te と=to "
        "な=na に=ni ぬ=nu ね=ne の=no は=ha ひ=hi ふ=fu へ=he ほ=ho ま=ma み=mi む=mu め=me も=mo や=ya ゆ=yu よ=yo "
        "ら=ra り=ri る=ru れ=re ろ=ro わ=wa を=o ん=n が=ga ぎ=gi ぐ=gu げ=ge ご=go ざ=za じ=ji ず=zu ぜ=ze ぞ=zo "
        "だ=da ぢ=ji づ=zu で=de ど=do ば=ba び=bi ぶ=bu べ=be ぼ=bo ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po "
        "きゃ=kya きゅ=kyu きょ=kyo しゃ=sha しゅ=shu しょ=sho ちゃ=cha ちゅ=chu ちょ=cho にゃ=nya にゅ=nyu にょ=nyo "
        "ひゃ=hya ひゅ=hyu ひょ=hyo みゃ=mya みゅ=myu みょ=myo りゃ=rya りゅ=ryu りょ=ryo ぎゃ=gya ぎゅ=gyu ぎょ=gyo "
        "じゃ=ja じゅ=ju じょ=jo びゃ=bya びゅ=byu びょ=byo ぴゃ=pya ぴゅ=pyu ぴょ=pyo"
    ).split()
)


def roman(kana: str) -> str:
    """Hepburn without marks for long vowels: long `ou` and `uu` stay two letters, small tsu doubles."""
    pieces = [_ROMAN.get(piece, piece) for piece in re.findall(".[ゃゅょ]?", kana)]
    text = "".join(piece for piece in pieces if piece != "ー")
    return re.sub("っ(ch|.)", lambda match: ("t" if match[1] == "ch" else match[1]) + match[1], text).replace("っ", "")


def short(word: str) -> str:
    """`ou` and `uu` as one letter: the form under which a name is looked up."""
    return re.sub("ou|oo", "o", word.replace("uu", "u"))


def cuts(reading: str, parts: int) -> list[tuple[str, ...]]:
    """Every way to cut a reading into so many parts, none of which begins with a small kana or ん."""
    inside = [at for at in range(1, len(reading)) if reading[at] not in _SMALL and reading[at] != "ん"]
    found = []
    for places in combinations(inside, parts - 1):
        borders = (0, *places, len(reading))
        pieces = tuple(reading[a:b] for a, b in zip(borders, borders[1:], strict=False))
        if all(len(piece) <= LONGEST_READING for piece in pieces):
            found.append(pieces)
    return found


def character_readings(names: list[tuple[str, str]]) -> dict[str, Counter[str]]:
    """How each character is read, counted over (kanji, kana) names."""
    ways = [(kanji, cuts(kana, len(kanji))) for kanji, kana in names]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kanji, options in ways:
        for option in options:
            for character, piece in zip(kanji, option, strict=True):
                counts[character][piece] += 1 / len(options)
    for _ in range(ROUNDS):
        totals = {character: sum(readings.values()) for character, readings in counts.items()}
        fresh: dict[str, Counter[str]] = defaultdict(Counter)
        for kanji, options in ways:
            if options:
                best = max(
                    options,
                    key=lambda option: sum(
                        log((counts[c][p] + 1e-6) / totals[c]) for c, p in zip(kanji, option, strict=True)
                    ),
                )
                for character, piece in zip(kanji, best, strict=True):
                    fresh[character][piece] += FEWEST if len(kanji) == 1 else 1
        counts = fresh
    return counts


def main(folder: Path) -> None:
    """Write the three tables."""

    def rows(name: str) -> list[list[str]]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    surnames: dict[str, list[str]] = defaultdict(list)
    for kanji, _, kana, _ in rows("last_name_org.csv"):
        if (reading := roman(kana)) not in surnames[kanji]:
            surnames[kanji].append(reading)
    given = [row for name in ("man", "woman") for row in rows(f"first_name_{name}_org.csv")]
    readings = Counter()
    for row in given:
        readings[short(roman(row[0]))] += len(row) - 2
    pairs = [(kanji, row[0]) for row in given for kanji in row[2:] if re.fullmatch("[一-鿿]{1,3}", kanji)]
    characters = character_readings(pairs)
    TARGET.mkdir(parents=True, exist_ok=True)
    lines = [f"{kanji}\t{' '.join(found)}" for kanji, found in sorted(surnames.items())]
    (TARGET / "japanese_surnames.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    names = sorted(name for name, count in readings.items() if count >= 3 and len(name) > 1)
    (TARGET / "japanese_given.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    lines = []
    for character, found in sorted(characters.items()):
        kept = [
            reading
            for reading, count in found.most_common(MOST_READINGS)
            if count >= FEWEST or count == max(found.values())
        ]
        lines.append(f"{character}\t{' '.join(dict.fromkeys(short(roman(reading)) for reading in kept))}")
    (TARGET / "japanese_characters.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
