"""Legal forms of organisations: found at the ends of a name, taken off, and told by their family.

A family is a form in all its spellings: `gmbh` for GmbH, mbH, G.m.b.H. and Gesellschaft mit beschränkter Haftung.
"""

import re

_FORMS: tuple[tuple[str, str], ...] = (
    ("gmbhcokg", r"(?:g\.?m\.?b\.?h\.?|ag|se|ug)\s*(?:&|und|u\.)\s*co\.?\s*(?:kgaa|kg|ohg)"),
    ("cokg", r"(?:&|und|u\.)\s*co\.?\s*(?:kgaa|kg|ohg)"),
    ("ggmbh", r"gg\.?m\.?b\.?h\.?|gemeinnützige\s+(?:gmbh|gesellschaft\s+mit\s+beschränkter\s+haftung)"),
    ("gmbh", r"g\.?\s?m\.?\s?b\.?\s?h\.?|mbh|(?:gesellschaft\s+)?mit\s+beschränkter\s+haftung|ges\.\s?m\.\s?b\.\s?h\."),
    ("kgaa", r"kgaa|k\.?g\.?a\.?a\.?|kommanditgesellschaft\s+auf\s+aktien"),
    ("ag", r"a\.?g\.?|aktien-?gesells?chaft"),
    ("se", r"s\.?e\.?|societas\s+europaea"),
    ("kg", r"k\.?g\.?|kommanditgesellschaft"),
    ("ohg", r"o\.?h\.?g\.?|offene\s+handelsgesellschaft"),
    ("gbr", r"gbr|gesellschaft\s+bürgerlichen\s+rechts"),
    ("ug", r"ug(?:\s*\(haftungsbeschränkt\))?|unternehmergesellschaft(?:\s*\(haftungsbeschränkt\))?"),
    ("ev", r"e\.\s?v\.?|ev|eingetragener\s+verein"),
    ("eg", r"e\.?\s?g\.?|eingetragene\s+genossenschaft"),
    ("aor", r"a\.?\s?ö\.?\s?r\.?|anstalt\s+des\s+öffentlichen\s+rechts"),
    ("kdor", r"k\.?d?\.?ö\.?r\.?|körperschaft\s+des\s+öffentlichen\s+rechts"),
    ("plc", r"p\.?l\.?c\.?|public\s+limited\s+company"),
    ("llc", r"l\.?\s?l\.?\s?c\.?|limited\s+liability\s+company"),
    ("llp", r"l\.?l\.?p\.?|limited\s+liability\s+partnership"),
    ("lp", r"l\.?p\.?|limited\s+partnership"),
    ("ltd", r"(?:co\.?,?\s*|company\s+|(?:pte|pty|pvt)\.?\s*)?(?:ltd\.?|limited)|gk|g\.k\."),
    ("inc", r"inc\.?|incorporated"),
    ("corp", r"corp\.?|corporation"),
    ("co", r"(?:&|and)?\s*co\.?|company|(?:&|und)\s*cie\.?"),
    ("kk", r"k\.?\s?k\.?|kabushiki[\s-]*[kg]aisha"),
    ("sa", r"s\.?\s?a\.?|société\s+anonyme"),
    ("sarl", r"s\.?\s?à\.?\s?r\.?\s?l\.?|s\.?a\.?r\.?l\.?|s\.?r\.?l\.?|societatea?\s+cu\s+răspundere\s+limitată"),
    ("sl", r"s\.\s?l\.?"),
    ("sas", r"s\.?a\.?s\.?"),
    ("spa", r"s\.?\s?p\.?\s?a\.?"),
    ("bv", r"b\.?\s?v\.?(?:b\.?a\.?)?"),
    ("nv", r"n\.?\s?v\.?"),
    ("ab", r"ab|aktiebolag"),
    ("as", r"a/s|a\.?s\.?|asa|aps"),
    ("oy", r"oyj?"),
    ("zoo", r"sp\.?\s*z\.?\s*o\.?\s*o\.?|spółka\s+z\s+o\.?\s?o\.?"),
    ("jsc", r"[op]?\.?j\.?s\.?c\.?|oao|pao|zao|(?:(?:open|public|closed)\s+)?joint[\s-]stock\s+company|оао|пао|зао|ао"),
    ("ooo", r"ooo|ооо"),
    ("pt", r"p\.?t\.?|pt\.?\s+.*(?<=\s)tbk"),
)  # fmt: skip
_JAPANESE = (
    ("kk", "株式会社|(?:\\(株\\))"),
    ("yk", "有限会社|(?:\\(有\\))"),
    ("gk", "合同会社|(?:\\(同\\))"),
    ("ippan", "(?:一般|公益)?社団法人|(?:\\(社\\))"),
    ("zaidan", "(?:一般|公益)?財団法人|(?:\\(財\\))"),
    ("npo", "特定非営利活動法人|NPO法人|npo法人"),
    ("gakko", "学校法人|\\(学\\)"),
    ("dokuritsu", "(?:国立研究開発|独立行政|地方独立行政|国立大学)法人"),
    ("shukyo", "宗教法人|医療法人(?:社団)?|社会福祉法人"),
)
_LEADING = frozenset(("jsc", "ooo", "pt", "llc", "sarl", "kk"))
_ANY = "|".join(f"(?P<{family}>{pattern})" for family, pattern in _FORMS)
_FIRST = "|".join(f"(?P<{family}>{pattern})" for family, pattern in _FORMS if family in _LEADING)
_AT_END = re.compile(rf"[\s,]+(?:{_ANY})[\s,.]*$", re.IGNORECASE)
_AT_BEGIN = re.compile(rf"^(?:{_FIRST})(?:[\s,]+|(?=[\"„“«]))", re.IGNORECASE)
_INSIDE_JAPANESE = re.compile(rf"\s*(?:{'|'.join(f'(?P<{family}>{pattern})' for family, pattern in _JAPANESE)})\s*")
_GLUED = re.compile(r"(?<=[a-zäöüß])(?:(?P<ag>AG)|(?P<gmbh>GmbH)|(?P<se>SE))$")
# Written small these are words; a company is not a form where it says what the firm does.
_CAPITALS_ONLY = frozenset(
    ("ag", "se", "kg", "eg", "ug", "as", "sa", "sas", "ab", "nv", "bv", "pt", "spa", "sl", "lp", "oy")
)


