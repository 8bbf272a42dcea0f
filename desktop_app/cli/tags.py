"""The commands about tags: putting them on, changing them everywhere, and rules that put them on."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop_app.archive.archive import Archive
from desktop_app.cli import printing
from desktop_app.cli.answers import did
from desktop_app.cli.selection import IDS, QUERY, chosen
from desktop_app.cli.spec import Argument, Command
from desktop_app.model.changes import Changes
from desktop_app.model.tags import TagRule

Args = Mapping[str, Any]

_TAG = Argument("tag")
_A, _B = Argument("a"), Argument("b")
_RULE = Argument("rule", int, help="a rule's number, as “tag rules” shows it")


def _add(archive: Archive, args: Args) -> Any:
    return did(archive.tag(chosen(archive, args), args["tag"]))


def _remove(archive: Archive, args: Args) -> Any:
    return did(archive.untag(chosen(archive, args), args["tag"]))


def _list(archive: Archive, _: Args) -> Any:
    return [
        {
            "name": tag.name,
            "articles": tag.articles,
            "colour": tag.colour,
            "key": tag.key,
            "machine": tag.machine,
            "annotations": tag.annotations,
            "people": tag.people,
            "organisations": tag.organisations,
            "rules": tag.rules,
        }
        for tag in archive.all_tags()
    ]


def _list_show(result: list[dict[str, Any]]) -> None:
    if not result:
        print("There are none.")
    for tag in result:
        kinds = ("articles", "machine", "annotations", "people", "organisations", "rules")
        print("  ".join([str(tag["key"] or " "), tag["name"], *(f"{kind} {tag[kind]}" for kind in kinds if tag[kind])]))


def _rename(archive: Archive, args: Args) -> Any:
    return did(archive.rename_tag(args["a"], args["b"]))


def _merge(archive: Archive, args: Args) -> Any:
    return did(archive.merge_tags(args["a"], args["b"]))


def _delete(archive: Archive, args: Args) -> Any:
    return did(archive.delete_tag(args["a"]))


def _preview(archive: Archive, args: Args) -> Any:
    told = asdict(archive.tag_preview(args["verb"], args["a"], args["b"] or ""))
    told["names"] = [{"name": name, "new": new} for name, new in told["names"]]
    told["searches"] = [{"name": name, "query": query, "new": new} for name, query, new in told["searches"]]
    return told


def _preview_show(result: dict[str, Any]) -> None:
    for tag in result["names"]:
        joined = " (merged with the one that is there)" if tag["new"] in result["joined"] else ""
        print(f"{tag['name']} → {tag['new'] or 'deleted'}{joined}")
    kinds = ("articles", "annotations", "people", "organisations", "rules")
    print(", ".join(f"{kind} {result[kind]}" for kind in kinds if result[kind]) or "Nothing carries it.")
    for search in result["searches"]:
        print(f"search {search['name']}: {search['query']} → {search['new']}")


def _colour(archive: Archive, args: Args) -> Any:
    return did(archive.colour_tag(args["tag"], args["colour"], below=args["below"]))


def _key(archive: Archive, args: Args) -> Any:
    return did(archive.key_tag(args["tag"], args["key"]))


def _suggest(archive: Archive, args: Args) -> Any:
    return [
        {"tag": found.name, "score": round(found.score, 3), "articles": list(found.articles)}
        for found in archive.suggest_tags(args["ids"], args["limit"])
    ]


def _rules(archive: Archive, _: Args) -> Any:
    return [_rule_as_json(rule) for rule in archive.tag_rules()]


def _rule_as_json(rule: TagRule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "tag": rule.tag,
        "query": rule.query,
        "articles": rule.articles,
        "paused": not rule.active,
        "created": rule.created,
    }


def _with_rule(archive: Archive, changes: Changes, number: int) -> Any:
    """What a step did, and how many articles have the rule's tag from it now."""
    tagged = next((rule.articles for rule in archive.tag_rules() if rule.id == number), 0)
    return {**did(changes), "rule": number, "tagged": tagged}


