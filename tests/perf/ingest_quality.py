"""Measures reading against the gold of unpacked corpora: `python tests/perf/ingest_quality.py FOLDER [SET …]`.

FOLDER may also come from the environment as LESESAAL_CORPORA. Prints, for each set: files, articles, share of titles
and dates that agree with the gold, dates that nobody stated, articles that got lost, languages, files a CPU second and
peak memory. `--misses N` prints the first N misses of each kind; `--limit N` reads only the first N files of a set.
"""

import argparse
import csv
import json
import os
import re
import resource
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.ingest.formats import parse
from desktop_app.model.article import ParsedArticle, ParsedFile

COLUMNS = (
    "files",
    "articles",
    "lost",
    "title %",
    "date %",
    "invented",
    "place %",
    "lang %",
    "text %",
    "files/s",
    "peak MB",
)
SKIPS = {"skip", "reject"}


@dataclass
class Score:
    """Counts for one set."""

    files: int = 0
    articles: int = 0
    expected: int = 0
    lost: int = 0
    titles: int = 0
    titled: int = 0
    dates: int = 0
    dated: int = 0
    invented: int = 0
    languages: int = 0
    places: int = 0
    placed: int = 0
    coverage: float = 0.0
    seconds: float = 0.0
    misses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def fold(text: str) -> str:
    """Text without spacing, case and width differences, for comparisons."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def loose(text: str) -> str:
    """Words only."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def gold_rows(file: Path, limit: int) -> Iterator[tuple[Path, list[dict[str, object]]]]:
    """Each file of a set with its gold rows, in the order of the gold."""
    grouped: dict[str, list[dict[str, object]]] = {}
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        grouped.setdefault(str(row["path"]).split("#")[0], []).append(row)
    for number, (path, rows) in enumerate(grouped.items()):
        if limit and number >= limit:
            return
        yield file.parent / path, rows


def measure_news(gold: Path, limit: int) -> Score:
    """Score one news set."""
    score = Score()
    for path, rows in gold_rows(gold, limit):
        started = time.process_time()
        parsed = parse(path)
        score.seconds += time.process_time() - started
        score.files += 1
        score.articles += len(parsed.articles)
        score.expected += len(rows)
        by_row = {article.member.lstrip("#"): article for article in parsed.articles}
        for number, row in enumerate(rows):
            key = str(row["path"]).partition("#")[2]
            article = by_row.get(key) if key else (parsed.articles[number] if number < len(parsed.articles) else None)
            if article is None:
                score.lost += 1
                score.misses["lost"].append(f"{row['path']}: {parsed.reason}")
                continue
            compare(score, article, row)
    return score


def compare(score: Score, article: ParsedArticle, row: dict[str, object]) -> None:
    """Add one article to the score."""
    where = row["path"]
    title = str(row.get("title") or "")
    if title:
        score.titled += 1
        if fold(article.title) == fold(title):
            score.titles += 1
        else:
            score.misses["title"].append(f"{where}: {article.kicker!r} {article.title!r} ≠ {title!r}")
    elif article.title:
        score.misses["untitled"].append(f"{where}: {article.title!r}")
    stated = str(row.get("date") or "")[:10]
    if stated:
        score.dated += 1
        if str(article.date or "") == stated:
            score.dates += 1
        else:
            score.misses["date"].append(f"{where}: {article.date} ≠ {stated}")
            score.invented += article.date is not None
    elif article.date is not None:
        score.invented += 1
        score.misses["invented"].append(f"{where}: {article.date}")
    score.languages += article.language == row["lang"]
    if article.language != row["lang"]:
        score.misses["language"].append(f"{where}: {article.language!r} ≠ {row['lang']!r} {article.title[:40]!r}")
    compare_place(score, article, row)
    chars = int(str(row.get("chars") or 0))
    have = len(article.text) + len(article.title)
    if chars > 200 and have < chars * 0.75:
        score.misses["short"].append(f"{where}: {have} of {chars} code points")
    score.coverage += min(1.0, have / chars) if chars else 1.0


def compare_place(score: Score, article: ParsedArticle, row: dict[str, object]) -> None:
    """Whether the dateline's place was read, where the gold has one."""
    if not row.get("dateline"):
        return
    score.placed += 1
    if article.place and fold(str(row["dateline"])).startswith(fold(article.place)):
        score.places += 1
    else:
        score.misses["place"].append(f"{row['path']}: {article.place!r} ≠ {row['dateline']!r}")


def measure_hostile(table: Path, misses: int) -> None:
    """Check every row of the hostile set and print what is not as expected."""
    good = total = 0
    for row in csv.DictReader(table.open(encoding="utf-8", newline=""), delimiter="\t"):
        started = time.process_time()
        parsed = parse(table.parent / row["path"])
        spent = time.process_time() - started
        problem = judge(parsed, row)
        total += 1
        good += not problem
        if problem or spent > 5:
            print(f"  {row['path']} [{row['action']}] {problem} {spent:.1f}s {parsed.status} {parsed.reason[:100]}")
    print(f"hostile: {good} of {total} as expected")


