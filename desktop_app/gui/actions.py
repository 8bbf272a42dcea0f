"""The table of actions: menus, shortcuts, command palette, shortcut sheet and manual all come from it."""

from dataclasses import dataclass
from typing import Literal

from desktop_app.gui.i18n import tr

Menu = Literal["archive", "edit", "view", "search", "tags", "dossiers", "people", "help", ""]
# "reading": list and reader are shown; the last three: a room of people is
Needs = Literal[
    "", "reading", "articles", "article", "listing", "trashed", "dossier", "in_dossier", "screening",
    "entities", "entity", "suggestion", "page",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a reader can do. `name` is a method of `gui.commands.Commands`."""

    name: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = ""
    separated: bool = False  # a line stands above it in its menu
    checkable: bool = False  # it is on or off


def menus() -> tuple[tuple[Menu, str], ...]:
    """The menus in their order, with titles."""
    return (
        ("archive", tr("&Archive")),
        ("edit", tr("&Edit")),
        ("view", tr("&View")),
        ("search", tr("&Search")),
        ("tags", tr("&Tags")),
        ("dossiers", tr("&Dossiers")),
        ("people", tr("&People")),
        ("help", tr("&Help")),
    )


def actions() -> tuple[Action, ...]:
    """All actions, with texts in the interface's language."""
    return (
        *_archive(),
        Action("undo", tr("Undo"), "edit", ("Ctrl+Z",), "undo"),
        Action("redo", tr("Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
        *_history(),
        Action("copy_quote", tr("Copy cited quote"), "edit", ("Ctrl+Shift+C",), "", "article", separated=True),
        *_notes(),
        *_texts(),
        Action("star", tr("Star"), "edit", ("S",), "star", "articles", separated=True),
        Action("toggle_read", tr("Read or unread"), "edit", ("R",), "read", "articles"),
        Action("trash", tr("Move to the trash"), "edit", ("Del",), "trash", "articles", separated=True),
        Action("restore", tr("Restore from the trash"), "edit", (), "restore", "trashed"),
        Action("empty_trash", tr("Empty the trash …"), "edit"),
        Action("previous_article", tr("Previous article"), "view", ("K",), "previous", "reading"),
        Action("next_article", tr("Next article"), "view", ("J",), "next", "reading"),
        Action("page", tr("Next page, then next article"), "view", ("Space",), "", "reading"),
        Action("back", tr("Back"), "view", ("Alt+Left",), "back", separated=True),
        Action("forward", tr("Forward"), "view", ("Alt+Right",), "forward"),
        Action("next_pane", tr("Next pane"), "view", ("F6",)),
        *_reading(),
        Action("larger", tr("Larger text"), "view", ("Ctrl++", "Ctrl+="), "text-size", separated=True),
        Action("smaller", tr("Smaller text"), "view", ("Ctrl+-",)),
        Action("normal_size", tr("Normal text size"), "view", ("Ctrl+0",)),
        Action("underline_names", tr("Underline names"), "view", ("Ctrl+U",), separated=True, checkable=True),
        Action("light", tr("Light"), "view", (), "sun", separated=True, checkable=True),
        Action("paper", tr("Paper tone"), "view", checkable=True),
        Action("dark", tr("Dark"), "view", (), "moon", checkable=True),
        Action("contrast", tr("High contrast"), "view", checkable=True),
        *_windows(),
        *_searching(),
        *_tags(),
        *_dossiers(),
        *_people(),
        Action("shortcuts", tr("Keyboard shortcuts"), "help", ("F1", "?"), "keyboard"),
        Action("palette", tr("All commands …"), "help", ("Ctrl+Shift+P",)),
        Action("about", tr("About Lesesaal"), "help", (), separated=True),
    )


def _searching() -> tuple[Action, ...]:
    """Those about finding articles, and words in them."""
    return (
        Action("search", tr("Search"), "search", ("Ctrl+K", "/"), "search"),
        Action("search_language", tr("What can be searched"), "search", ("Alt+?",)),
        Action("find", tr("Find in this article"), "search", ("Ctrl+F",), "find", "article"),
        Action("next_hit", tr("Next hit"), "search", ("F3",), "next", "article"),
        Action("previous_hit", tr("Previous hit"), "search", ("Shift+F3",), "previous", "article"),
        Action("next_name", tr("Next name in the article"), "search", (".",), "", "article", separated=True),
        Action("previous_name", tr("Previous name in the article"), "search", (",",), "", "article"),
        Action("next_same_name", tr("Next mention of the same"), "search", ("Alt+.",), "", "article"),
        Action("clear_search", tr("Show all articles"), "search", ("Ctrl+Shift+K",), separated=True),
        Action("save_search", tr("Save this search …"), "search", ("Ctrl+D",), "saved-search"),
        Action(
            "concordance",
            tr("Concordance"),
            "search",
            ("Ctrl+L",),
            "concordance",
            "reading",
            separated=True,
            checkable=True,
        ),
        Action("examine", tr("Query doctor"), "search", ("Ctrl+Shift+E",), "examine", "reading", checkable=True),
        Action("more_like_this", tr("More like this article"), "search", ("M",), "similar", "article"),
        *_versions(),
        Action("batch_search", tr("Search for a list …"), "search", ("Ctrl+B",), "batch", separated=True),
        Action("synonyms", tr("Synonyms …"), "search", ("Ctrl+Shift+S",), "synonyms"),
        Action("search_protocol", tr("Search protocol …"), "search", ("Ctrl+H",), "history"),
    )


def _windows() -> tuple[Action, ...]:
    """Those about how the list and the window look."""
    return (
        Action("table", tr("List as a table"), "view", ("Ctrl+Shift+B",), separated=True, checkable=True),
        Action("columns", tr("Columns …"), "view", (), "", "reading"),
        Action("read_last", tr("Read last …"), "view", ("Ctrl+Shift+R",), "history", separated=True),
        Action("second_window", tr("In a window of its own"), "view", ("Ctrl+Shift+W",), "", "page"),
        Action("full_screen", tr("Full screen"), "view", ("F11",), separated=True),
    )


def _history() -> tuple[Action, ...]:
    """Those about what was done."""
    return (
        Action("history", tr("History"), "edit", ("Ctrl+Shift+H",), "history", checkable=True),
        Action("article_history", tr("History of this article"), "edit", (), "", "article"),
    )


def _archive() -> tuple[Action, ...]:
    """Those about the archive as a whole."""
    return (
        Action("new_archive", tr("New archive …"), "archive", ("Ctrl+N",)),
        Action("open_archive", tr("Open archive …"), "archive", ("Ctrl+O",), "open"),
        Action("open_demo", tr("Open the demo archive"), "archive"),
        Action("import_files", tr("Import files …"), "archive", ("Ctrl+I",), "import", separated=True),
        Action("import_folder", tr("Import a folder …"), "archive", ("Ctrl+Shift+I",), "folder"),
        Action("export", tr("Export …"), "archive", ("Ctrl+E",), "export", "listing"),
        Action("back_up", tr("Back up …"), "archive", (), "backup", separated=True),
        Action("check", tr("Check the archive"), "archive"),
        Action("reindex", tr("Build the index anew"), "archive", (), "refresh"),
        Action("pause_names", tr("Pause looking for names"), "archive", (), "pause", checkable=True),
        Action("find_versions", tr("Look for versions of articles"), "archive", (), "versions", checkable=True),
        Action("relate_languages", tr("Relate articles across languages"), "archive", (), "language", checkable=True),
        Action("preferences", tr("Preferences …"), "archive", ("Ctrl+,",), "settings", separated=True),
        Action("quit", tr("Quit"), "archive", ("Ctrl+Q",)),
    )


def _dossiers() -> tuple[Action, ...]:
    """Those about dossiers, and about reading the hits of a search one by one."""
    return (
        Action("dossier", tr("Put into a dossier …"), "dossiers", ("D",), "dossier", "articles"),
        Action("new_dossier", tr("New dossier …"), "dossiers", (), "plus"),
        Action("introduce_dossier", tr("Write the introduction"), "dossiers", (), "", "dossier", separated=True),
        Action("comment_in_dossier", tr("Comment on the article"), "dossiers", ("Shift+D",), "note", "in_dossier"),
        Action("move_article_up", tr("Move up"), "dossiers", ("Alt+Up",), "", "in_dossier"),
        Action("move_article_down", tr("Move down"), "dossiers", ("Alt+Down",), "", "in_dossier"),
        Action("leave_dossier", tr("Take out of this dossier"), "dossiers", ("Shift+Del",), "minus", "in_dossier"),
        Action(
            "start_screening",
            tr("Read them all …"),
            "dossiers",
            ("Ctrl+Shift+D",),
            "screening",
            "listing",
            separated=True,
        ),
        Action("screen_seen", tr("Seen"), "dossiers", ("Y",), "", "screening"),
        Action("screen_kept", tr("Keep"), "dossiers", ("P",), "", "screening"),
        Action("screen_dropped", tr("Drop"), "dossiers", ("X",), "", "screening"),
        Action("screen_again", tr("Undecided again"), "dossiers", ("U",), "", "screening"),
        Action("pause_screening", tr("Pause the screening"), "dossiers", (), "pause", "screening"),
        Action("extend_screening", tr("Add new hits"), "dossiers", (), "", "screening"),
        Action("collect_screening", tr("Make a dossier of what was kept …"), "dossiers", (), "dossier", "screening"),
    )


def _tags() -> tuple[Action, ...]:
    """Those about tags."""
    return (
        Action("edit_tags", tr("Edit tags …"), "tags", ("T",), "tag", "articles"),
        Action("take_suggested_tag", tr("Put the suggested tag on"), "tags", ("Ctrl+T",), "", "article"),
        Action("all_tags", tr("All tags …"), "tags", ("Ctrl+Shift+T",), "tag", separated=True),
        Action("tag_rule", tr("Rule from this search …"), "tags", (), "", "reading"),
    )


def _reading() -> tuple[Action, ...]:
    """Those about the page of an article."""
    return (
        Action("outline", tr("Outline …"), "view", ("Ctrl+Shift+L",), "outline", "article", separated=True),
        Action("original", tr("Original beside the article"), "view", ("O",), "file", "article"),
        Action("type_sheet", tr("How articles are set …"), "view", (), "", "article"),
    )


def _notes() -> tuple[Action, ...]:
    """Those about highlights and notes."""
    return (
        Action("note", tr("Note"), "edit", ("N",), "note", "article"),
        Action("note_window", tr("Note in a window …"), "edit", ("Ctrl+Shift+N",), "", "article"),
        Action("highlight", tr("Highlight the selection"), "edit", ("H",), "highlight", "article"),
        Action("highlight_everywhere", tr("Highlight these words everywhere"), "edit", ("Shift+H",), "", "article"),
        Action("next_note", tr("Next highlight or note"), "edit", ("Alt+N",), "next", "article"),
        Action("previous_note", tr("Previous highlight or note"), "edit", ("Alt+Shift+N",), "previous", "article"),
        Action("annotations", tr("All annotations"), "edit", ("Ctrl+Shift+A",), "highlight"),
    )


def _texts() -> tuple[Action, ...]:
    """Those about the words of an article."""
    return (
        Action("correct_text", tr("Correct the text …"), "edit", (), "", "article", separated=True),
        Action("text_versions", tr("Versions of the text …"), "edit", (), "", "article"),
    )


def _versions() -> tuple[Action, ...]:
    """Those about versions of one article."""
    return (
        Action("compare_versions", tr("Compare versions"), "search", ("Ctrl+Shift+F",), "versions", "article"),
        Action("join_versions", tr("Versions of one article"), "search", (), "merge", "articles"),
        Action("part_versions", tr("Not the same article"), "search", (), "split", "articles"),
    )


def _people() -> tuple[Action, ...]:
    """Those about people and organisations. Letters may mean something else among the articles."""
    return (
        Action("people", tr("All people"), "people", ("Ctrl+P",), "person"),
        Action("organisations", tr("All organisations"), "people", ("Ctrl+Shift+O",), "organisation"),
        Action("review", tr("Review suggestions"), "people", ("Ctrl+R",), "check"),
        Action("decisions", tr("Decisions …"), "people", (), "history"),
        Action("merge_people", tr("Merge …"), "people", ("M",), "merge", "entities", separated=True),
        Action("tag_people", tr("Tag …"), "people", ("T",), "tag", "entities"),
        Action("confirm_people", tr("Confirm"), "people", ("C",), "", "entities"),
        Action("reject_people", tr("Reject"), "people", ("Del",), "", "entities"),
        Action("turn_people", tr("Change the kind"), "people", (), "", "entities"),
        Action("rename_person", tr("Rename …"), "people", ("F2",), "", "entity", separated=True),
        Action("split_person", tr("Split namesakes …"), "people", (), "split", "entity"),
        Action("part_person", tr("Part what was merged"), "people", (), "", "entity"),
        Action("same", tr("The same"), "people", ("J",), "", "suggestion", separated=True),
        Action("different", tr("Different"), "people", ("N",), "", "suggestion"),
        Action("unsure", tr("Unsure"), "people", ("U",), "", "suggestion"),
    )
