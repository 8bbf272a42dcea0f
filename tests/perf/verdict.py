"""The table of a measurement, and which of the goals it meets."""

from collections.abc import Sequence
from typing import Any

_LOOSE = ("phrase", "fuzzy")  # where tantivy may be four times as fast


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all lie."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else float("nan")


def print_table(results: dict[str, dict[str, Any]], kinds: Sequence[str]) -> None:
    """Print a line for each kind of question, then what else was measured, then the goals."""
    names = list(results)
    print(f"\n  {'':15}" + "".join(f"{name:>26}" for name in names))
    for kind in kinds:
        print(f"  {kind:15}" + "".join(_cell(results, name, kind, kind) for name in names))
    for kind in kinds:
        if results["own"].get(f"index {kind}"):
            print(f"  {'index ' + kind:15}" + "".join(_cell(results, name, kind, f"index {kind}") for name in names))
    rows = {
        "open": lambda found: found["open"],
        "add one": lambda found: found["add"],
        "build, s": lambda found: found["build"]["ms"] / found["build"]["share"] / 1000,
        "size, MB": lambda found: found["build"]["bytes"] / found["build"]["share"] / 1e6,
        "memory, MB": lambda found: found["mb"],
    }
    for row, value in rows.items():
        own = value(results["own"])
        cells = []
        for name in names:
            found = value(results[name])
            about = "~" if results[name]["build"]["share"] < 1 and row in ("build, s", "size, MB") else ""
            ratio = f"  {own / found:5.2f}×" if name != "own" and found else "        "
            cells.append(f"{about + format(found, '.1f'):>18}{ratio:>8}")
        print(f"  {row:15}" + "".join(cells))
    print(
        "\n  Peers give the best 50 and a total. Ours gives all articles in order, from the query's text on and from\n"
        "  the archive's store as in daily use; in the index rows, the best 50 and a total as the peers. typing is\n"
        "  the query alone, typed query, facets and 50 snippets. Whoosh as it comes holds only the first articles:\n"
        "  build and size (~) are extrapolated to all, its other times are those of the small index."
    )
    print_goals(results, kinds)


def _cell(results: dict[str, dict[str, Any]], name: str, kind: str, ours: str) -> str:
    """A peer's times, and ours beside its median; `ours` may be a kind that goes to the index alone."""
    times = results[name].get(ours if name.startswith("own") else kind) or []
    if not times:
        return f"{'–':>26}"
    shown = f"{percentile(times, 0.5):.2f}/{percentile(times, 0.95):.2f}"
    if name == "own":
        return f"{shown:>18}{'':8}"
    return f"{shown:>18}{percentile(results['own'][ours], 0.5) / percentile(times, 0.5):7.2f}×"


def print_goals(results: dict[str, dict[str, Any]], kinds: Sequence[str]) -> None:
    """Which goals are met, and which are not."""
    own = results["own"]
    print("\n  Goals")

    def say(goal: str, value: float, limit: float) -> None:
        print(f"    {'met   ' if value <= limit else 'MISSED'} {goal}: {value:.2f} (at most {limit:g})")

    def build(name: str) -> float:
        found = results[name]["build"]
        return float(found["ms"] / found["share"])

    if "fts5" in results:
        say("build beside FTS5", build("own") / build("fts5"), 2.0)
        say("size beside FTS5", own["build"]["bytes"] / results["fts5"]["build"]["bytes"], 1.0)
    if "whoosh" in results:
        say("build beside Whoosh's own writer", build("own") / build("whoosh"), 1 / 8)
    for name, limit in (("fts5", 1.0), ("tantivy", 1.5)):
        for kind in kinds if name in results else ():
            times = results[name].get(kind)
            most = 4.0 if name == "tantivy" and kind in _LOOSE else limit
            for share in (0.5, 0.95) if times and kind != "typed" else ():
                ratio = percentile(own.get(f"index {kind}") or own[kind], share) / percentile(times, share)
                say(f"{kind}, p{share * 100:.0f} beside {name}", ratio, most)
    say("as you type with facets and snippets, p95 in ms", percentile(own["typed"], 0.95), 15)
    say("add one article, ms", own["add"], 10)
    say("open, ms", own["open"], 60)
    say("resident memory, MB", own["mb"], 100)
