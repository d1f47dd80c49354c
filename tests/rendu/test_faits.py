"""Every fact of a piece is shown beside its quotations, and so is what is missing or doubtful."""

from __future__ import annotations

import datetime as dt

import pytest

from segur_payment import (
    AutreDocument,
    BlocVide,
    CanalSupport,
    ContactsSupport,
    DateImpossible,
    DeclarationHonneur,
    Formulaire,
    JustificatifTransmission,
    NatureCanal,
    Partie,
    Perimetre,
    Piece,
    Public,
    PvMiseEnService,
    PvVsr,
    Signature,
    TypePiece,
)
from segur_payment.dossier.champs import NOMS
from segur_payment.rendu.etiquettes import (
    AVEC_UN_AUTRE,
    TECHNIQUES,
)
from segur_payment.rendu.faits import faits_de

from .faits import dits, preuve, un

MODELES: tuple[type[Piece], ...] = (
    Formulaire,
    PvMiseEnService,
    PvVsr,
    DeclarationHonneur,
    JustificatifTransmission,
    ContactsSupport,
    AutreDocument,
)
JOUR = dt.date(2025, 3, 3)


def test_chaque_champ_a_un_nom_ou_est_technique() -> None:
    champs = {champ for modele in MODELES for champ in modele.model_fields}
    assert champs == {*NOMS, *AVEC_UN_AUTRE, *TECHNIQUES}
    assert {m.model_fields["type"].default for m in MODELES} == set(TypePiece)


def test_chaque_partie_d_un_pv_a_sa_ligne_et_ses_passages() -> None:
    ans, editeur, reste = preuve("Pour l’ANS"), preuve("Signé Durand"), preuve("Signature ?")
    pv = PvMiseEnService(
        signatures=(Signature(partie=Partie.EDITEUR, signataire="Durand", date=JOUR), Signature()),
        blocs_vides=(BlocVide(partie=Partie.ANS, nom="Jeanne Martin", qualite="directrice"),),
        preuves={
            "signatures.ans": (ans,),
            "signatures.editeur": (editeur,),
            "signatures": (editeur, reste),
        },
    )
    (fait,) = (f for f in faits_de(pv) if f.nom == "Signatures")
    vide, signee, inconnue = fait.valeurs
    attendu = "emplacement vide, pour l’ANS (nom imprimé : Jeanne Martin, directrice)"
    assert vide.texte.replace("\u00a0", " ") == attendu
    assert (vide.preuves, signee.preuves, inconnue.preuves) == ((ans,), (editeur,), (reste,))
    assert (vide.etabli, signee.etabli) == (False, True)


def test_une_signature_absente_se_voit_la_ou_on_l_attend() -> None:
    assert dits(PvVsr())["Signatures"] == [
        "aucune signature lue pour l’ANS",
        "aucune signature lue pour l’éditeur",
    ]
    assert dits(Formulaire())["Signatures"] == ["aucune signature lue pour l’éditeur"]


def test_les_contacts_disent_leur_public() -> None:
    canaux = (
        CanalSupport(courriel="a@b.fr", publics=(Public.REGULATEURS,)),
        CanalSupport(nature=NatureCanal.PLATEFORME, lien="https://b.fr"),
    )
    passages = (preuve("Régulateurs : a@b.fr"), preuve("https://b.fr"))
    support = ContactsSupport(canaux=canaux, preuves={"canaux": passages})
    assert dits(support)["Contacts"] == [
        "a@b.fr, pour les régulateurs",
        "plateforme https://b.fr, public non trouvé",
    ]
    (fait,) = faits_de(support)
    assert [v.preuves for v in fait.valeurs] == [(passages[0],), (passages[1],)]


def test_des_passages_qui_ne_se_repartissent_pas_viennent_apres_les_contacts() -> None:
    passages = (preuve("a@b.fr et c@d.fr"),)
    canaux = (CanalSupport(courriel="a@b.fr"), CanalSupport(courriel="c@d.fr"))
    (fait,) = faits_de(ContactsSupport(canaux=canaux, preuves={"canaux": passages}))
    assert [len(v.preuves) for v in fait.valeurs] == [0, 0, 1]


