"""Back and forward: the places that the reader has been at."""

from dataclasses import replace

from desktop_app.gui.places import Place

MOST = 100  # places kept


class Travels:
    """Two piles of places, behind the present one and before it."""

    def __init__(self) -> None:
        self._past: list[Place] = []
        self._future: list[Place] = []

    def remember(self, place: Place, text: str) -> None:
        """Keep a place that was left for another, where `text` is searched."""
        self._future.clear()
        # Each key of a word that is typed is not a place of its own, unless something was read there.
        last = self._past[-1] if self._past else None
        typing = bool(place.text) and text.startswith(place.text) and text != place.text
        if last is not None and typing and replace(last, text=place.text) == place:
            return
        self._past = [*self._past[1 - MOST :], place]

    def back(self, here: Place) -> Place | None:
        """The place before `here`; None where that was the first."""
        return _turn(self._past, self._future, here)

    def forward(self, here: Place) -> Place | None:
        """The place that the reader came back from; None where there is none."""
        return _turn(self._future, self._past, here)


def _turn(source: list[Place], target: list[Place], here: Place) -> Place | None:
    if not source:
        return None
    target.append(here)
    return source.pop()
