"""Does a text layer decode to words? Judged without any dictionary."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_ECHANTILLON = 200
_CARACTERES_MIN = 60
_LETTRES_MIN = 100
_MOTS_MIN = 12
_CONTROLES_MAX = 0.06
"""Mathematics set by LaTeX draw large brackets with control codes: up to 3 % of a page."""
_PRIVES_MAX = 0.15
_PLAUSIBLES_MIN = 0.5
_E_MIN = 0.04
"""French has 15 to 17 % of e (accents included), English 12 %, Latin 11 %."""
_VOYELLES_MIN, _VOYELLES_MAX = 0.25, 0.75
_AUTRES_ALPHABETS_MAX = 0.5
_TIENT_LIEU_D_ESPACE = re.compile(r"(?<=[^\W\d_])([&!#$%^*_|~\"+;<>=@?])(?=[^\W\d_])")
_PONCTUATION = "«»\"“”„'‘’()[]{}<>.,;:!?…•·*/–—-+=%€$#°_|~^✓✔☐☑☒□■⊠"
_PLAUSIBLES = tuple(
    re.compile(motif)
    for motif in (
        r"[^\W\d_]+(?:['’./‑‐·()-]+[^\W\d_]+)*[ºª°]?",  # word, elision, compound, inclusive form
        r"[+-]?\d+(?:[.,/:'’h-]\d+)*(?:er|e|h|€|%|ème|º|°)?",  # figure, date, phone, hour
        r"[\w.+%-]+@[\w.-]+",
        r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?",
        r"[^\W_]+(?:[-/._:°][^\W_]+)*",  # identifier
        r"[lLdDnNsScCmMtTjJ]['’]\d+|qu['’]\w+",
    )
)
_CONDUITE = re.compile(r"[._…·-]{3,}")
"""Leader dots of a table of contents, blanks to fill in."""
_VOYELLES = frozenset("aeiouyAEIOUYœŒæÆ")


def est_douteuse(mots: Sequence[str]) -> bool:
    """Whether these words are gibberish. Too little text is never doubtful."""
    mots = mots[:: 1 + len(mots) // _ECHANTILLON]
    caracteres = "".join(mots)
    if len(caracteres) < _CARACTERES_MIN:
        return False
    return (
        _indechiffrable(caracteres)
        or _espaces_remplacees(mots)
        or _peu_plausibles(mots, len(caracteres))
        or _sans_voyelles(mots)
    )


def _indechiffrable(caracteres: str) -> bool:
    total, controles, prives = len(caracteres), 0, 0
    for caractere, nombre in Counter(caracteres).items():
        categorie = unicodedata.category(caractere)
        if categorie in ("Cc", "Cn", "Cs") or caractere == "\ufffd":
            controles += nombre
        elif categorie == "Co":
            prives += nombre
    return controles / total > _CONTROLES_MAX or prives / total > _PRIVES_MAX


def _espaces_remplacees(mots: Sequence[str]) -> bool:
    """One sign stands between letters at least half as often as there are words."""
    signes: Counter[str] = Counter()
    for mot in mots:
        trouves = () if mot.isalpha() else _TIENT_LIEU_D_ESPACE.findall(mot)
        if trouves and "://" not in mot and not _est_adresse(mot):
            signes.update(trouves)
    return bool(signes) and max(signes.values()) >= max(5, len(mots) / 2)


def _est_adresse(mot: str) -> bool:
    return bool(_PLAUSIBLES[2].fullmatch(mot.strip(_PONCTUATION)))


def _peu_plausibles(mots: Sequence[str], total: int) -> bool:
    if len(mots) < _MOTS_MIN:
        return False
    assez, bons = _PLAUSIBLES_MIN * total, 0
    for mot in mots:
        if mot.isalpha() or _plausible(mot):
            bons += len(mot)
            if bons >= assez:
                return False
    return True


def _plausible(mot: str) -> bool:
    coeur = _CONDUITE.sub("-", mot).strip(_PONCTUATION)
    if not coeur or "://" in coeur or coeur.startswith("urn:"):
        return True
    return any(motif.fullmatch(coeur) for motif in _PLAUSIBLES)


def _sans_voyelles(mots: Sequence[str]) -> bool:
    """Judged on words of letters only, acronyms and symbols left out.

    An alphabet shifted by the font lacks vowels, and first of all the letter e.
    """
    comptes = Counter("".join(m for m in mots if m.isalpha() and not _est_bref(m)))
    lettres = comptes.total()
    if lettres < _LETTRES_MIN or len(mots) < _MOTS_MIN:
        return False
    bases = {c: unicodedata.normalize("NFD", c)[0] for c in comptes}
    latines = sum(n for c, n in comptes.items() if ord(bases[c]) < 0x250)
    if latines < (1 - _AUTRES_ALPHABETS_MAX) * lettres:
        return True
    voyelles = sum(n for c, n in comptes.items() if bases[c] in _VOYELLES)
    if sum(n for c, n in comptes.items() if bases[c] in "eE") < _E_MIN * latines:
        return True
    return not _VOYELLES_MIN <= voyelles / latines <= _VOYELLES_MAX


def _est_bref(mot: str) -> bool:
    """Acronyms, symbols of formulas."""
    return len(mot) < 3 or (len(mot) <= 5 and mot.isupper())
