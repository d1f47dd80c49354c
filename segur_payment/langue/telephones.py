"""Phone numbers of France, its overseas regions and abroad, and short numbers (3646)."""

from __future__ import annotations

import re

from segur_payment.langue.courriels import ContactTrouve

_REGIONS = ("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF", "BL", "MF")
_FRANCAIS = re.compile(r"0[1-9][0-9]{8}")
_COURT = re.compile(r"(?:3[0-9]{3}|1[0-9]{1,2}|10[0-9]{2}|11[0-9]{4})")
_S = r"[ \t\xa0\u2009\u202f.\-\u2010-\u2013/]"
_B = r"[ \t\xa0\u202f]*"
_NUMERO = re.compile(
    r"(?<![\w+.,@/])(?<![0-9][ \xa0\u202f])"
    rf"(?:(?:\+|00){_S}?[1-9][0-9]{{0,2}}(?:{_S}?\(0\))?(?:{_S}{{0,2}}[0-9]){{6,12}}"
    rf"|0{_S}?[1-9](?:(?:{_S}{{0,2}}|{_B}\n{_B})[0-9]){{8}})(?!{_S}?[0-9])(?![\w€])"
)
_ETIQUETTE = re.compile(
    r"\b(?:t[ée]l(?:[ée]phone)?\b\.?|portable|mobile|standard|hotline|num[ée]ro vert"
    r"|joignable au|(?:appele[rz]|compose[rz])(?: le| au)?)"
    rf"(?:{_B}\([^()\n\d]{{0,30}}\))?{_B}(?:\bfixe|/ ?fax|n[°o]|support)?{_B}[:.]*{_B}\n?{_B}"
    rf"(?P<numero>\+?(?:\(0\)|[0-9])(?:{_S}{{0,2}}(?:\(0\)|[0-9]))*)(?![\w])(?!{_B}(?:€|%))",
    re.IGNORECASE,
)
_FAX_AVANT = re.compile(r"\b(?:fax|t[ée]l[ée]copie)\b[^0-9\n+]{0,15}\Z", re.IGNORECASE)


def telephones(texte: str) -> list[ContactTrouve]:
    """Every phone number of a text; after « Tél. » malformed and short ones too; no fax."""
    spans = {_entier(texte, *lu.span("numero")) for lu in _ETIQUETTE.finditer(texte)}
    debuts = {debut for debut, _ in spans}
    for lu in _NUMERO.finditer(texte):
        libre = not any(d < lu.end() and lu.start() < f for d, f in spans)
        avant = texte[max(0, lu.start() - 30) : lu.start()]
        if libre and lu.start() not in debuts and not _FAX_AVANT.search(avant):
            spans.add(lu.span())
    return [_trouve(texte, debut, fin) for debut, fin in sorted(spans)]


def _entier(texte: str, debut: int, fin: int) -> tuple[int, int]:
    """The number to its end, when the line break falls inside it."""
    lu = _NUMERO.match(texte, debut)
    return (debut, max(fin, lu.end())) if lu else (debut, fin)


def telephone_valide(telephone: str) -> str | None:
    """None for a number that can be dialled from France, else what is wrong with it."""
    chiffres = re.sub(r"[^0-9]", "", telephone)
    if not chiffres:
        return "aucun chiffre"
    if re.search(r"[^0-9\s+().\-\u2010-\u2015/]", telephone):
        return "caractère non admis dans un numéro de téléphone"
    if _FRANCAIS.fullmatch(chiffres) and "+" not in telephone:
        return None
    if _COURT.fullmatch(chiffres) or _connu(telephone):
        return None
    if chiffres[0] == "0" and not chiffres.startswith("00") and len(chiffres) != 10:
        return f"10 chiffres attendus, {len(chiffres)} trouvés"
    return "numéro de téléphone inexistant"


def _connu(telephone: str) -> bool:
    """Whether the number exists in France, overseas or under its country code."""
    import phonenumbers

    for region in _REGIONS:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(telephone, region)):
                return True
        except phonenumbers.NumberParseException:
            return False
    return False


def _trouve(texte: str, debut: int, fin: int) -> ContactTrouve:
    ecrit = texte[debut:fin]
    valeur = " ".join(ecrit.split("\n"))
    return ContactTrouve(debut, fin, ecrit, valeur, telephone_valide(valeur))