def judge(parsed: ParsedFile, row: dict[str, str]) -> str:
    """What is wrong with a parsed hostile file, or ""."""
    text = fold("\n".join(f"{a.title}\n{a.kicker}\n{a.text}" for a in parsed.articles))
    whole = "\n".join(f"{a.title}\n{a.text}\n{a.fields}" for a in parsed.articles) + parsed.reason
    action, snippet = row["action"], row["snippet"]
    if row["must_not"] and row["must_not"] in whole:
        return f"holds {row['must_not']!r}"
    if "not read yet" in parsed.reason:
        return ""
    if action == "import":
        if not parsed.articles:
            return "no article"
        return "" if not snippet or fold(snippet) in text else f"snippet {snippet[:40]!r} missing in {text[:60]!r}"
    if action == "import-lenient" and not parsed.articles and not parsed.reason:
        return "neither article nor reason"
    if action in SKIPS and parsed.articles:
        return "should hold no article"
    return "" if parsed.articles or parsed.reason else "no reason"


def measure_pages(gold: Path, misses: int, limit: int) -> None:
    """Phrases that must and must not be in the text of real pages; titles, dates and authors where given."""
    hit = wanted = kept_out = unwanted = 0
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    seconds = 0.0
    bad: dict[str, list[str]] = defaultdict(list)
    files = 0
    for line in gold.read_text("utf-8").splitlines()[: limit or None]:
        row = json.loads(line)
        path = next(
            (
                p
                for p in (
                    gold.parent / row["file"],
                    gold.parent / "html" / row["file"],
                    gold.parent / "pages" / row["file"],
                )
                if p.exists()
            ),
            None,
        )
        if path is None:
            continue
        files += 1
        started = time.process_time()
        parsed = parse(path)
        seconds += time.process_time() - started
        article = parsed.articles[0] if parsed.articles else ParsedArticle("")
        text = loose(f"{article.title}\n{article.byline}\n{article.text}")
        wanted += len(row["with"])
        found = [loose(phrase) in text for phrase in row["with"]]
        hit += sum(found)
        if not all(found):
            bad["text"].append(
                f"{row['file']}: {sum(found)}/{len(found)}, {len(article.text)} code points {parsed.reason}"
            )
        unwanted += len(row["without"])
        kept_out += sum(loose(phrase) in loose(article.text) for phrase in row["without"])
        for name, value in (("title", article.title), ("date", str(article.date or "")), ("author", article.byline)):
            stated = str(row.get(name) or "")
            if not stated:
                counts[name][2] += bool(value)
                continue
            counts[name][1] += 1
            same = value == stated[:10] if name == "date" else loose(value) == loose(stated)
            counts[name][0] += same
            if not same:
                bad[name].append(f"{row['file']}: {value!r} ≠ {stated!r}")
    precision = hit / max(1, hit + kept_out)
    recall = hit / max(1, wanted)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"pages: {files} files, recall {recall:.3f}, unwanted {kept_out}/{unwanted}, F1 {score:.3f}", end="")
    for name, (good, total, extra) in counts.items():
        print(f", {name} {good}/{total} (+{extra} where gold is silent)", end="")
    print(f", {files / max(seconds, 1e-9):.0f} files/s")
    for kind, lines in bad.items():
        for line in lines[:misses]:
            print(f"  {kind}: {line}")


def main() -> int:
    """Run the measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=os.environ.get("LESESAAL_CORPORA", ""))
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--limit", type=int, default=0)
    options = parser.parse_args()
    root = Path(options.folder)
    if not options.folder or not root.is_dir():
        print("Name a folder of unpacked corpora, or set LESESAAL_CORPORA.")
        return 2
    row("set", *COLUMNS)
    for gold in sorted(root.glob("**/*.gold.jsonl")):
        name = gold.name.removesuffix(".gold.jsonl")
        if options.sets and not any(wanted in name for wanted in options.sets):
            continue
        score = measure_news(gold, options.limit)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        shares = (
            percent(score.titles, score.titled),
            percent(score.dates, score.dated),
            score.invented,
            percent(score.places, score.placed),
            percent(score.languages, score.expected),
            percent(score.coverage, score.expected),
        )
        speed = f"{score.files / max(score.seconds, 1e-9):.0f}"
        row(name, score.files, score.articles, score.lost, *shares, speed, f"{peak:.0f}")
        for kind, lines in score.misses.items():
            for line in lines[: options.misses]:
                print(f"  {kind} ({len(lines)}): {line}")
    for table in sorted(root.glob("**/expected.tsv")):
        if not options.sets or "hostile" in options.sets:
            measure_hostile(table, options.misses)
    for gold in sorted(root.glob("**/html-extract/*/gold.jsonl")):
        if not options.sets or "pages" in options.sets:
            measure_pages(gold, options.misses, options.limit)
    return 0


def row(name: str, *cells: object) -> None:
    """Print one line of the table."""
    print(f"{name:24}" + "".join(f"{cell!s:>9}" for cell in cells))


def percent(part: float, whole: float) -> str:
    """A share in percent, or a dash where there is nothing to share."""
    return f"{100 * part / whole:.1f}" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
