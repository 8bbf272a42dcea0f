"""Words that hold sentences together. In a question, or in any longer list of alternatives, they say nothing about what
is sought: articles with them are found, but none is ranked higher for them.
"""

from collections.abc import Sequence
from typing import Final

from desktop_app.index.text import analysis
from desktop_app.model.query_nodes import Node, Term

_MANY: Final = 4  # alternatives from which on they read like a question
_ENGLISH: Final = """
a about all also am an and any are as at be been being between but by can could did do does during each for from had has
have he her his how i if in into is it its may me might more most must my no not of on only or other our she should so
some such than that the their them then there these they this those through to us was we were what when where which who
whom whose why will with would you your
"""
_GERMAN: Final = """
aber als am an auch auf aus bei beim bin bis da damit dann das dass dem den denn der des dessen deren die dies diese
diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er es fur gegen hat hatte hatten haben ich
ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja jede jedem jeden jeder jedes kann kein keine keinem
keinen keiner konnen konnte man mehr mein mit nach nicht noch nun nur ob oder ohne sein seine seinem seinen seiner
seines sich sie sind so soll sollte sowie uber um und uns unter vom von vor wann war waren warum was welche welchem
welchen welcher welches wem wen wenn wer werden wessen wie wieso wir wird wo woher wohin wurde wurden zu zum zur
zwischen
"""
_WORDS: Final = frozenset(f"{_ENGLISH} {_GERMAN}".split())


def saying_nothing(alternatives: Sequence[Node]) -> frozenset[Node]:
    """Those of several alternatives that should not count in the ranking; none if there are no others."""
    if len(alternatives) < _MANY:
        return frozenset()
    found = frozenset(node for node in alternatives if _says_nothing(node))
    return found if len(found) < len(set(alternatives)) else frozenset()


def _says_nothing(node: Node) -> bool:
    return isinstance(node, Term) and not node.exact and analysis.whole_form(analysis.pieces(node.text)) in _WORDS
