"""What the families of rules are about."""

from declint.language.lexicon import lexicon


def family_title(family: str) -> tuple[str, str]:
    """What the rules of these letters are about, in Chinese and English; two '' for unknown letters."""
    chinese, english = lexicon("families").get(family, ("", ""))
    return chinese, english
