"""Who really said this, through whom, and how many distinct origins stand behind it."""

from importlib.metadata import version

__version__ = version("sourcetrace")