def _rule_add(archive: Archive, args: Args) -> Any:
    if args["dry_run"]:
        return {"did": None, **asdict(archive.rule_preview(args["tag"], args["query"]))}
    changes = archive.add_tag_rule(args["tag"], args["query"])
    return _with_rule(archive, changes, changes.result)


def _rule_add_show(result: dict[str, Any]) -> None:
    if result["did"]:
        print(f"{result['did']}, articles that have it from there: {result['tagged']}")
    else:
        print(f"Articles found: {result['found']}, would get the tag: {result['new']}")


def _rule_change(archive: Archive, args: Args) -> Any:
    return _with_rule(archive, archive.change_tag_rule(args["rule"], args["query"]), args["rule"])


def _rule_pause(archive: Archive, args: Args) -> Any:
    return _with_rule(archive, archive.pause_tag_rule(args["rule"], on=not args["off"]), args["rule"])


def _rule_remove(archive: Archive, args: Args) -> Any:
    return did(archive.remove_tag_rule(args["rule"], keep=args["keep"]))


def _rules_apply(archive: Archive, _: Args) -> Any:
    archive.catch_up()
    count = archive.apply_tag_rules()
    return {"did": f"Rules put tags on {count} articles." if count else None, "articles": count}


_RULES: tuple[Command, ...] = (
    Command("tag rules", "list the rules that put tags on", _rules, printing.lines, needs="read"),
    Command(
        "tag rule-add",
        "let everything that a query finds get a tag, also later",
        _rule_add,
        _rule_add_show,
        (_TAG, Argument("query"), Argument("dry_run", bool, option=True, help="only say what it would do")),
        needs="search",
    ),
    Command(
        "tag rule-change",
        "let a rule go by another query",
        _rule_change,
        printing.done,
        (_RULE, Argument("query")),
        needs="search",
    ),
    Command(
        "tag rule-pause",
        "let a rule add nothing for a while; what it put on stays",
        _rule_pause,
        printing.done,
        (_RULE, Argument("off", bool, option=True, help="let it work again")),
    ),
    Command(
        "tag rule-remove",
        "remove a rule and what it put on",
        _rule_remove,
        printing.done,
        (_RULE, Argument("keep", bool, option=True, help="leave its tags on the articles as your own")),
    ),
    Command("tag rules-apply", "put on what the rules ask for", _rules_apply, printing.done),
)

TAGS: tuple[Command, ...] = (
    Command("tag add", "tag articles", _add, printing.done, (_TAG, IDS, QUERY), needs="search"),
    Command("tag remove", "untag articles", _remove, printing.done, (_TAG, IDS, QUERY), needs="search"),
    Command("tag list", "list the tags", _list, _list_show, needs="read"),
    Command("tag rename", "give a tag, and all below it, another name", _rename, printing.done, (_A, _B)),
    Command("tag merge", "put what carries tag A under B", _merge, printing.done, (_A, _B)),
    Command("tag delete", "remove a tag, and all below it, everywhere", _delete, printing.done, (_A,)),
    Command(
        "tag preview",
        "say what a change of a tag would change",
        _preview,
        _preview_show,
        (Argument("verb", choices=("rename", "merge", "delete")), _A, Argument("b", required=False)),
        needs="read",
    ),
    Command(
        "tag colour",
        "give a tag a colour",
        _colour,
        printing.done,
        (_TAG, Argument("colour", int, help="0 to 11"), Argument("below", bool, option=True, help="and all below it")),
    ),
    Command(
        "tag key",
        "give a tag a number key",
        _key,
        printing.done,
        (_TAG, Argument("key", int, help="1 to 9, or 0 for none")),
    ),
    Command(
        "tag suggest",
        "suggest tags by articles that are alike",
        _suggest,
        printing.lines,
        (Argument("ids", int, many=True, help="numbers of articles"), Argument("limit", int, option=True, default=4)),
        needs="look",
    ),
    *_RULES,
)