@pytest.mark.parametrize("modele", MODELES)
def test_l_absence_de_ce_qui_compte_se_dit(modele: type[Piece]) -> None:
    vide = dits(modele.model_validate({}))
    assert (
        vide.keys()
        >= {
            TypePiece.FORMULAIRE: {"Montant demandé", "IBAN", "Éditeur", "Date du document"},
            TypePiece.PV_MES: {"Périmètre", "Date de la mise en service", "Réserves"},
            TypePiece.PV_VSR: {"Périmètre", "Résultat de la VSR", "Date de la décision de VSR"},
            TypePiece.DECLARATION: {"Attestation de formation", "Engagement sur les créneaux"},
            TypePiece.JUSTIFICATIF: {"Clause de transmission des données"},
            TypePiece.SUPPORT: {"Contacts"},
            TypePiece.AUTRE: {"Titre"},
        }[modele.model_fields["type"].default]
    )
    assert not vide.keys() & {"BIC", "Champs laissés vides", "Avance déjà versée", "Donné pour"}


@pytest.mark.parametrize("modele", MODELES)
def test_rien_n_est_dit_absent_d_une_piece_mal_lue(modele: type[Piece]) -> None:
    piece = modele.model_validate({"illisible": "la page 1 est une image"})
    textes = " ".join(t for ts in dits(piece).values() for t in ts)
    assert "la page 1 est une image" in textes
    assert "non trouvé" not in textes
    assert "aucun" not in textes


def test_un_doute_dit_pourquoi() -> None:
    doutes = {"perimetre": "deux cases cochées", "signatures.ans": "de qui ?", "inconnu": "étrange"}
    pv = PvMiseEnService(incertitudes=doutes, preuves={"perimetre": (preuve("complet, partiel"),)})
    assert un(pv, "Périmètre") == "pas établi (deux cases cochées)"
    assert dits(pv)["Signatures"][0] == "pas établi pour l’ANS (de qui ?)"
    assert un(pv, "inconnu") == "pas établi (étrange)"
    perimetre = next(f for f in faits_de(pv) if f.nom == "Périmètre")
    assert perimetre.valeurs[0].preuves == (preuve("complet, partiel"),)


@pytest.mark.parametrize("modele", MODELES)
def test_aucun_doute_ne_se_perd(modele: type[Piece]) -> None:
    champs = [*modele.model_fields, "signatures.ans", "signatures.editeur"]
    doutes = {champ: f"raison-{champ}-fin" for champ in champs}
    textes = " ".join(
        t for ts in dits(modele.model_validate({"incertitudes": doutes})).values() for t in ts
    )
    for raison in doutes.values():
        assert raison in textes


def test_une_valeur_douteuse_est_a_controler() -> None:
    pv = PvMiseEnService(perimetre=Perimetre.COMPLET, incertitudes={"perimetre": "mot douteux"})
    assert un(pv, "Périmètre") == "complet, à contrôler (mot douteux)"


def test_une_date_impossible_se_lit_comme_elle_est_ecrite() -> None:
    pv = PvMiseEnService(
        date=JOUR,
        dates_impossibles=(
            DateImpossible(champ="date_constat", texte="31/04/2025"),
            DateImpossible(champ="date", texte="32/03/2025"),
            DateImpossible(champ="autre", texte="0/0/0"),
        ),
    )
    attendu = "« 31/04/2025 », qui n’est pas un jour du calendrier"
    assert un(pv, "Date de la mise en service") == attendu
    assert dits(pv)["Dates impossibles"] == [
        "« 32/03/2025 », qui n’est pas un jour du calendrier (date du document)",
        "« 0/0/0 », qui n’est pas un jour du calendrier (autre)",
    ]


def test_un_autre_document_dit_son_titre() -> None:
    piece = AutreDocument(titre="Facture", a_la_place_de=TypePiece.PV_MES)
    assert dits(piece) == {"Titre": ["Facture"], "Donné pour": ["PV de mise en service"]}
