"""The table of ``docs/testing-signatures.md``: what each scenario gives, as the library says it.

    cd tests && python -m signatures.tableau

prints the table; ``test_scenarios.py`` compares it with the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from fabrique import bon_avance

from segur_payment import DossierAvance, Politique, Verdict, lire_dossier, verifier
from segur_payment.dossier import ExamenSignature, Partie, SignatureAProuver, TypePiece
from segur_payment.lecture.signatures import VerificateurPyHanko
from segur_payment.regles.conclusion import Resultat
from segur_payment.testing.pki import MOMENT, Scenario, pki_de_test

PAGE = Path(__file__).resolve().parents[2] / "docs/testing-signatures.md"
ENTETE = (
    "| Scenario | Signed by | Intact | Trusted | Covers | Since then "
    "| Rules | Reserves on the PV | Rules, proof demanded |"
)
PREUVE_EXIGEE = Politique(
    nom="Preuve exigée",
    signatures_a_prouver=(
        SignatureAProuver(
            pieces=(TypePiece.PV_MES,), parties=tuple(Partie), raison="Contrôle interne."
        ),
    ),
)
_OUI_NON = {True: "yes", False: "**no**", None: "unknown"}
_PERMIS = {True: "", False: " (**forbidden**)", None: ""}
Ligne = tuple[str, ...]


def verificateur_de_test() -> VerificateurPyHanko:
    """What the user of the table gave: the root, the lists of revocations, the moment."""
    pki = pki_de_test()
    return VerificateurPyHanko([pki.racine.der], crl=pki.listes(), moment=MOMENT)


def lignes(scenario: Scenario, octets: bytes, verificateur: VerificateurPyHanko) -> Iterator[Ligne]:
    """The rows of one scenario: one per signature, at least one."""
    dossier = dossier_avec(octets, verificateur)
    verdict = verifier(dossier)
    jugement = (
        _codes(verdict),
        str(sum(reserve.piece is TypePiece.PV_MES for reserve in verdict.reserves)),
        _codes(verifier(dossier, politique=PREUVE_EXIGEE)),
    )
    for rang, examen in enumerate(verificateur.examiner(octets) or [None]):
        debut, fin = (f"`{scenario}`", jugement) if rang == 0 else ("", ("", "", ""))
        yield (debut, *_faits(examen), *fin)


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


def dossier_avec(octets: bytes, signatures: VerificateurPyHanko | None) -> DossierAvance:
    """A dossier that is good but for that PV."""
    lu = lire_dossier(
        {"pv.pdf": octets},
        date_depot=dt.date(2025, 4, 2),
        phase="avance",
        signatures=signatures or False,
    )
    assert isinstance(lu, DossierAvance)
    return bon_avance(pv=lu.pv, fichiers=lu.fichiers, autres_pieces=lu.autres_pieces)


def _codes(verdict: Verdict) -> str:
    """Codes of what is not conforme, the unsure ones with a question mark."""
    marques = {Resultat.NON_CONFORME: "", Resultat.NON_VERIFIABLE: " ?", Resultat.EN_ERREUR: " !"}
    codes = [c.code + marques[c.resultat] for c in verdict.constats if c.resultat in marques]
    return ", ".join(dict.fromkeys(codes)) or "–"


def en_markdown(ligne: Ligne) -> str:
    return "| " + " | ".join(ligne) + " |"


if __name__ == "__main__":
    from segur_payment.testing.pki import signer
    from signatures.conftest import pv_sans_signature

    juge = verificateur_de_test()
    print(ENTETE, "|---" * (ENTETE.count("|") - 1) + "|", sep="\n")
    for nom in Scenario:
        print(*map(en_markdown, lignes(nom, signer(nom, pv_sans_signature()), juge)), sep="\n")
