"""What each language's model is trained on, and how its words are looked at. Sources and licences: `MODEL_CARD.md`."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from corpora import Sentence

PRESS, SHORT, OLD, LAW = range(4)  # the manner of a source: what it counts as a name, and how it writes


@dataclass(frozen=True)
class Plan:
    """The training of one language."""

    language: str
    sources: dict[str, tuple[int, float]]  # table: manner, how often each sentence is seen in an epoch
    own_times: float  # the same for the project's own documents
    development: str  # the table that is only looked at
    slots: Sequence[dict[str, Any]]
    known: tuple[str, ...]  # checked at every start: a table that shifted by one row would find other names in them
    common: int = 3  # a word seen this often in training has a row of its own
    blocks: dict[str, tuple[int, int]] = field(
        default_factory=dict
    )  # (n, m): of m blocks of n sentences the last is development

    def words(self, sentence: str) -> list[str]:
        """The words of a known sentence: Japanese has none but its characters."""
        return list(sentence) if self.language == "ja" else sentence.split()

    def divided(self, table: str, sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
        """The sentences of a table for training and for development."""
        if table not in self.blocks:
            return sentences, sentences
        size, every = self.blocks[table]
        development = [place // size % every == every - 1 for place in range(len(sentences))]
        kept = [sentence for sentence, other in zip(sentences, development, strict=True) if not other]
        return kept, [sentence for sentence, other in zip(sentences, development, strict=True) if other]


GERMAN = Plan(
    "de",
    sources={
        "germeval2014_train_rebuilt": (PRESS, 1.0),
        "smartdata_train": (SHORT, 0.8),
        "mobie_train": (SHORT, 0.4),
        "mobie_dev": (SHORT, 0.4),
        "mobie_test": (SHORT, 0.4),
        "europeana_lft": (OLD, 0.25),
        "europeana_onb": (OLD, 0.25),
        "europeana_sbb": (OLD, 0.25),
        "newseye_de_dev2": (OLD, 0.2),
        "newseye_de_test": (OLD, 0.2),
        "biofid_dev": (LAW, 0.2),
        "biofid_test": (LAW, 0.2),
        "ler_dev": (LAW, 0.08),
        "ler_test": (LAW, 0.08),
    },
    own_times=5.0,
    common=6,
    development="germeval2014_dev",
    slots=[
        {"kind": "word", "columns": 40, "hide": 0.25},
        {"kind": "prefix", "length": 3, "size": 4096, "columns": 12, "hide": 0.1},
        {"kind": "prefix", "length": 5, "size": 8192, "columns": 16, "hide": 0.2},
        {"kind": "suffix", "length": 3, "size": 4096, "columns": 16, "hide": 0.1},
        {"kind": "suffix", "length": 5, "size": 8192, "columns": 20, "hide": 0.2},
        {"kind": "tail", "size": 2048, "columns": 12, "hide": 0.1},
        {"kind": "shape", "size": 512, "columns": 12, "hide": 0.05},
        {"kind": "cluster", "size": 768, "columns": 40, "hide": 0.1},
        {"kind": "head", "size": 768, "columns": 12, "hide": 0.1},
        {"kind": "rank", "size": 16, "columns": 6, "hide": 0.1},
        {"kind": "grams", "shortest": 2, "longest": 5, "size": 16384, "columns": 32, "hide": 0.1},
    ],
    known=(
        "DJW-Geschäftsführerin Julia Kamp begrüßte die Gäste der Deutschen Bank in Düsseldorf .",
        "Oberbürgermeister Konrad Philipp ( CDU ) sprach mit Walter F. Brandt von der IHK Aachen .",
        "Die Lufthansa und die Japanische Industrie- und Handelskammer zu Düsseldorf e.V. laden ein .",
        "Yamamoto Kenji und Haruka Satō spielten mit dem Gürzenich-Orchester Köln .",
        "Am Samstag regnete es in Tokio , in Bonn schien die Sonne .",
        "Anna Berger ( CDU ) traf Peter Müller von der SPD .",
        "Yuki Tanaka arbeitet seit drei Jahren für Siemens in München .",
        "Der Vorstand der Volkswagen AG wies die Kritik von Greenpeace zurück .",
        "Hans Schmidt und seine Frau Maria spielten für den FC Bayern München .",
        "Wie die Süddeutsche Zeitung berichtet , tritt Thomas Weber zurück .",
        "SPD-Chefin Julia Kamp sprach mit der Gewerkschaft Verdi .",
        "Das Wetter war schön und alle lachten .",
    ),
)
ENGLISH = Plan(
    "en",
    sources={
        "en_uner_ewt_dev": (PRESS, 2.0),
        "en_wikigold": (PRESS, 1.5),
        "en_btc_a": (SHORT, 0.7),
        "en_btc_b": (SHORT, 0.5),
        "en_btc_g": (SHORT, 0.5),
        "en_wnut17_train": (OLD, 0.5),
    },
    own_times=4.0,
    development="en_uner_ewt_dev",
    slots=[
        {"kind": "word", "columns": 40, "hide": 0.25},
        {"kind": "prefix", "length": 3, "size": 4096, "columns": 12, "hide": 0.1},
        {"kind": "suffix", "length": 3, "size": 4096, "columns": 16, "hide": 0.1},
        {"kind": "suffix", "length": 5, "size": 4096, "columns": 20, "hide": 0.2},
        {"kind": "tail", "size": 1024, "columns": 12, "hide": 0.1},
        {"kind": "shape", "size": 512, "columns": 12, "hide": 0.05},
        {"kind": "cluster", "size": 1001, "columns": 40, "hide": 0.1},
        {"kind": "rank", "size": 16, "columns": 6, "hide": 0.1},
        {"kind": "grams", "shortest": 2, "longest": 5, "size": 8192, "columns": 24, "hide": 0.1},
    ],
    known=(
        "The Bank of Japan said on Friday that Toyota Motor Corp. would meet Governor Kazuo Mori in Nagoya .",
        "Angela Whitmore , who chairs the British Chamber of Commerce , met Dr Kenji Tanaka of Hitachi .",
        "Shares in Siemens fell ; Deutsche Bank 's Peter Schmidt blamed the weather .",
        "It rained in London on Monday and nobody was surprised .",
    ),
    blocks={"en_uner_ewt_dev": (25, 3)},
)
JAPANESE = Plan(
    "ja",
    sources={"ja_stockmark_train": (PRESS, 1.0)},
    own_times=3.0,
    development="ja_stockmark_train",
    slots=[
        {"kind": "word", "columns": 48, "hide": 0.1},
        {"kind": "shape", "size": 64, "columns": 8, "hide": 0.0},
    ],
    known=(
        "日本銀行の田中一郎総裁は12日、トヨタ自動車の佐藤花子社長と会談した。",
        "独日協会のユリア・ミュンヒ会長は「桜は散る」と述べた。",
        "東京では雨が降り、大阪では晴れた。",
    ),
    blocks={"ja_stockmark_train": (1, 10)},
)
# A second German net over the lexicon of the first, for the thorough mode: wider, with hardly any rows for single words.
GERMAN_MORE = replace(
    GERMAN,
    slots=[
        {"kind": "word", "columns": 16, "hide": 0.3},
        {"kind": "prefix", "length": 4, "size": 4096, "columns": 16, "hide": 0.15},
        {"kind": "suffix", "length": 4, "size": 4096, "columns": 16, "hide": 0.15},
        {"kind": "tail", "size": 1024, "columns": 12, "hide": 0.1},
        {"kind": "shape", "size": 512, "columns": 12, "hide": 0.05},
        {"kind": "cluster", "size": 768, "columns": 48, "hide": 0.1},
        {"kind": "head", "size": 768, "columns": 12, "hide": 0.1},
        {"kind": "rank", "size": 16, "columns": 6, "hide": 0.1},
        {"kind": "grams", "shortest": 3, "longest": 5, "size": 8192, "columns": 32, "hide": 0.1},
    ],
    common=12,
)
PLANS = {"de": GERMAN, "de-more": GERMAN_MORE, "en": ENGLISH, "ja": JAPANESE}
