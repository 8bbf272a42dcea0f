"""What undo calls each operation: English templates, which the window translates."""

TAG = ("Tag “{tag}” on {count} article", "Tag “{tag}” on {count} articles")
UNTAG = ("Tag “{tag}” removed from {count} article", "Tag “{tag}” removed from {count} articles")
RETAG = ("Tags changed on {count} article", "Tags changed on {count} articles")
RENAME_TAG = "Tag “{tag}” renamed “{new}”"
MERGE_TAG = "Tag “{tag}” merged into “{into}”"
DELETE_TAG = "Tag “{tag}” deleted"
COLOUR_TAG = "Colour of tag “{tag}”"
MAKE_TAG = "Tag “{tag}” made"
KEY_TAG = "Key {key} for tag “{tag}”"
UNKEY_TAG = "No key for tag “{tag}”"
ADD_TAG_RULE = "Rule for tag “{tag}”"
CHANGE_TAG_RULE = "Rule for tag “{tag}” changed"
PAUSE_TAG_RULE = "Rule for tag “{tag}” paused"
RESUME_TAG_RULE = "Rule for tag “{tag}” resumed"
REMOVE_TAG_RULE = "Rule for tag “{tag}” removed"
STAR = ("Star on {count} article", "Star on {count} articles")
UNSTAR = ("Star removed from {count} article", "Star removed from {count} articles")
READ = ("{count} article marked read", "{count} articles marked read")
UNREAD = ("{count} article marked unread", "{count} articles marked unread")
TRASH = ("{count} article moved to the trash", "{count} articles moved to the trash")
RESTORE = ("{count} article restored", "{count} articles restored")
NOTE = "Note on “{title}”"
CHANGE_NOTE = "Note changed on “{title}”"
REMOVE_NOTE = "Note removed from “{title}”"
NOTE_EVERYWHERE = "“{words}” marked {count} times in “{title}”"
TAG_ANNOTATIONS = ("Tags changed on {count} annotation", "Tags changed on {count} annotations")
COLOUR_ANNOTATIONS = ("Colour of {count} annotation changed", "Colour of {count} annotations changed")
REMOVE_ANNOTATIONS = ("{count} annotation removed", "{count} annotations removed")
SET_FIELDS = "Details of “{title}” changed"
SAVE_SEARCH = "Search “{name}” saved"
RENAME_SEARCH = "Search “{name}” renamed “{new}”"
DELETE_SEARCH = "Search “{name}” deleted"
ADD_SYNONYMS = "Synonyms “{words}” added"
CHANGE_SYNONYMS = "Synonyms “{words}” changed"
REMOVE_SYNONYMS = "Synonyms “{words}” removed"
SET_SYNONYMS = "List of synonyms replaced"
MERGE_ENTITIES = ("“{name}” merged into “{into}”", "{count} entries merged into “{into}”")
UNMERGE_ENTITY = "“{name}” parted from “{other}”"
SPLIT_ENTITY = "Namesake split off “{name}”"
RENAME_ENTITY = "“{name}” renamed “{new}”"
TO_PERSON = ("“{name}” taken for a person", "{count} entries taken for persons")
TO_ORGANISATION = ("“{name}” taken for an organisation", "{count} entries taken for organisations")
CONFIRM_ENTITIES = ("“{name}” confirmed", "{count} entries confirmed")
UNCONFIRM_ENTITIES = ("“{name}” no longer confirmed", "{count} entries no longer confirmed")
REJECT_ENTITIES = ("“{name}” is nobody", "{count} entries are nobody")
RESTORE_ENTITIES = ("“{name}” taken back in", "{count} entries taken back in")
REJECT_MENTION = "“{form}” is no name in “{title}”"
ASSIGN_MENTION = "“{form}” is “{name}” in “{title}”"
ADD_MENTION = "“{form}” marked in “{title}”"
ADD_EVERYWHERE = "“{form}” marked everywhere"
SWITCH_NAME_OFF = "Name “{form}” switched off for “{name}”"
SWITCH_NAME_ON = "Name “{form}” switched on for “{name}”"
FOUND_SAME = "“{name}” and “{other}” are the same"
FOUND_SAME_HERE = "“{name}” is “{other}” in “{title}”"
FOUND_DIFFERENT = "“{name}” and “{other}” are different"
LEFT_UNSURE = "“{name}” and “{other}” left open"
TAG_ENTITIES = ("Tags changed on “{name}”", "Tags changed on {count} entries")
NOTE_ENTITY = "Note on “{name}”"
CHANGE_ENTITY_NOTE = "Note changed on “{name}”"
REMOVE_ENTITY_NOTE = "Note removed from “{name}”"
MAKE_DOSSIER = "Dossier “{name}” made"
RENAME_DOSSIER = "Dossier “{name}” renamed “{new}”"
MOVE_DOSSIER = "Dossier “{name}” moved"
INTRODUCE_DOSSIER = "Introduction of dossier “{name}”"
DELETE_DOSSIER = "Dossier “{name}” deleted"
ADD_TO_DOSSIER = ("{count} article put into dossier “{name}”", "{count} articles put into dossier “{name}”")
REMOVE_FROM_DOSSIER = (
    "{count} article taken out of dossier “{name}”",
    "{count} articles taken out of dossier “{name}”",
)
FILE_ARTICLES = ("Dossiers of {count} article changed", "Dossiers of {count} articles changed")
ORDER_DOSSIER = "Order of dossier “{name}”"
COMMENT_IN_DOSSIER = "Comment on “{title}” in dossier “{name}”"
START_SCREENING = ("Screening “{name}” of {count} article begun", "Screening “{name}” of {count} articles begun")
EXTEND_SCREENING = ("{count} new hit for screening “{name}”", "{count} new hits for screening “{name}”")
RENAME_SCREENING = "Screening “{name}” renamed “{new}”"
DELETE_SCREENING = "Screening “{name}” deleted"
SEEN = ("“{title}” seen", "{count} articles seen")
KEPT = ("“{title}” kept", "{count} articles kept")
DROPPED = ("“{title}” dropped", "{count} articles dropped")
UNDECIDED = ("“{title}” to be read again", "{count} articles to be read again")
SCREENING_TO_DOSSIER = ("{count} article kept for dossier “{name}”", "{count} articles kept for dossier “{name}”")
SPLIT_FAMILY = ("“{title}” parted from its versions", "{count} articles parted from their versions")
JOIN_FAMILY = ("Another version of “{title}”", "{count} articles put together as versions")
REVISE = "Text of “{title}” corrected"
REANCHOR = "Note put back on “{title}”"
UPDATE = ("New version of {count} article", "New versions of {count} articles")
TAKE_BACK = "Taken back: {step}"
DO_AGAIN = "Done again: {step}"
IMPORT = ("Import of {count} article", "Import of {count} articles")


def counted(label: tuple[str, str], count: int) -> str:
    """The form of a label for one or for many."""
    return label[0] if count == 1 else label[1]