def split_legal_form(name: str) -> tuple[str, str]:
    """`name`, which is NFKC, without its legal forms, and the family of the one it said; a name is never left empty.

    Of several (Muster Holding Co., Ltd.) the last one tells the family.
    """
    form = ""
    if any(ord(char) > 0x2E7F for char in name):
        name, form = _japanese(name)
    while match := _AT_END.search(name):
        found = match.lastgroup or ""
        if not name[: match.start()].strip(" ,\"'&") or not _written_as_form(match[0], found):
            break
        form, name = form or found, name[: match.start()].rstrip(" ,&")
    if match := _AT_BEGIN.match(name):
        found = match.lastgroup or ""
        if name[match.end() :].strip() and _written_as_form(match[0], found):
            form, name = form or found, name[match.end() :]
    if match := _GLUED.search(name):
        form, name = form or match.lastgroup or "", name[: match.start()]
    return name, form


def _written_as_form(text: str, family: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    if family not in _CAPITALS_ONLY or len(letters) > 4:
        return True
    return letters[0].isupper() or letters == ["e", "G"] or (family == "eg" and "".join(letters) in ("eG", "eg"))


def _japanese(name: str) -> tuple[str, str]:
    form = ""
    while match := _INSIDE_JAPANESE.search(name):
        shorter = f"{name[: match.start()]} {name[match.end() :]}".replace("( )", "").strip()
        if not shorter:
            break
        form, name = form or match.lastgroup or "", shorter
    return name, form
