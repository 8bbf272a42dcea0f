"""How answers read for a person at a terminal."""

from typing import Any

_CONTEXT = 48  # characters on either side of a hit


def done(result: Any) -> None:
    """What a step did."""
    print(result.get("did") or "Nothing to do.")


def plain(words: str) -> None:
    """Words as they are."""
    print(words)


def imported(result: dict[str, Any]) -> None:
    """An import's report: the sums, then each file that was not read."""
    renewed = f" {result['updated']} with a new version," if result["updated"] else ""
    print(
        f"{result['added']} added,{renewed} {result['duplicates']} already there,"
        f" {result['skipped']} skipped, {result['failed']} failed."
    )
    for file in result["files"]:
        if file["status"] in ("skipped", "failed"):
            print(f"  {file['status']}: {file['path']}: {file['reason']}")


def found(result: dict[str, Any]) -> None:
    """A search's hits."""
    print(f"{result['total']} articles ({result['took_ms']:.0f} ms), read as: {result['understood'] or 'everything'}")
    for notice in result["notices"]:
        print(f"  note: {notice}")
    for hit in result["hits"]:
        print(f"{hit['id']:>7}  {hit['date'] or 'undated':<10}  {hit['source'] or '–'}  {hit['title'] or '(no title)'}")
        if hit["snippet"]:
            print(f"         {hit['snippet']}")
    for name, counts in (result.get("facets") or {}).items():
        if counts:
            print(f"  {name}: " + ", ".join(f"{count['label']} {count['count']}" for count in counts[:12]))


def article(result: dict[str, Any]) -> None:
    """One article whole."""
    for line in (result["kicker"], result["title"]):
        if line:
            print(line)
    facts = (result["source"], result["date"] or "undated", result["place"], result["byline"], result["language"])
    print(" · ".join(filter(None, facts)))
    if result["tags"]:
        print("Tags: " + ", ".join(result["tags"]))
    print(f"\n{result['text']}")
    for note in result["notes"]:
        where = f" on “{note['quote']}”" if note["quote"] else ""
        print(f"\nNote {note['id']}{where}: {note['body']}")


def dossier(result: dict[str, Any]) -> None:
    """What is in a dossier."""
    print(f"{result['path']}: {result['articles']} articles, {result['whole']} with those of dossiers in it")
    if result["introduction"]:
        print(f"\n{result['introduction']}\n")
    for entry in result["entries"]:
        print(f"{entry['id']:>7}  {entry['date'] or 'undated':<10}  {entry['title']}")
        if entry["comment"]:
            print(f"         {entry['comment']}")
    for path in result["dossiers"]:
        print(f"  {path}")


def person(result: dict[str, Any]) -> None:
    """All about a person or organisation."""
    print(f"{result['name']} ({result['kind']}): {result['mentions']} mentions in {result['articles']} articles")
    print(
        "Names: " + ", ".join(f"{n['form']} {n['mentions']}{'' if n['active'] else ' (off)'}" for n in result["names"])
    )
    for role in result["roles"]:
        span = " to ".join(dict.fromkeys(filter(None, (role["first"], role["last"]))))
        print("  " + ", ".join(filter(None, (role["role"], role["organisation"], span))))
    if result["companions"]:
        print("With: " + ", ".join(f"{one['name']} {one['articles']}" for one in result["companions"][:12]))
    for note in result["notes"]:
        print(f"Note {note['id']}: {note['body']}")


def review(result: list[dict[str, Any]]) -> None:
    """Those who may be one, with their sentences."""
    for one in result:
        where = f" in article {one['article']}" if one["article"] else ""
        print(f"{one['id']:>5}  {one['a']['name']} ({one['a']['id']}) = {one['b']['name']} ({one['b']['id']}){where}?")
        print(f"       {one['reason']}")
        for side in ("a", "b"):
            print("\n".join(f"       {side}: {quote}" for quote in one[side]["quotes"]))
    if not result:
        print("There are none.")


def annotations(result: list[dict[str, Any]]) -> None:
    """Notes and highlights, each with the words it is about and what it is on."""
    for row in result:
        lost = " (orphaned)" if row["orphaned"] else ""
        print(f"{row['id']:>7}  {row['changed'][:10]}  {row['kind']}{lost} on {row['title']}")
        for words in (f"“{' '.join(row['quote'].split())}”" if row["quote"] else "", row["body"]):
            if words:
                print("\n".join(f"         {line}" for line in words.splitlines()))
        if row["tags"]:
            print(f"         Tags: {', '.join(row['tags'])}")
    if not result:
        print("There are none.")


def backlinks(result: list[dict[str, Any]]) -> None:
    """Where something is linked from."""
    for link in result:
        print(f"{link['id']:>7}  {link['written'].replace('_', ' ')} on {link['title']}: {link['words']}")
    if not result:
        print("There are none.")


def lines(result: list[dict[str, Any]]) -> None:
    """A list of anything, a line each; what is either true or false shows its name where it is true."""
    if not result:
        print("There are none.")
    for row in result:
        told = [(name, value) for name, value in row.items() if value is not False and value not in ("", None, [])]
        print("  ".join(name if value is True else str(value) for name, value in told))


def facts(result: dict[str, Any]) -> None:
    """Names and values, aligned."""
    width = max((len(name) for name in result), default=0)
    for name, value in result.items():
        print(f"{name.replace('_', ' '):<{width}}  {value}")


def health(result: dict[str, Any]) -> None:
    """A check's findings."""
    for problem in result["problems"]:
        print(f"{'repaired' if problem in result['repaired'] else 'problem'}: {problem}")
    print("The archive is well." if result["ok"] else "“check --repair” rebuilds what can be made again.")


def examined(result: dict[str, Any]) -> None:
    """What each part of a query finds, and what would mend it."""
    print(f"{result['total']} articles")
    for part in result["parts"]:
        print(f"{part['count']:>9}  {part['text']}  (without it: {part['without']})")
        for repair in part["repairs"]:
            print(f"{repair['count']:>15}  {repair['sentence']}  {repair['query']}")
    for repair in result["repairs"]:
        print(f"{repair['count']:>9}  {repair['sentence']}  {repair['query']}")


def searched(result: list[dict[str, Any]]) -> None:
    """What each line of a list finds."""
    for row in result:
        span = f"  {row['first']} to {row['last']}" if row["first"] else ""
        print(f"{row['count']:>7}  {row['line']}{span}")
        for notice in row["notices"]:
            print(f"         note: {notice}")


def sets(result: list[dict[str, Any]]) -> None:
    """Sets of synonyms."""
    for found in result:
        print(f"{found['id']:>5}  {', '.join(found['words'])}")
    if not result:
        print("There are none.")


def logged(result: Any) -> None:
    """The search protocol, or what was done with it."""
    if isinstance(result, list):
        for entry in result:
            time = entry["at"][:16].replace("T", " ")
            print(f"{time}  {entry['count']:>7} of {entry['archive']}  {entry['query']}")
        if not result:
            print("There are none.")
    elif result.get("path") != "-":
        done(result)


def in_context(result: dict[str, Any]) -> None:
    """The hits below one another, or what was done with them."""
    if "lines" not in result:
        if result["path"] != "-":
            done(result)
        return
    for notice in result["notices"]:
        print(f"  note: {notice}")
    for line in result["lines"]:
        left, right = line["left"][-_CONTEXT:], line["right"][:_CONTEXT]
        print(f"{line['article']:>7}  {left:>{_CONTEXT}}[{line['hit']}]{right}")
    if not result["lines"]:
        print("There are none.")
