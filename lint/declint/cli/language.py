"""Which language to speak: ``--lang``, the configuration, DECLINT_LANG, the locale, else Chinese."""

import os
import sys
from collections.abc import Mapping, Sequence

LANGUAGES = ("zh", "en")


def detect(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """``zh`` or ``en``; what is neither is passed over here and refused where the option is read."""
    for number, argument in enumerate(arguments):
        value = ""
        if argument.startswith("--lang="):
            value = argument.removeprefix("--lang=")
        elif argument == "--lang" and number + 1 < len(arguments):
            value = arguments[number + 1]
        if value in LANGUAGES:
            return value
    names = (environment.get(name, "") for name in ("DECLINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    for name in (*names, _system_name()):
        if name.lower().startswith(("zh", "chinese")):
            return "zh"
        if name.lower().startswith(("en", "english")):
            return "en"
    return "zh"


def _system_name() -> str:
    """What Windows says of its user; elsewhere the environment has said it."""
    if os.name != "nt":
        return ""
    import locale

    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""


LANGUAGE = detect(sys.argv[1:], os.environ)
"""The language that the command line and the environment ask for."""
_configured = [""]


def speak(language: str) -> None:
    """Speak the language of a configuration from now on; ``--lang`` comes first, '' says nothing."""
    _configured[0] = language


def spoken() -> str:
    """The language of this process."""
    if any(argument == "--lang" or argument.startswith("--lang=") for argument in sys.argv[1:]):
        return LANGUAGE
    return _configured[0] or LANGUAGE


def say(zh: str, en: str) -> str:
    """The sentence in the language of this process."""
    return en if spoken() == "en" else zh
