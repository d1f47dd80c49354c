"""The names on which the pieces of a dossier agree."""

from __future__ import annotations

from segur_payment.lecture.reference import place_de

from .test_langue_des_pv import document


def test_un_nom_court_n_est_pas_ecrit_dans_un_autre_mot() -> None:
    assert place_de(document("La solution est conforme aux normes."), "Orme") is None


def test_un_nom_se_trouve_sans_egard_aux_capitales_ni_aux_accents() -> None:
    trouve = place_de(document("L’éditeur d’ORMÉ, version 3."), "Ormé")
    assert trouve is not None
    vue, debut, fin = trouve
    assert vue.texte.citation(debut, fin) == "ORMÉ"
