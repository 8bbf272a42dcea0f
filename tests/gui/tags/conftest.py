"""What these tests share with those of the reader and the dialogs: a desk on a dozen demo articles."""

from tests.gui.right.conftest import archive, desk

__all__ = ["archive", "desk"]
