"""The table of ``docs/testing-signatures.md``: what each scenario gives, as the library says it.

    cd tests && python -m signatures.tableau

prints the table; ``test_scenarios.py`` compares it with the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from fabrique import bon_avance

from segur_payment import DossierAvance, Verdict, lire_dossier, verifier
from segur_payment.dossier import ExamenSignature
from segur_payment.lecture.signatures import VerificateurPyHanko
from segur_payment.testing.pki import MOMENT, Scenario, pki_de_test, signer
from segur_payment.verdict import Resultat

PAGE = Path(__file__).resolve().parents[2] / "docs/testing-signatures.md"
ENTETE = (
    "| Scenario | Signed by | Intact | Trusted | Covers | Since then | Rules that say something |"
)
_OUI_NON = {True: "yes", False: "**no**", None: "unknown"}
_PERMIS = {True: "", False: " (**forbidden**)", None: ""}
Ligne = tuple[str, ...]


def verificateur_de_test() -> VerificateurPyHanko:
    """What the user of the table gave: the root, the lists of revocations, the moment."""
    pki = pki_de_test()
    return VerificateurPyHanko([pki.racine.der], crl=pki.listes(), moment=MOMENT)


def lignes(scenario: Scenario, pv: bytes, verificateur: VerificateurPyHanko) -> Iterator[Ligne]:
    """The rows of one scenario: one per signature, at least one."""
    octets = signer(scenario, pv)
    codes = ", ".join(dict.fromkeys(codes_de(juger(octets, verificateur)))) or "–"
    examens = verificateur.examiner(octets) or [None]
    for rang, examen in enumerate(examens):
        debut, fin = (f"`{scenario}`", codes) if rang == 0 else ("", "")
        yield (debut, *_faits(examen), fin)


def _faits(examen: ExamenSignature | None) -> Ligne:
    if examen is None:
        return ("–",) * 5
    certificat = examen.certificat
    signataire = (certificat and certificat.nom_commun) or "?"
    if certificat and certificat.organisation and not examen.horodatage_document:
        signataire += f" ({certificat.organisation})"
    return (
        signataire,
        _OUI_NON[examen.intact],
        f"**no**: {examen.sous_indication}"
        if examen.confiance is False
        else _OUI_NON[examen.confiance],
        examen.couverture.value,
        (examen.modification.value if examen.modification else "unknown")
        + _PERMIS[examen.modification_admise],
    )


def juger(octets: bytes, verificateur: VerificateurPyHanko) -> Verdict:
    """The verdict on a dossier that is good but for that PV."""
    lu = lire_dossier(
        {"pv.pdf": octets},
        date_depot=dt.date(2025, 4, 2),
        phase="avance",
        signatures=verificateur,
    )
    assert isinstance(lu, DossierAvance)
    return verifier(bon_avance(pv=lu.pv, fichiers=lu.fichiers, autres_pieces=lu.autres_pieces))


def codes_de(verdict: Verdict) -> Iterator[str]:
    """Codes of what is not conforme, the unsure ones with a question mark."""
    marques = {Resultat.NON_CONFORME: "", Resultat.NON_VERIFIABLE: " ?", Resultat.EN_ERREUR: " !"}
    for constat in verdict.constats:
        if constat.resultat in marques:
            yield constat.code + marques[constat.resultat]


def en_markdown(ligne: Ligne) -> str:
    return "| " + " | ".join(ligne) + " |"


if __name__ == "__main__":
    from signatures.conftest import pv_sans_signature

    juge = verificateur_de_test()
    print(ENTETE, "|---" * (ENTETE.count("|") - 1) + "|", sep="\n")
    for nom in Scenario:
        print(*map(en_markdown, lignes(nom, pv_sans_signature(), juge)), sep="\n")
