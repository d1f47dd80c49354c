"""To whom a signature belongs: the certificate first, then the block; the doubtful is said."""

from __future__ import annotations

import pytest

from segur_payment.dossier import Editeur, Partie
from segur_payment.lecture.extraction.attribution import (
    SIREN_ANS,
    Porteur,
    attribuer,
)
from segur_payment.lecture.pdf.modele import Signature

EDITEUR = Editeur(raison_sociale="Logiciel Exemple SAS", siren="732 829 320")
IMPRIMES = {Partie.ANS: "Jeanne Martin", Partie.EDITEUR: "Paul Durand"}
ANS, SOCIETE = Partie.ANS, Partie.EDITEUR


def _attribuer(
    porteur: Porteur, bloc: Partie | None = None, *, reconnue: bool = True
) -> tuple[Partie | None, bool, str]:
    rendu = attribuer(porteur, bloc, IMPRIMES, EDITEUR, reconnue=reconnue)
    return rendu.partie, rendu.par_certificat, rendu.doute or ""


@pytest.mark.parametrize(
    ("porteur", "partie"),
    [
        (Porteur("Jeanne Martin", "Agence du Numérique en Santé", personne="Jeanne Martin"), ANS),
        (Porteur("AGENCE DU NUMERIQUE EN SANTE - PV SAS"), ANS),
        (Porteur("sas.test", "ASIP-SANTE"), ANS),
        (Porteur("Cachet", "GIP ANS du Nord", SIREN_ANS), ANS),
        (Porteur("Paul Durand", "LOGICIEL EXEMPLE", personne="Paul Durand"), SOCIETE),
        (Porteur("Paul Durand", "Logiciel Ex. (groupe)", "732829320", "Paul Durand"), SOCIETE),
        (Porteur("Logiciel Exemple SAS"), SOCIETE),
    ],
    ids=lambda v: v.nom if isinstance(v, Porteur) else str(v),
)
def test_le_certificat_nomme_la_partie(porteur: Porteur, partie: Partie) -> None:
    assert _attribuer(porteur) == (partie, True, "")


@pytest.mark.parametrize(
    ("porteur", "dit"),
    [
        (Porteur("Ans Peeters", "Autre SARL", personne="Ans Peeters"), "ni l’ANS ni l’éditeur"),
        (Porteur("Paul Durand", "Logiciel Exemple SAS", "542107651", "Paul Durand"), "autre SIREN"),
        (Porteur("Paul Durand", "Logicel Exemple", personne="Paul Durand"), "seulement proche"),
        (Porteur("Assurance 30 ans", "Assurance 30 ans", cachet=True), "qui ne prouve pas"),
        (Porteur("Yousign", "YOUSIGN SAS", cachet=True), "rien ne dit pour qui"),
        (Porteur(None), "certificat sans nom"),
    ],
    ids=lambda v: v.nom if isinstance(v, Porteur) else "",
)
def test_un_certificat_qui_ne_nomme_pas_la_partie_laisse_un_doute(
    porteur: Porteur, dit: str
) -> None:
    partie, par_certificat, doute = _attribuer(porteur)
    assert (partie, par_certificat) == (None, False)
    assert dit in doute


def test_le_cachet_d_un_service_vaut_pour_le_bloc_ou_il_se_trouve_avec_un_doute() -> None:
    cachet = Porteur("Cachet – Parapheur", "Parapheur SA", cachet=True)
    partie, par_certificat, doute = _attribuer(cachet, ANS)
    assert (partie, par_certificat) == (ANS, False)
    assert "cachet de « Parapheur SA », qui ne prouve pas qui a signé" in doute


def test_une_personne_sans_organisation_est_reconnue_a_son_nom_imprime() -> None:
    personne = Porteur("DURAND Paul", personne="DURAND Paul")
    assert _attribuer(personne)[0] is SOCIETE
    assert _attribuer(personne, SOCIETE)[0] is SOCIETE
    partie, _, doute = _attribuer(personne, ANS)
    assert partie is None
    assert "celui de l’autre partie" in doute
    assert _attribuer(Porteur("Luc Petit", personne="Luc Petit"))[0] is None


def test_un_certificat_reconnu_l_emporte_sur_l_emplacement_de_l_autre_partie() -> None:
    editeur = Porteur("Paul Durand", "Logiciel Exemple SAS", personne="Paul Durand")
    partie, _, doute = _attribuer(editeur, ANS)
    assert partie is SOCIETE
    assert "dans l’emplacement de l’ANS" in doute
    assert _attribuer(editeur, ANS, reconnue=False)[0] is None


def test_la_personne_d_une_autre_societe_signe_la_ou_son_nom_est_imprime() -> None:
    holding = Porteur("Paul Durand", "Durand Participations", personne="Paul Durand")
    partie, par_certificat, doute = _attribuer(holding, SOCIETE)
    assert (partie, par_certificat) == (SOCIETE, False)
    assert "« Durand Participations », ni l’ANS ni l’éditeur" in doute
    assert _attribuer(holding)[0] is None
    autre = Porteur("Luc Petit", "Durand Participations", personne="Luc Petit")
    assert _attribuer(autre, SOCIETE)[0] is None


def _lue(sujet: str | None, **faits: str) -> Porteur:
    base: dict[str, object] = dict.fromkeys(
        ("nom", "date", "raison", "sous_filtre", "page", "boite")
    )
    base |= {"champ": "Signature ANS", "remplie": True, "couvre": "fichier_entier"}
    return Porteur.de(Signature(**(base | {"sujet": sujet} | faits)))  # type: ignore[arg-type]


def test_sans_controle_le_sujet_du_certificat_est_lu_dans_le_fichier() -> None:
    lue = _lue("Jeanne Martin (Agence du Numérique en Santé)")
    assert (lue.personne, lue.organisation) == ("Jeanne Martin", "Agence du Numérique en Santé")
    assert _lue("Cachet – Parapheur Exemple (Parapheur Exemple SA)").cachet
    assert _lue("DocuSign Technical Operations").cachet


def test_un_service_nomme_dans_le_certificat_d_une_personne_n_est_pas_son_employeur() -> None:
    assert _lue("Paul Durand (Yousign SAS)").organisation is None


def test_ni_le_nom_du_champ_ni_le_motif_ne_disent_de_qui_est_la_signature() -> None:
    muette = _lue(None, nom="Agence du Numérique en Santé", raison="Signature de l’ANS")
    assert _attribuer(muette)[0] is None
