"""Which language a text is in, or "" where it is too short or too uncertain to say."""

import functools
import re
from typing import Any

_SAMPLE = 600  # code points: more does not change the answer
_SHORTEST = 40  # code points of letters
_THRESHOLD = 0.8
# Neighbours are named so that a French or Dutch text is not called German.
_LANGUAGES = [
    "de",
    "en",
    "ja",
    "fr",
    "it",
    "es",
    "pt",
    "nl",
    "da",
    "sv",
    "no",
    "fi",
    "pl",
    "cs",
    "hu",
    "tr",
    "ru",
    "zh",
    "ko",
]
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_NOT_PROSE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[\d_#*/\\|<>=]+")


def detect(text: str) -> str:
    """ISO 639-1 code of the language of `text`, or ""."""
    sample = text[:_SAMPLE]
    kana = len(_KANA.findall(sample))
    if kana >= 4 and kana > len(sample) * 0.05:
        return "ja"
    sample = _NOT_PROSE.sub(" ", text[: _SAMPLE * 2])[:_SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    if letters < (8 if _HAN.search(sample) else _SHORTEST):
        return ""
    language, probability = _identifier().classify(sample.lower())  # headings in capitals confuse the model
    return str(language) if probability >= _THRESHOLD else ""


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier
