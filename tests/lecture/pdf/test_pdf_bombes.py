"""A bomb costs what the limits allow, says why, and leaves the other files alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from segur_payment.dossier import Phase
from segur_payment.lecture import lire_dossier
from segur_payment.lecture.pdf import LimitesLecture, lire_pdf
from segur_payment.verdict import Decision, verifier

from ..papiers import DEPOT, bon_avance
from .bombes import BOMBES
from .pdf_fabriques import dessiner, texte

LIMITES = LimitesLecture(delai=3.0, memoire=500_000_000)
BON = dessiner(texte(72, 700, "Bonjour"))


@pytest.mark.parametrize("bombe", BOMBES, ids=lambda bombe: bombe.__name__)
def test_une_bombe_est_bornee_et_les_autres_fichiers_se_lisent(bombe: Callable[[], bytes]) -> None:
    source = {**bon_avance(pv=None), "a-bombe.pdf": bombe()}
    manifeste = {"dossier.toml": b'[fichiers]\n"a-bombe.pdf" = "pv_mes"\n'}
    for fichiers in (source, source | manifeste):
        dossier = lire_dossier(fichiers, date_depot=DEPOT, phase=Phase.AVANCE, limites=LIMITES)
        verdict = verifier(dossier)
        assert verdict.decision is not Decision.ACCEPTER
        assert [f.nom for f in dossier.fichiers if f.illisible] in ([], ["a-bombe.pdf"])
        assert dossier.formulaire is not None
        assert ("SAS-FIC-01" in verdict.codes) is bool(dossier.fichiers[0].illisible)


def test_des_zeros_apres_la_fin_sont_bornes_par_la_taille() -> None:
    bornes = LimitesLecture(taille_max=1_000_000)
    assert lire_pdf(BON + bytes(900_000), bornes).erreur is None
    assert lire_pdf(BON + bytes(1_000_000), bornes).erreur is not None
