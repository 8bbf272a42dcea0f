"""The query language as a table: what can be written, in English and German, and what it means."""

from dataclasses import dataclass

from desktop_app.model.query_notices import Notice


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the language: its names ("" where it is a sign), an example with each, and its meaning."""

    english: str
    german: str
    example: str
    german_example: str
    meaning: Notice  # can be translated


OPERATORS = (
    Form("AND", "UND", "harbour bridge", "hafen brücke", Notice.made("both; a space is enough")),
    Form("OR", "ODER", "harbour OR quay", "hafen ODER kai", Notice.made("either")),
    Form("NOT", "NICHT", "harbour -bridge", "hafen -brücke", Notice.made("the first without the second")),
    Form("", "", "(harbour OR quay) bridge", "(hafen ODER kai) brücke", Notice.made("brackets")),
    Form("NEAR", "NAHE", "harbour NEAR/5 bridge", "hafen NAHE/5 brücke", Notice.made("at most so many words apart")),
    Form("W", "W", "harbour W/5 bridge", "hafen W/5 brücke", Notice.made("the same, in this order")),
    Form("SENT", "SATZ", "harbour SENT bridge", "hafen SATZ brücke", Notice.made("in one sentence")),
    Form("SAME", "ABSATZ", "harbour SAME bridge", "hafen ABSATZ brücke", Notice.made("in one paragraph")),
    Form(
        "",
        "",
        "person:weber SENT org:ihk",
        "person:weber SATZ organisation:ihk",
        Notice.made("both named in one sentence"),
    ),
)

WORDS = (
    Form("", "", '"in the harbour"', "„im Hafen“", Notice.made("these words side by side, in any quotation marks")),
    Form("", "", '"harbour bridge"~5', "„hafen brücke“~5", Notice.made("in any order, with so many words among them")),
    Form("", "", "harbour*", "hafen*", Notice.made("words that begin so")),
    Form("", "", "*agreement*", "*abkommen*", Notice.made("words that hold this")),
    Form("", "", "m?ller", "m?ller", Notice.made("any one letter for each question mark")),
    Form("", "", "kiesinger~1", "kiesinger~1", Notice.made("one or two letters may differ")),
    Form("", "", "/h[ae]fen/", "/h[ae]fen/", Notice.made("words that fit a regular expression as a whole")),
    Form("", "", "=house", "=haus", Notice.made("this word only, not its other forms")),
    Form(
        "atleast", "mindestens", "atleast3:harbour", "mindestens3:hafen", Notice.made("stands so often in an article")
    ),
)

FIELDS = (
    Form("title", "titel", "title:harbour", "titel:hafen", Notice.made("only in the title")),
    Form("lead", "vorspann", "lead:harbour", "vorspann:hafen", Notice.made("only in the opening of the text")),
    Form("text", "text", "text:harbour", "text:hafen", Notice.made("only in the text")),
    Form("note", "notiz", "note:check", "notiz:prüfen", Notice.made("only in my notes")),
    Form("tag", "schlagwort", "tag:Start-up", "schlagwort:Start-up", Notice.made("with this tag or one below it")),
    Form(
        "person", "person", 'person:"Anna Weber"', "person:„Anna Weber“", Notice.made("a person named in the article")
    ),
    Form("org", "organisation", "org:IHK", "organisation:IHK", Notice.made("an organisation named in the article")),
    Form("source", "quelle", "source:Bote", "quelle:Bote", Notice.made("from this paper")),
    Form("author", "autor", "author:weber", "autor:weber", Notice.made("by this author")),
    Form("place", "ort", "place:krefeld", "ort:krefeld", Notice.made("from this place")),
    Form("lang", "sprache", "lang:ja", "sprache:japanisch", Notice.made("in this language")),
    Form("date", "datum", "date:2018..2020", "datum:2018..2020", Notice.made("from this time")),
    Form("path", "pfad", "path:press/2018", "pfad:presse/2018", Notice.made("from a file with this in its path")),
    Form(
        "dossier",
        "dossier",
        "dossier:Harbour/Cranes",
        "dossier:Hafen/Kräne",
        Notice.made("in this dossier or one in it"),
    ),
    Form(
        "screening",
        "durchsicht",
        'screening:"Bridges/kept"',
        "durchsicht:„Brücken/behalten“",
        Notice.made("in this screening; kept, seen, dropped or left in it"),
    ),
    Form("is", "ist", "is:unread", "ist:ungelesen", Notice.made("in this state")),
    Form("is", "ist", "is:checked", "ist:geprüft", Notice.made("only names that I have checked count")),
    Form("has", "hat", "has:note", "hat:notiz", Notice.made("with a note, a tag, an author and so on")),
    Form("like", "ähnlich", "like:12", "ähnlich:12", Notice.made("similar to the article with this number")),
)
