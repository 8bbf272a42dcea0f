"""The words of the domain. Standard library only; every other layer may import it."""
