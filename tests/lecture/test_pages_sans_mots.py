"""A page without words whose role a person declares: nothing is absent, nothing is guessed."""

from __future__ import annotations

import pytest

from segur_payment import Decision, Phase, TypePiece, lire_dossier, lire_pieces, verifier
from segur_payment.testing.pdf.scan import numeriser

from .papiers import DEPOT, bon_avance, bon_solde, cgu, juger, manifeste, pv_mes
from .pdf.pdf_fabriques import une_page

ROLES = [t.value for t in TypePiece if t is not TypePiece.AUTRE]


def avec_role(role: str, octets: bytes) -> dict[str, bytes]:
    return {"a.pdf": octets, **manifeste(f'[fichiers]\n"a.pdf" = "{role}"\n')}


@pytest.mark.parametrize("role", ROLES)
def test_une_image_tient_son_role_et_tout_y_reste_a_verifier(role: str) -> None:
    (piece,) = lire_pieces(avec_role(role, numeriser(cgu())), ocr=False).pieces
    assert piece.type == role
    assert piece.illisible == "la page 1 est une image (document numérisé)"
    assert piece.preuves == {}
    phase = Phase.SOLDE if role in ("pv_vsr", "contacts_support") else Phase.AVANCE
    bon = bon_solde() if phase is Phase.SOLDE else bon_avance()
    remplace = {"pv_mes": "pv.pdf", "pv_vsr": "pv.pdf", "formulaire": "formulaire.pdf"}.get(role)
    bon = {nom: o for nom, o in bon.items() if nom != remplace}
    fichiers = {**bon, **avec_role(role, numeriser(cgu()))}
    verdict = verifier(lire_dossier(fichiers, date_depot=DEPOT, phase=phase, ocr=False))
    assert verdict.codes == ()
    if remplace:
        assert verdict.decision is Decision.COMPLETER


@pytest.mark.parametrize("role", ROLES)
def test_une_page_blanche_tient_son_role_sans_faire_echouer_la_lecture(role: str) -> None:
    (piece,) = lire_pieces(avec_role(role, une_page()), ocr=False).pieces
    assert piece.type == role
    assert piece.illisible is None
    assert not any(piece.preuves.values())


def test_une_page_blanche_donnee_pour_le_pv_n_est_jamais_acceptee() -> None:
    bon = {nom: o for nom, o in bon_avance().items() if nom != "pv.pdf"}
    verdict = juger({**bon, **avec_role("pv_mes", une_page())}, Phase.AVANCE)
    assert verdict.decision is Decision.COMPLETER
    assert juger({**bon, "a.pdf": pv_mes()}, Phase.AVANCE).decision is Decision.ACCEPTER
