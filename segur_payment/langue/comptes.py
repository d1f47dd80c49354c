"""VAT numbers, IBAN and BIC in a text, by their shape or after their label."""

from __future__ import annotations

import re

from segur_payment.langue.cles import iban_valide, tva_valide
from segur_payment.langue.motifs import Motif
from segur_payment.langue.normalisation import texte_en_lignes
from segur_payment.langue.trouve import Trouve, trouves

_SEUL = r"(?<![a-z0-9.@/].)"
"""After a first character: what must not come before it."""
_TVA = re.compile(
    rf"f{_SEUL}(?:r[ .-]?[0-9a-hj-np-z]{{2}}(?:[ .-]?[0-9]{{3}}){{3}}(?![0-9a-z])"
    r"| r(?: [0-9a-hj-np-z]){2}(?: [0-9]){9}(?! ?[0-9]))"
)
_TVA_ETIQUETEE = Motif(
    r"\b(?:n[°o]|numero|identifiant|identification)(?: (?:de|a la))? ?tva\b|\btva intra[a-z]*",
    "tva",
)
_VALEUR_TVA = re.compile(r"[a-z]{2}[ .-]?[0-9a-z]{2}(?:[ .-]?[0-9]+)+|[0-9](?:[ .]?[0-9]){5,}")
_SOMME_D_ARGENT = re.compile(r"(?:[.,][0-9]+)? ?(?:€|euros?\b|eur\b|%)")
_APRES_ETIQUETTE = re.compile(
    r"(?:[ -]?intra[a-z.]*)?(?:\s*\([^()\n]{0,40}\))?"
    r"(?: *(?:n[°o]\b|numero\b|est\b|le\b|[:=.…_-]))* *\n? *:? *"
)
_IBAN = re.compile(rf"[a-z]{_SEUL} ?[a-z] ?[0-9] ?[0-9](?=[ -]?[0-9a-z])")
_IBAN_ETIQUETE = Motif(r"\biban\b", "iban")
_MORCEAU = re.compile(r"[ -]?([0-9a-z]+)")
_IBAN_LE_PLUS_LONG = 34
_BIC_ETIQUETE = Motif(r"\b(?:bic|swift)(?: ?[/-] ?(?:bic|swift))?\b", "bic|swift")
_VALEUR_BIC = re.compile(r"[A-Z0-9]{4,13}(?![a-z])(?:[ \xa0][A-Z0-9]{2,4}\b)*")


def trouver_tva(texte: str) -> list[Trouve]:
    """« FR 44 732 829 320 », and whatever follows « n° TVA » or « TVA intracommunautaire »."""
    normal = texte_en_lignes(texte).normal
    spans = {lue.start(): lue.end() for lue in _TVA.finditer(normal)}
    for etiquette in _TVA_ETIQUETEE.finditer(normal):
        valeur = _VALEUR_TVA.match(normal, _fin_d_etiquette(etiquette))
        if valeur is not None and not _SOMME_D_ARGENT.match(normal, valeur.end()):
            spans.setdefault(valeur.start(), valeur.end())
    return trouves(texte, sorted(spans.items()))


def trouver_iban(texte: str) -> list[Trouve]:
    """French and Monegasque IBANs, valid foreign ones, and whatever follows « IBAN »."""
    normal = texte_en_lignes(texte).normal
    annonces = {_fin_d_etiquette(etiquette) for etiquette in _IBAN_ETIQUETE.finditer(normal)}
    spans: list[tuple[int, int]] = []
    for lu in _IBAN.finditer(normal):
        debut, fin = lu.start(), _fin_d_iban(normal, lu.start())
        if spans and debut < spans[-1][1]:
            continue
        if _est_un_iban(normal[debut:fin], annonce=debut in annonces):
            spans.append((debut, fin))
    return trouves(texte, spans)


def trouver_bic(texte: str) -> list[Trouve]:
    """Whatever stands in capitals after « BIC » or « SWIFT »: too many words look like one."""
    lignes = texte_en_lignes(texte)
    spans = []
    for etiquette in _BIC_ETIQUETE.finditer(lignes.normal):
        debut = lignes.intervalle(0, _fin_d_etiquette(etiquette))[1]
        if valeur := _VALEUR_BIC.match(texte, debut):
            spans.append((debut, debut + _longueur_de_bic(valeur[0])))
    return [Trouve(debut, fin, texte[debut:fin]) for debut, fin in spans]


def _fin_d_etiquette(etiquette: re.Match[str]) -> int:
    apres = _APRES_ETIQUETTE.match(etiquette.string, etiquette.end())
    return apres.end() if apres else etiquette.end()


def _fin_d_iban(normal: str, debut: int) -> int:
    """Where the pieces of an account number stop: at its length, or at a word."""
    longueur = 27 if normal.startswith(("fr", "f r", "mc", "m c"), debut) else _IBAN_LE_PLUS_LONG
    position, lus = debut, 0
    while lus < longueur and (morceau := _MORCEAU.match(normal, position)):
        mot = morceau[1]
        if lus >= 4 and len(mot) > 1 and mot.isalpha():
            break
        if lus and lus + len(mot) > longueur + 4:
            break
        position, lus = morceau.end(), lus + len(mot)
    return position


def _est_un_iban(ecrit: str, *, annonce: bool) -> bool:
    if iban_valide(ecrit) is None or (annonce and len(ecrit) > 9):
        return True
    if _commence_par_une_tva(ecrit):
        return False
    nu = re.sub(r"[ -]", "", ecrit)
    return nu[:2] in ("fr", "mc") and 22 <= len(nu) <= 31


def _commence_par_une_tva(ecrit: str) -> bool:
    tva = _TVA.match(ecrit)
    return tva is not None and tva_valide(tva[0]) is None


def _longueur_de_bic(ecrit: str) -> int:
    """Eight or eleven characters, over as many pieces as they need."""
    premier = re.split(r"[ \xa0]", ecrit, maxsplit=1)[0]
    if len(premier) >= 11:
        return len(premier)
    for voulus in (11, 8):
        fins = [m.end() for m in re.finditer(r"[A-Z0-9]+", ecrit)]
        for fin in fins:
            if sum(c.isalnum() for c in ecrit[:fin]) == voulus:
                return fin
    return len(premier)
